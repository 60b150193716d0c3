"""Occurrences in whole documents: counted, stepped through, drawn as ticks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.registry import open_document
from reader.model.keyword_list import Keyword, KeywordList
from reader.search.list_matcher import ListMatcher
from reader.search.occurrences import Occurrence, Occurrences, no_occurrences, scan_occurrences
from reader.search.paragraph_filter import filter_paragraphs


def matcher_of(words: list[str]) -> ListMatcher:
    return ListMatcher([KeywordList("", tuple(map(Keyword, words)))])


def scanned(path: Path, text: str, words: list[str], encoding: str = "utf-8"):
    path.write_bytes(text.encode(encoding))
    document = open_document(path, encoding)
    *_, last = scan_occurrences(document, matcher_of(words))
    return document, last


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_addresses_are_those_of_the_source(tmp_path, encoding):
    text = "第一行濟南\n第二行济南，臨夏\n\n末行\n"
    document, found = scanned(tmp_path / "a.txt", text, ["济南", "临夏", "没有"], encoding)
    assert found.is_complete
    assert found.counts == (2, 1, 0)
    first = found.next_after(-1)
    assert first is not None
    place = document.position_of(first.address)
    assert document.block_at(place.block).text[place.offset :] == "濟南"


def test_a_match_over_the_end_of_a_passage(tmp_path):
    text = "甲乙丙丁" * 150_000
    document, found = scanned(tmp_path / "a.txt", text, ["丁甲", "丙丁甲乙"])
    assert sum(1 for _ in document.passages()) > 2
    # Where 丙丁甲乙 and 丁甲 compete, the one that begins first is found.
    assert found.counts == (0, 149_999)
    address, places = -1, []
    while (step := found.next_after(address)) is not None:
        places.append(step.address)
        address = step.address
    assert places == [(2 + 4 * index) * 3 for index in range(149_999)]


ADDRESSES = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 2)), unique_by=lambda pair: pair[0], max_size=20)


@given(ADDRESSES, st.integers(-1, 100), st.sampled_from([None, 0, 1, 2]), st.integers(1, 120))
def test_steps_and_ticks_as_counted_by_hand(pairs, address, word, rows):
    found = made_of(sorted(pairs), 3)
    words = None if word is None else range(word, min(3, word + 2))
    mine = [Occurrence(*pair) for pair in sorted(pairs) if words is None or pair[1] in words]
    assert found.next_after(address, words) == next((one for one in mine if one.address > address), None)
    assert found.previous_before(address, words) == next((one for one in reversed(mine) if one.address < address), None)
    ticks = sorted({(min(rows - 1, place * rows // 100), 7 - index) for place, index in pairs})
    assert found.ticks(rows, 100, lambda index: 7 - index) == ticks
    numbers = found.within(address, address + 30)
    assert [found.word(number) for number in numbers] == [
        index for place, index in sorted(pairs) if address <= place < address + 30
    ]


def made_of(pairs: list[tuple[int, int]], words: int) -> Occurrences:
    empty = no_occurrences(words)
    columns = empty._columns
    for place, index in pairs:
        columns.starts.append(place)
        columns.words.append(index)
        columns.of_word[index].append(place)
    counts = tuple(len(columns.of_word[index]) for index in range(words))
    return Occurrences(100, True, counts, len(pairs), columns)


def test_of_many_words_the_rows_still_have_their_colours():
    """A row that is crowded shows some of its colours; no row that holds a match is without one."""
    found = made_of([(place, place * 7 % 300) for place in range(0, 100, 2)], 300)
    ticks = found.ticks(50, 100, lambda word: word % 8)
    assert {row for row, _ in ticks} == set(range(50))
    assert set(ticks) == {(place // 2, place * 7 % 300 % 8) for place in range(0, 100, 2)}
    crowded = made_of([(50 + place // 8, place % 300) for place in range(300)], 300)
    assert 4 <= len(crowded.ticks(1, 100, lambda word: word % 8)) <= 8


def test_nothing_found_yet():
    assert no_occurrences(2).counts == (0, 0)
    assert no_occurrences(2).next_after(-1) is None
    assert no_occurrences(2).ticks(100, 0, int) == []


def test_the_filter_finds_paragraphs(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "題目在此\n\n第一章 開始\n　　濟南的春天來了。\n　　别的段落。\n第二章 濟南\n" + "長" * 300 + "春天\n",
        encoding="utf-8",
    )
    document = open_document(path)
    *_, outline = document.outlines()

    def found(query: str) -> list[int]:
        return [number for batch in filter_paragraphs(document, outline, query) for number in batch]

    assert found("济南") == [2, 4]
    assert found("济南 春") == [2]
    assert found("春天") == [2]
    assert found("  ") == []
    assert found("4") == [3]
    assert found("99") == []
