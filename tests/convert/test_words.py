"""Own words stand above all dictionaries, and travel in OpenCC's format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.senses import Region
from reader.convert.words import OwnWords, parse_words, with_words, write_words

WORD = st.text("甲乙里后發abc", min_size=1, max_size=4)


@pytest.fixture(scope="module")
def route(dictionaries):
    return Route(recipe(dictionaries, "s2twp"))


@pytest.mark.parametrize("judge", [None, Guard(Region.MAINLAND, is_simplified=True)])
def test_own_words_come_first(route, judge):
    words = OwnWords({"软件": "軟件", "鼠标": "滑鼠器", "里": "里"})
    shown = route.convert("软件里的鼠标和硬件", with_words(words, judge))
    assert shown == "軟件里的滑鼠器和硬體"


def test_what_is_marked_is_shown_as_it_is(route):
    text = "-{里长}-在屋里"
    conversion = route.convert_aligned(text, with_words(OwnWords(), None))
    assert conversion.text == "里长在屋裡"
    assert conversion.alignment.source_length == len(text)


def test_marks_come_before_words(route):
    assert route.convert("-{软件}-软件", with_words(OwnWords({"软件": "軟件"}), None)) == "软件軟件"


@given(st.dictionaries(WORD, WORD, max_size=8))
def test_words_are_read_back(entries):
    assert parse_words(write_words(OwnWords(entries))) == OwnWords(entries)


def test_openccs_format_is_read():
    words = parse_words("# 註\n\n軟件\t軟體 軟件\r\n里長\n")
    assert words.entries == {"軟件": "軟體", "里長": "里長"}
