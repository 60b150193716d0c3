"""Of a large book the beginning is read at once, and the rest comes behind it without moving anything."""

from __future__ import annotations

from time import sleep

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.parsed import Paragraph, Parsed
from reader.formats.parsed_document import ParsedDocument
from reader.model.block import BlockKind
from reader.state import opening
from reader.store.library import ReadFile

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"


@pytest.fixture
def book(written, monkeypatch):
    """A book whose rest comes when it is let."""
    path = written("x", "book.epub")
    paragraphs = [Paragraph(f"第{number}章", BlockKind.HEADING, 1) for number in range(1, 3)]
    paragraphs += [Paragraph(SENTENCE)] * 40
    waiting = []

    def steps(found, encoding, chapters):
        yield ParsedDocument(found, "epub", Parsed(paragraphs[:12]), is_beginning=True)
        while not waiting:
            sleep(0.005)
        if waiting[0] is not None:
            raise waiting[0]
        yield ParsedDocument(found, "epub", Parsed(paragraphs))

    monkeypatch.setattr(opening, "open_in_steps", steps)
    return path, waiting


def test_the_beginning_is_shown_and_the_rest_follows(session, book, qtbot, store):
    path, waiting = book
    with qtbot.waitSignal(session.opened):
        session.open(path)
    assert session.document.is_beginning
    assert session.is_opening
    assert store.library.find(path, "") is None
    session.move_to(30)
    with qtbot.assertNotEmitted(session.opened, wait=0), qtbot.waitSignal(session.chapters_changed):
        waiting.append(None)
    assert not session.document.is_beginning
    assert session.address == 30
    qtbot.waitUntil(lambda: session.outline.is_complete and len(session.outline.starts) == 42)
    qtbot.waitUntil(lambda: not session.is_opening)
    assert store.library.find(path, "").size == session.document.size


def test_who_was_farther_on_waits_for_the_whole(session, book, qtbot, store):
    path, waiting = book
    store.library.remember(ReadFile(path, "", "book", 700, 1000, None, 1.0))
    session.open(path)
    qtbot.wait(80)
    assert session.document is None
    with qtbot.waitSignal(session.opened):
        waiting.append(None)
    assert session.address == 700
    assert not session.document.is_beginning


def test_a_reload_shows_no_beginning(session, book, qtbot):
    path, waiting = book
    waiting.append(None)
    session.open(path)
    qtbot.waitUntil(lambda: session.document is not None and not session.document.is_beginning)
    shown = []
    session.opened.connect(lambda: shown.append(session.document.is_beginning))
    with qtbot.waitSignal(session.opened):
        session.reload()
    assert shown == [False]


def test_the_rest_can_be_given_up(session, book, qtbot):
    path, waiting = book
    with qtbot.waitSignal(session.opened):
        session.open(path)
    session.give_up_opening()
    with qtbot.assertNotEmitted(session.chapters_changed, wait=80):
        waiting.append(None)
    assert session.document.is_beginning


def test_what_is_wrong_with_the_rest_is_told_and_the_beginning_stays(session, book, qtbot):
    path, waiting = book
    with qtbot.waitSignal(session.opened):
        session.open(path)
    with qtbot.waitSignal(session.failed):
        waiting.append(UnreadableFile(path, Unreadable.DAMAGED))
    assert session.document.is_beginning
