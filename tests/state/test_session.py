"""The session: what is open, and the place in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import StoreError, Unreadable, UnreadableFile
from reader.store.library import Library, ReadFile

STORY = "第一章　出門\n他走了很遠的路。\n第二章　回家\n他回來了，門還開著。\n"


def test_nothing_is_open_at_first(session, settle):
    assert session.document is None
    assert session.script is None
    assert session.address == 0
    assert not session.is_opening
    session.reload()
    session.look_at_file()
    session.remember()
    settle()
    assert session.document is None


def test_a_file_is_opened(qtbot, session, written):
    path = written(STORY)
    opening = []
    session.opened.connect(lambda: opening.append(session.is_opening))
    with qtbot.waitSignals([session.opened, session.outline_changed]):
        session.open(path)
        assert session.is_opening
    assert opening == [False]
    assert session.document.path == path
    assert session.script.is_traditional
    assert session.outline.is_complete
    assert [entry.text for entry in session.outline.headings] == ["第一章　出門", "第二章　回家"]
    assert session.document.confidence == 1.0


def test_a_relative_path_is_the_same_file(session, written, opened, monkeypatch):
    path = written(STORY)
    monkeypatch.chdir(path.parent)
    assert opened(session, Path(path.name)).path == path


def test_a_missing_file_leaves_the_one_before(qtbot, session, written, opened):
    document = opened(session, written(STORY))
    session.move_to(9)
    with qtbot.waitSignal(session.failed) as failure, qtbot.assertNotEmitted(session.opened):
        session.open(document.path.with_name("none.txt"))
    assert isinstance(failure.args[0], UnreadableFile)
    assert failure.args[0].reason is Unreadable.MISSING
    assert session.document is document
    assert session.address == 9
    assert document.block_at(0).text == "第一章　出門"
    assert not session.is_opening


def test_of_two_files_opened_at_once_the_last_wins(qtbot, session, written, settle):
    first, last = written("甲", "first.txt"), written("乙", "last.txt")
    shown = []
    session.opened.connect(lambda: shown.append(session.document.path))
    session.open(first)
    session.open(last)
    settle()
    assert shown == [last]


def test_the_place_is_remembered_and_found_again(session, make_session, written, opened):
    path = written(STORY)
    opened(session, path)
    session.move_to(STORY.encode().index("他回來了".encode()))
    session.close()
    later = make_session()
    again = opened(later, path)
    assert again.block_at(later.address).text == "他回來了，門還開著。"


def test_the_place_is_written_down_when_the_reader_stays(qtbot, session, store, written, opened):
    document = opened(session, written(STORY))
    session._remember_timer.setInterval(10)
    session.move_to(21)
    qtbot.waitUntil(lambda: store.library.find(document.path, "").address == 21)


def test_the_place_is_written_down_before_another_file_is_opened(session, store, written, opened):
    first = opened(session, written(STORY, "first.txt"))
    session.move_to(21)
    opened(session, written(STORY + "又", "other.txt"))
    assert session.address == 0
    assert store.library.find(first.path, "").address == 21
    opened(session, first.path)
    assert session.address == 21


@pytest.mark.parametrize("folder", ["", "elsewhere"])
def test_a_file_that_was_moved_or_renamed_is_known_by_its_content(session, make_session, written, opened, folder):
    path = written(STORY)
    opened(session, path)
    session.move_to(21)
    session.close()
    moved = path.parent / folder / "moved.txt"
    moved.parent.mkdir(exist_ok=True)
    path.rename(moved)
    later = make_session()
    opened(later, moved)
    assert later.address == 21


def test_a_place_behind_the_end_is_brought_into_the_file(session, make_session, written, opened):
    path = written(STORY * 50)
    document = opened(session, path)
    session.move_to(document.size - 1)
    session.close()
    written(STORY)
    later = make_session()
    document = opened(later, path)
    assert later.address == document.size - 1


def test_the_encoding_that_was_chosen_is_remembered(session, make_session, written, opened):
    path = written("天地玄黃", encoding="big5")
    assert opened(session, path, "utf-16-le").encoding == "utf-16-le"
    session.close()
    later = make_session()
    assert opened(later, path).encoding == "utf-16-le"
    assert opened(later, path, "big5hkscs").encoding == "big5hkscs"
    assert later.document.confidence == 1.0
    assert opened(later, path).encoding == "big5hkscs"


def test_the_encoding_of_a_file_that_was_renamed_is_remembered(session, make_session, written, opened):
    path = written("天地玄黃", encoding="big5")
    opened(session, path, "utf-16-le")
    session.close()
    later = make_session()
    shown = []
    later.opened.connect(lambda: shown.append(later.document.encoding))
    opened(later, path.rename(path.with_name("new.txt")))
    assert shown == ["utf-16-le"]


def test_a_file_without_fingerprint_lends_its_encoding_to_no_other(session, store, written, opened):
    store.library.remember(ReadFile(Path("/gone.txt"), "", "gone", 9, 99, "big5hkscs", 1.0))
    assert opened(session, written(STORY)).encoding == "utf-8"


def test_an_encoding_that_only_another_version_knows_is_detected_instead(session, store, written, opened):
    path = written(STORY)
    store.library.remember(ReadFile(path, "f", "book", 21, 99, "x-mac-chinese", 1.0))
    assert opened(session, path).encoding == "utf-8"
    assert session.address == 21


@pytest.mark.parametrize("folder", [".", "own"])
def test_reloading_keeps_the_place(session, written, opened, tmp_path, qtbot, folder):
    (tmp_path / "own").mkdir()
    document = opened(session, written(STORY, f"{folder}/book.txt"))
    session.move_to(21)
    with qtbot.waitSignal(session.opened):
        session.reload("gb18030")
    assert session.document is not document
    assert session.document.encoding == "gb18030"
    assert session.address == 21


def test_reloading_keeps_the_place_when_nothing_can_be_remembered(session, store, written, opened, qtbot):
    opened(session, written(STORY))
    session.move_to(21)
    store.close()
    with qtbot.waitSignal(session.opened):
        session.reload()
    assert session.address == 21


def test_the_programs_own_texts_are_not_remembered(session, store, written, opened, tmp_path):
    (tmp_path / "own").mkdir()
    opened(session, written(STORY, "own/sample.txt"))
    session.move_to(21)
    session.remember()
    assert session.recent_files(9) == []
    assert store.library.recent(9) == []


def test_recent_files(session, written, opened):
    for name in ("a", "b", "c"):
        opened(session, written(STORY + name, f"{name}.txt"))
    assert [file.title for file in session.recent_files(2)] == ["c", "b"]
    session.close()  # so that it does not write the last one down again
    session.forget_recent_files()
    assert session.recent_files(9) == []


def test_a_file_whose_name_is_not_text_is_remembered(session, make_session, tmp_path, opened):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb4\xfa\xb8\xd5.txt"))
    try:
        path.write_text(STORY)
    except OSError:
        pytest.skip("names are text on this file system")
    opened(session, path)
    session.move_to(21)
    session.close()
    assert session.recent_files(1)[0].path == path
    assert session.recent_files(1)[0].title == "\ufffd" * 4
    later = make_session()
    opened(later, path)
    assert later.address == 21


def test_a_memory_that_fails_does_not_disturb_reading(qtbot, session, store, written, opened):
    opened(session, written(STORY))
    store.close()
    for act in (session.remember, session.forget_recent_files):
        with qtbot.waitSignal(session.failed) as failure:
            act()
        assert isinstance(failure.args[0], StoreError)
    assert session.recent_files(9) == []
    opened(session, written(STORY, "other.txt"))


def test_what_is_remembered_of_a_file(session, store, written, opened):
    path = written(STORY, "出門.md")
    document = opened(session, path)
    session.move_to(7)
    session.remember()
    found = store.library.find(path, "")
    assert replace(found, opened=0.0, fingerprint="") == ReadFile(path, "", "出門", 7, document.size, None, 0.0)
    assert Library(store.library._database).find(Path("/x"), found.fingerprint) == found


def test_closing_is_idempotent_and_lets_go(session, store, written, opened, settle):
    path = written(STORY)
    opened(session, path)
    session.move_to(21)
    session.close()
    assert session.document is None
    assert store.library.find(path, "").address == 21
    session.close()
    settle()
    assert session.document is None


def test_nothing_opens_after_closing(session, written, settle):
    session.open(written(STORY))
    session.close()
    settle()
    assert session.document is None
    assert not session.is_opening
