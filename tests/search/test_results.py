"""Results in whole documents: in order, ranked, stepped through, counted, with excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.registry import open_document
from reader.model.query import Query, Tier
from reader.search.excerpt import excerpt_of
from reader.search.finder import Found, finder_of
from reader.search.results import Results, excerpt_at, no_results, scan

TEXT = "序言濟南\n第一章 開始\n　　济南，濟南。\n第二章 中間\n沒有\n第三章 結束\n濟南\n"


def results_of(document, query: str) -> Results:
    *_, last = scan(document, finder_of(Query(query)))
    return last


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_hits_stand_where_they_do_in_the_source(document_of, encoding):
    document = document_of(TEXT, encoding)
    results = results_of(document, "濟南")
    assert results.is_complete
    assert results.scanned == document.size
    assert len(results) == 4
    assert results.counts == (3, 0, 1, 0, 0)
    for hit in map(results.__getitem__, range(4)):
        place = document.position_of(hit.start)
        written = document.block_at(place.block).text[place.offset :][:2]
        assert written == ("濟南" if hit.tier is Tier.EXACT else "济南")
        assert document.position_of(hit.end).offset == place.offset + 2
    with pytest.raises(IndexError):
        results[4]


def test_ranked(document_of):
    results = results_of(document_of(TEXT), "濟南")
    assert [results.ranked(rank) for rank in range(4)] == [0, 2, 3, 1]
    assert [results.rank_of(results.ranked(rank)) for rank in range(4)] == [0, 1, 2, 3]
    for number in (-1, 4):
        with pytest.raises(IndexError):
            results.ranked(number)
        with pytest.raises(IndexError):
            results.rank_of(number)


def test_counted_by_chapter(document_of):
    document = document_of(TEXT)
    *_, outline = document.outlines()
    assert [heading.text[:3] for heading in outline.headings] == ["序言濟", "第一章", "第二章", "第三章"]
    assert list(results_of(document, "济南").by_heading(outline)) == [(1, 1), (2, 2), (4, 1)]
    assert list(results_of(document, "济南").by_heading(outline, 2)) == [(2, 1), (4, 1)]
    assert list(results_of(document, "沒有的").by_heading(outline)) == []


def test_a_snapshot_stays_as_it_is(document_of):
    document = document_of("濟南\n" * 60_000)
    steps = list(scan(document, finder_of(Query("济南"))))
    assert len(steps) > 2
    assert [len(step) for step in steps] == sorted(len(step) for step in steps)
    first = steps[0]
    assert not first.is_complete
    assert len(first) < len(steps[-1]) == 60_000
    assert first.next_after(first[len(first) - 1].start) is None
    assert list(first.by_heading(next(iter(document.outlines())))) == [(0, len(first))]


def test_over_the_cut_of_a_long_line(document_of):
    document = document_of("甲乙丙丁" * 50_000)
    assert sum(1 for _ in document.passages()) > 2
    results = results_of(document, "丁 ~0 甲")
    assert len(results) == 49_999
    assert [results[index].start for index in range(49_999)] == [9 + 12 * index for index in range(49_999)]
    assert results[49_998].end == results[49_998].start + 6


FOUND = st.lists(st.tuples(st.integers(0, 99), st.sampled_from(Tier)), unique_by=lambda pair: pair[0], max_size=20)


@given(FOUND, st.integers(-1, 100), st.integers(0, 100), st.integers(1, 120))
def test_steps_and_ticks_as_counted_by_hand(document_of_hits, pairs, one, other, rows):
    pairs.sort()
    results = document_of_hits(pairs)
    places = [place for place, _ in pairs]
    assert results.next_after(one) == next((at for at, place in enumerate(places) if place > one), None)
    assert results.previous_before(one) == max((at for at, place in enumerate(places) if place < one), default=None)
    low, high = sorted((max(0, one), other))
    assert list(results.between(low, high)) == [at for at, place in enumerate(places) if low <= place < high]
    ticks = [min(rows - 1, place * rows // 100) for place in places]
    assert results.ticks(rows, 100) == sorted(set(ticks))
    assert results.ticks(rows, 100, len(pairs) // 2) == sorted(set(ticks[len(pairs) // 2 :]))
    ranked = [results.ranked(rank) for rank in range(len(results))]
    assert ranked == sorted(range(len(pairs)), key=lambda at: (pairs[at][1], at))


@pytest.fixture(scope="module")
def document_of_hits(tmp_path_factory):
    path = tmp_path_factory.mktemp("hits") / "a.txt"
    path.write_bytes(b"x" * 100)
    document = open_document(path, "utf-8")

    class Given:
        reach = 0

        def __init__(self, pairs):
            self._pairs = pairs

        def find(self, text):
            return [Found(place, place + 1, tier) for place, tier in self._pairs]

    def made(pairs) -> Results:
        *_, last = scan(document, Given(pairs))
        return last

    return made


def test_nothing_found_yet():
    assert len(no_results()) == 0
    assert no_results().next_after(-1) is None
    assert no_results().ticks(10, 0) == []


def test_an_excerpt_from_the_document(document_of):
    document = document_of(TEXT)
    excerpt = excerpt_at(document, results_of(document, "濟南")[1])
    assert excerpt.text[excerpt.match.start : excerpt.match.end] == "济南"
    assert str(excerpt) == "济南，濟南。"


@given(st.text("ab \n　", max_size=200), st.integers(0, 200), st.integers(0, 120))
def test_an_excerpt_is_cut_from_its_line(text, start, length):
    start = min(start, len(text))
    excerpt = excerpt_of(text, start, start + length)
    assert excerpt.text in text
    assert "\n" not in excerpt.text
    matched = excerpt.text[excerpt.match.start : excerpt.match.end]
    assert text[start : start + length].startswith(matched)
    assert len(excerpt.text) <= 16 + 80 + 32


def test_an_excerpt_of_a_long_line():
    excerpt = excerpt_of("前" * 50 + "濟南" + "後" * 50, 50, 52)
    assert str(excerpt) == "…" + "前" * 16 + "濟南" + "後" * 32 + "…"
