"""Keyword lists leave and come back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.search.keyword_files import (
    BadKeywordFile,
    lists_from_csv,
    lists_from_json,
    lists_from_lines,
    lists_to_csv,
    lists_to_json,
    lists_to_lines,
    read_lists,
)

TEXT = st.text(min_size=1, max_size=8).filter(str.strip)
KEYWORD = st.builds(Keyword, TEXT, st.booleans(), st.booleans(), st.none() | st.integers(0, PALETTE_SIZE - 1))
LIST = st.builds(
    KeywordList,
    st.text(max_size=5),
    st.lists(KEYWORD, max_size=5).map(tuple),
    st.integers(0, PALETTE_SIZE - 1),
    st.sampled_from(HighlightStyle),
    st.booleans(),
)


@given(st.lists(LIST).map(tuple))
def test_json_keeps_everything(lists):
    assert lists_from_json(lists_to_json(lists)) == lists


@given(st.lists(LIST, unique_by=lambda one: one.name).map(tuple))
def test_csv_keeps_the_words_and_how_they_look(lists):
    lists = tuple(one for one in lists if one.keywords and one.is_on)
    read = lists_from_csv(lists_to_csv(lists))
    assert [(one.name, one.style) for one in read] == [(one.name, one.style) for one in lists]
    for one, other in zip(read, lists, strict=True):
        assert [(word.text, word.is_pattern, word.is_on) for word in one.keywords] == [
            (word.text, word.is_pattern, word.is_on) for word in other.keywords
        ]
        assert [one.colour_of(word) for word in one.keywords] == [other.colour_of(word) for word in other.keywords]


@given(st.lists(st.text("濟南ab", min_size=1), unique=True))
def test_lines_keep_the_words(words):
    lists = (KeywordList("地名", tuple(map(Keyword, words))),) if words else ()
    assert lists_from_lines(lists_to_lines(lists), "地名") == lists


@given(st.text())
def test_any_text_is_lines(text):
    words = [keyword.text for one in lists_from_lines(text, "x") for keyword in one.keywords]
    assert len(set(words)) == len(words)


def test_no_cell_is_a_formula():
    rows = lists_to_csv([KeywordList("=1+1", (Keyword("=SUM(A1)"), Keyword("-x"), Keyword("濟南")))])
    cells = [cell for row in csv.reader(io.StringIO(rows)) for cell in row]
    assert not any(cell.startswith(("=", "-", "+", "@")) for cell in cells)


@pytest.mark.parametrize(
    "text",
    ["", "{", "{}x", "[1]", '[{"name": "a"}]', '[{"keywords": [{"text": " "}]}]', '[{"keywords": [{"text": 5}]}]',
     '[{"keywords": ["a"], "colour": 99}]', '[{"keywords": ["a"], "colour": "red"}]',
     '[{"keywords": ["a"], "style": 3}]', "3", "[" * 100_000],
)  # fmt: skip
def test_what_is_no_list(text):
    with pytest.raises(BadKeywordFile):
        lists_from_json(text)


@pytest.mark.parametrize("text", ["", "word\na", "text,colour\na,red", "text,colour\na,99", "text,style\na,blink"])
def test_what_is_no_table(text):
    with pytest.raises(BadKeywordFile):
        lists_from_csv(text)


def test_by_suffix():
    words = (Keyword("濟南"), Keyword("臨夏"))
    assert read_lists("\ufeff濟南\n\n 臨夏 \n濟南\n", ".txt", "地名") == (KeywordList("地名", words),)
    assert read_lists('[{"keywords": ["濟南", "臨夏"]}]', ".JSON", "") == (KeywordList("", words),)
    assert read_lists("\ufefflist,text\n地名,濟南\n", ".csv", "")[0].keywords[0].text == "濟南"
    with pytest.raises(BadKeywordFile):
        read_lists("濟南", ".json", "")
