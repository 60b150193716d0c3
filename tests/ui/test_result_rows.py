"""Rows of hits: every hit has one row, under its chapter or its tier, and rows and hits lead to each other."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.outline import Outline, OutlineEntry
from reader.model.query import Tier
from reader.search.results import Results, no_results
from reader.ui.result_rows import ResultRows


def results_at(places: list[tuple[int, Tier]]) -> Results:
    """Results with a hit at each address."""
    empty = no_results()
    columns = empty._columns
    counts = [0] * len(Tier)
    for index, (start, tier) in enumerate(places):
        columns.starts.append(start)
        columns.ends.append(start + 1)
        columns.tiers.append(tier)
        columns.of_tier[tier].append(index)
        counts[tier] += 1
    return Results(1000, True, tuple(counts), columns)


def outline_with(headings: list[int]) -> Outline:
    entries = tuple(OutlineEntry(number, address, 1, f"第{number}章") for number, address in enumerate(headings))
    return Outline(array("Q", headings or [0]), entries, 0, True)


places = st.lists(st.tuples(st.integers(0, 999), st.sampled_from(Tier)), max_size=40, unique_by=lambda one: one[0])


@given(places.map(sorted), st.lists(st.integers(0, 999), max_size=8, unique=True).map(sorted), st.booleans())
def test_every_hit_has_one_row(found, headings, is_by_tier):
    results, outline = results_at(found), outline_with(headings)
    rows = ResultRows(results, outline, is_by_tier)
    hit_rows = [row for row in range(len(rows)) if rows.group(row) is None]
    assert sorted(rows.hit(row) for row in hit_rows) == list(range(len(found)))
    assert [rows.row_of(rows.hit(row)) for row in hit_rows] == hit_rows
    groups = [rows.group(row) for row in range(len(rows)) if rows.group(row) is not None]
    if groups:
        assert groups == list(rows.groups)
        assert sum(group.count for group in groups) == len(found)
    for row in range(len(rows)):
        if rows.group(row) is not None:
            assert rows.hit(row) == rows.hit(row + 1)


@given(places.map(sorted), st.lists(st.integers(0, 999), max_size=8, unique=True).map(sorted), st.integers(0, 40))
def test_rows_that_grew_are_as_if_made_anew(found, headings, known):
    results, outline = results_at(found), outline_with(headings)
    counts = tuple(sum(tier is one for _, tier in found[:known]) for one in Tier)
    before = ResultRows(replace(results, counts=counts), outline, is_by_tier=False)
    grown, anew = before.grown(results), ResultRows(results, outline, is_by_tier=False)
    if grown is None:
        assert not before.groups or len(before.groups) == 1 < len(anew.groups)
    else:
        assert grown.groups == anew.groups
        assert [grown.hit(row) for row in range(len(grown))] == [anew.hit(row) for row in range(len(anew))]


def test_rows_by_tier_do_not_grow():
    found = results_at([(5, Tier.EXACT)])
    assert ResultRows(found, outline_with([]), is_by_tier=True).grown(found) is None
    assert ResultRows(found, outline_with([]), is_by_tier=False).grown(results_at([(5, Tier.EXACT)])) is None


def test_hits_stand_under_their_chapters():
    found = results_at([(5, Tier.EXACT), (12, Tier.EXACT), (13, Tier.SCRIPT), (40, Tier.EXACT)])
    rows = ResultRows(found, outline_with([10, 20, 30]), is_by_tier=False)
    shown = [group.key if (group := rows.group(row)) else f"hit {rows.hit(row)}" for row in range(len(rows))]
    assert shown == [0, "hit 0", 1, "hit 1", "hit 2", 3, "hit 3"]


def test_the_nearest_come_first():
    found = results_at([(5, Tier.READING), (12, Tier.EXACT), (13, Tier.SCRIPT), (40, Tier.EXACT)])
    rows = ResultRows(found, outline_with([]), is_by_tier=True)
    shown = [group.key if (group := rows.group(row)) else rows.hit(row) for row in range(len(rows))]
    assert shown == [Tier.EXACT, 1, 3, Tier.SCRIPT, 2, Tier.READING, 0]


@pytest.mark.parametrize("headings", [[], [0]])
def test_one_chapter_needs_no_name(headings):
    found = results_at([(5, Tier.EXACT), (12, Tier.EXACT)])
    assert len(ResultRows(found, outline_with(headings), is_by_tier=False)) == 2
