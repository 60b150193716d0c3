"""What a reader says of a file's chapters takes effect at once, and is known the next time."""

from __future__ import annotations

import pytest

from reader.formats.kept_chapters import NOTHING_SAID, KeptChapters
from reader.model.block import BlockKind

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"
TEXT = f"第一章　離岸\n{SENTENCE}\n燈塔\n{SENTENCE}\n" + f"{SENTENCE}\n" * 40


@pytest.fixture
def headings(qtbot):
    def wait(session):
        qtbot.waitUntil(lambda: session.outline.is_complete)
        return [(entry.text, entry.level) for entry in session.outline.headings]

    return wait


def block_of(document, text):
    block = document.block_at(0)
    while block.text.strip() != text:
        block = document.block_after(block)
    return block


def say(qtbot, session, chapters):
    with qtbot.waitSignal(session.chapters_changed):
        session.set_chapters(chapters)


def test_a_line_is_made_a_heading_and_unmade(session, written, opened, headings, qtbot):
    document = opened(session, written(TEXT))
    before = headings(session)
    place = document.size // 2
    session.move_to(place)
    say(qtbot, session, session.file.chapters.said(block_of(document, "燈塔"), 2))
    assert session.document is not document
    assert headings(session) == [*before, ("燈塔", 2)]
    assert block_of(session.document, "燈塔").kind is BlockKind.HEADING
    assert session.address == place
    say(qtbot, session, session.file.chapters.said(block_of(document, "燈塔"), 0))
    assert headings(session) == before


def test_it_is_remembered_for_the_file(session, make_session, written, opened, headings, qtbot):
    path = written(TEXT)
    opened(session, path)
    say(qtbot, session, KeptChapters(pattern="^燈"))
    session.close()
    later = make_session()
    opened(later, path)
    assert ("燈塔", 1) in headings(later)
    assert later.file.chapters == KeptChapters(pattern="^燈")
    say(qtbot, later, NOTHING_SAID)
    later.close()
    assert ("燈塔", 1) not in headings_of_new(make_session(), path, opened, headings)


def headings_of_new(session, path, opened, headings):
    opened(session, path)
    return headings(session)


def test_it_goes_with_a_file_that_was_renamed_and_with_one_that_was_edited(
    session, make_session, written, opened, headings, qtbot
):
    path = written(TEXT)
    document = opened(session, path)
    say(qtbot, session, NOTHING_SAID.said(block_of(document, "燈塔"), 3))
    session.close()
    renamed = path.rename(path.with_name("new.txt"))
    later = make_session()
    shown = []
    later.opened.connect(lambda: shown.append(later.document.path))
    opened(later, renamed)
    assert ("燈塔", 3) in headings(later)
    assert shown == [renamed]
    later.close()
    renamed.write_text(f"新的一行\n{TEXT}", encoding="utf-8")
    assert ("燈塔", 3) in headings_of_new(make_session(), renamed, opened, headings)


def test_a_wrong_encoding_in_between_loses_nothing(session, written, opened, headings, qtbot):
    path = written(TEXT)
    document = opened(session, path)
    say(qtbot, session, NOTHING_SAID.said(block_of(document, "燈塔"), 3))
    opened(session, path, "utf-16-le")
    with qtbot.waitSignal(session.opened):
        session.choose_encoding(None)
    assert ("燈塔", 3) in headings(session)


def test_what_was_learnt_of_the_text_is_kept(session, written, opened, qtbot):
    document = opened(session, written(TEXT))
    session.learning.read(document)
    qtbot.waitSignal(session.learning.changed).wait()
    evidence = session.learning.evidence
    say(qtbot, session, KeptChapters(pattern="^燈"))
    assert session.learning.evidence is evidence
    session.learning.read(session.document)
    assert session.learning.evidence is evidence


def test_nothing_is_done_for_what_is_said_already(session, written, opened, qtbot):
    session.set_chapters(KeptChapters(pattern="^燈"))
    opened(session, written(TEXT))
    with qtbot.assertNotEmitted(session.chapters_changed, wait=100):
        session.set_chapters(NOTHING_SAID)
