"""Installed dictionaries: found in either script, replaced and removed, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model.dictionary_entry import DictionaryEntry
from reader.search.fold import fold
from reader.store.dictionaries import StoredDictionaries

ENTRIES = [
    DictionaryEntry(("軟體", "软体"), "ruǎn tǐ", "software"),
    DictionaryEntry(("後",), "hòu", "behind"),
    DictionaryEntry(("后",), "hòu", "queen"),
]


@pytest.fixture
def stored(tmp_path: Path) -> StoredDictionaries:
    return StoredDictionaries(tmp_path / "folder" / "dictionaries.sqlite3", fold)


def test_before_the_first_there_are_none_and_no_file(stored, tmp_path):
    assert stored.installed() == []
    assert stored.look_up("水") == []
    assert not (tmp_path / "folder").exists()


def test_a_word_is_found_in_any_script(stored):
    assert list(stored.install("小", ENTRIES)) == [3]
    for written in ("軟體", "软体", "軟体"):
        assert stored.look_up(written) == [("小", ENTRIES[0])]
    assert stored.look_up("硬體") == []
    assert stored.holds("軟體")
    assert not stored.holds("硬體")


def test_the_spelling_that_is_asked_for_comes_first(stored):
    list(stored.install("小", ENTRIES))
    assert [entry.body for _, entry in stored.look_up("后")] == ["queen", "behind"]
    assert [entry.body for _, entry in stored.look_up("後")] == ["behind", "queen"]


def test_dictionaries_stand_in_their_order(stored):
    list(stored.install("一", ENTRIES))
    list(stored.install("二", ENTRIES[1:]))
    assert [name for name, _ in stored.look_up("后")] == ["一", "一", "二", "二"]
    first, second = stored.installed()
    assert (first.name, first.size, second.name, second.size) == ("一", 3, "二", 2)
    stored.remove(first.number)
    assert [one.name for one in stored.installed()] == ["二"]
    assert {name for name, _ in stored.look_up("后")} == {"二"}


def test_one_of_the_same_name_is_replaced(stored):
    list(stored.install("一", ENTRIES))
    list(stored.install("一", ENTRIES[:1]))
    assert [one.size for one in stored.installed()] == [1]
    assert stored.look_up("后") == []


def test_what_ends_midway_leaves_everything_as_it_was(stored):
    list(stored.install("一", ENTRIES))

    def broken():
        yield from ENTRIES
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(stored.install("一", broken()))
    given_up = stored.install("二", (DictionaryEntry((f"詞{number}",), "", "x") for number in range(9_000)))
    assert next(given_up) == 2_000
    given_up.close()
    assert [(one.name, one.size) for one in stored.installed()] == [("一", 3)]


def test_a_damaged_file_is_an_expected_failure(tmp_path):
    path = tmp_path / "dictionaries.sqlite3"
    path.write_bytes(b"not a database, but long enough to be taken for one" * 40)
    stored = StoredDictionaries(path, fold)
    for call in (stored.installed, lambda: stored.look_up("水"), lambda: list(stored.install("一", ENTRIES))):
        with pytest.raises(StoreError):
            call()
