"""StarDict's files."""

from __future__ import annotations

import pytest

from reader.errors import UnusableDictionary, UnusableReason
from reader.model.dictionary_entry import DictionaryEntry
from reader.reference.registry import open_dictionary

ENTRIES = [("山", b"mountain"), ("水", b"water; river")]


@pytest.mark.parametrize("is_packed", [False, True])
def test_plain_entries_with_synonyms(made_stardict, is_packed):
    source = open_dictionary(made_stardict(ENTRIES, synonyms=[("江河", 1)], is_packed=is_packed))
    assert source.name == "小詞典"
    assert list(source.entries) == [
        DictionaryEntry(("山",), "", "mountain"),
        DictionaryEntry(("水", "江河"), "", "water; river"),
    ]


def test_any_of_its_files_names_the_dictionary(made_stardict):
    ifo = made_stardict(ENTRIES, is_packed=True)
    for other in (ifo.with_suffix(".idx"), ifo.with_name("small.dict.dz")):
        assert open_dictionary(other).name == "小詞典"


def test_markup_is_read_as_text(made_stardict):
    html = b"<div>one<br>two &amp; three</div><script>bad()</script><img src='file:///etc/passwd'>"
    (entry,) = open_dictionary(made_stardict([("三", html)], kinds="h")).entries
    assert entry.body == "one\ntwo & three"


def test_several_fields_of_an_entry(made_stardict):
    (entry,) = open_dictionary(made_stardict([("四", b"s\xc3\xac\0four")], kinds="tm")).entries
    assert (entry.reading, entry.body) == ("sì", "four")
    tagged = b"mfive\0" + b"W" + (3).to_bytes(4, "big") + b"\0\1\2" + b"twu\0"
    (entry,) = open_dictionary(made_stardict([("五", tagged)], kinds="")).entries
    assert (entry.reading, entry.body) == ("wu", "five")


def test_a_missing_file_is_named(made_stardict):
    ifo = made_stardict(ENTRIES)
    ifo.with_suffix(".dict").unlink()
    with pytest.raises(UnusableDictionary) as caught:
        open_dictionary(ifo)
    assert (caught.value.reason, caught.value.detail) == (UnusableReason.INCOMPLETE, "small.dict")


def test_an_index_that_leads_beyond_the_end_is_damage(made_stardict):
    ifo = made_stardict(ENTRIES)
    ifo.with_suffix(".dict").write_bytes(b"short")
    with pytest.raises(UnusableDictionary) as caught:
        list(open_dictionary(ifo).entries)
    assert caught.value.reason is UnusableReason.DAMAGED
    ifo.with_suffix(".idx").write_bytes("無尾".encode())
    with pytest.raises(UnusableDictionary) as caught:
        list(open_dictionary(ifo).entries)
    assert caught.value.reason is UnusableReason.DAMAGED
