"""The store keeps what it is given, whatever happens to its file."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.store import database
from reader.store.fingerprint import fingerprint
from reader.store.library import ReadFile
from reader.store.notice import StoreNotice
from reader.store.store import Store

FILE = ReadFile(Path("/books/紅樓夢.txt"), "f1", "紅樓夢", 1234, 9999, None, 100.0)

LISTS = (
    KeywordList("", (Keyword("濟南", colour=1), Keyword("临夏", is_on=False, colour=2))),
    KeywordList("人物", (Keyword("李.默", is_pattern=True),), 3, HighlightStyle.UNDERLINE, is_on=False, file="f1"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "reader.sqlite3"


def filled(path: Path) -> None:
    store = Store(path)
    store.settings.save({"font_size": 24, "theme": "dark"})
    store.library.remember(FILE)
    store.keywords.save(LISTS)
    store.window.save("main", b"\x00\xff")
    store.close()


def check_filled(store: Store) -> None:
    assert store.settings.load() == {"font_size": 24, "theme": "dark"}
    assert store.library.find(FILE.path, "other") == FILE
    assert store.keywords.load() == LISTS
    assert store.window.load("main") == b"\x00\xff"


def test_everything_is_there_again(path):
    filled(path)
    store = Store(path)
    assert store.notice is StoreNotice.NONE
    check_filled(store)
    store.close()


def test_an_empty_store(path):
    store = Store(path)
    assert store.settings.load() == {}
    assert store.library.recent(9) == []
    assert store.library.find(FILE.path, "f1") is None
    assert store.keywords.load() == ()
    assert store.window.load("main") == b""
    store.close()


def test_a_file_that_was_moved_is_known_by_its_content(path):
    filled(path)
    store = Store(path)
    assert store.library.find(Path("/elsewhere.txt"), "f1") == FILE
    assert store.library.find(Path("/elsewhere.txt"), "f2") is None
    store.close()


def test_recent_files(path):
    store = Store(path)
    for number in range(5):
        store.library.remember(replace(FILE, path=Path(f"/{number}"), opened=float(number)))
    store.library.forget(Path("/3"))
    assert [str(file.path) for file in store.library.recent(3)] == ["/4", "/2", "/1"]
    store.library.forget_all()
    assert store.library.recent(3) == []
    store.close()


def test_names_that_are_not_text(path):
    store = Store(path)
    odd = replace(FILE, path=Path(os.fsdecode(b"/a/\xff\xfe.txt")))
    store.library.remember(odd)
    assert store.library.find(odd.path, "") == odd
    store.close()


def test_settings_of_other_versions_stay(path):
    filled(path)
    store = Store(path)
    store.settings.save({"font_size": 30})
    assert store.settings.load() == {"font_size": 30, "theme": "dark"}
    store.close()


@pytest.mark.parametrize("at", [0, 18, 40, 100, 4096])
def test_a_damaged_file_is_put_aside(path, at):
    filled(path)
    content = bytearray(path.read_bytes())
    content[at : at + 400] = b"\x5a" * 400
    path.write_bytes(content)
    store = Store(path)
    assert store.notice is StoreNotice.RECOVERED
    assert path.with_name(path.name + ".damaged-1").read_bytes() == content
    store.settings.save({"a": 1})
    store.close()
    store = Store(path)
    assert store.settings.load() == {"a": 1}
    store.close()


def test_a_text_in_its_place_is_put_aside(path):
    path.parent.mkdir()
    path.write_text("not a database, but longer than the head of one" * 10)
    store = Store(path)
    assert store.notice is StoreNotice.RECOVERED
    store.close()


def test_a_newer_version_is_left_alone(path):
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE novelty (a)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    store = Store(path)
    assert store.notice is StoreNotice.NEWER_VERSION
    store.settings.save({"font_size": 1})
    assert store.settings.load() == {"font_size": 1}
    store.close()
    assert path.read_bytes() == before


def test_a_memory_of_the_first_version_is_taken_over(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    for statement in database.MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("INSERT INTO file VALUES (X'2F61', 'f', 'a', 7, 9, NULL, 1.0)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    store = Store(path)
    assert store.library.find(Path("/a"), "") == ReadFile(Path("/a"), "f", "a", 7, 9, None, 1.0, "")
    store.library.remember(ReadFile(Path("/a"), "f", "a", 7, 9, None, 1.0, '{"pattern": "^~"}'))
    assert store.library.find(Path("/a"), "").chapters == '{"pattern": "^~"}'
    store.close()


def test_an_older_version_is_kept_beside(path, monkeypatch):
    filled(path)
    version = len(database.MIGRATIONS)
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, ("CREATE TABLE novelty (a)",)))
    store = Store(path)
    check_filled(store)
    store.close()
    kept = sqlite3.connect(path.with_name(f"{path.name}.version-{version}"))
    assert kept.execute("SELECT count(*) FROM file").fetchone() == (1,)
    kept.close()


def test_a_migration_that_fails_changes_nothing(path, monkeypatch):
    filled(path)
    # It fails where there are two keywords, not in a new database.
    broken = (*database.MIGRATIONS, ("CREATE TABLE novelty (a)", "CREATE UNIQUE INDEX only ON keyword (place > -1)"))
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", broken)
        store = Store(path)
        assert store.notice is StoreNotice.UNWRITABLE
        store.close()
    store = Store(path)
    check_filled(store)
    store.close()


def test_a_folder_in_its_place(path):
    path.mkdir(parents=True)
    store = Store(path)
    assert store.notice is StoreNotice.UNWRITABLE
    store.settings.save({"a": 1})
    store.close()


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "reader.sqlite3")
    assert store.notice is StoreNotice.UNWRITABLE
    store.close()


def test_a_full_disk_loses_nothing(path):
    filled(path)
    store = Store(path)
    pages = store._database.rows("PRAGMA page_count")[0][0]
    store._database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError):
        store.keywords.save([KeywordList("", (Keyword("長" * 3000),) * 9)])
    check_filled(store)
    store.close()
    again = Store(path)
    check_filled(again)
    again.close()


def test_two_windows_at_once(path):
    one, other = Store(path), Store(path)
    one.settings.save({"a": 1})
    other.settings.save({"b": 2})
    assert one.settings.load() == other.settings.load() == {"a": 1, "b": 2}
    one.close()
    other.close()


def test_a_crash_leaves_what_was_written(path, tmp_path):
    store = Store(path)
    store.settings.save({"a": 1})
    shutil.copytree(path.parent, tmp_path / "copy")
    store.close()
    copy = Store(tmp_path / "copy" / path.name)
    assert copy.settings.load() == {"a": 1}
    copy.close()


def test_in_memory_nothing_is_written(tmp_path):
    store = Store(None)
    store.settings.save({"a": 1})
    assert store.notice is StoreNotice.NONE
    store.close()
    assert not list(tmp_path.iterdir())


def test_fingerprints_tell_files_apart():
    def of(data: bytes) -> str:
        return fingerprint(len(data), lambda start, end: data[start:end])

    large = b"a" * 300_000
    assert of(large) == of(bytes(large))
    assert of(large) != of(large + b"a")
    assert of(b"b" + large[1:]) != of(large)
    assert of(large[:-1] + b"b") != of(large)
    assert of(b"") == of(b"")
