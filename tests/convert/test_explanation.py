"""Explanations cover both texts, and say what was done."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.convert.alignment import Alignment
from reader.convert.explanation import Rule, changes
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.ruling import Settled

NAMES = ("s2t", "s2twp", "tw2s", "tw2sp", "s2hkp", "hk2twp", "t2twp")

WORDS = st.sampled_from(
    [
        "互联网",
        "软件",
        "软",
        "视频",
        "的士",
        "兵",
        "后",
        "发",
        "数据库",
        "，",
        "𠮷",
        "\n",
        "的是",
        "U盘",
        "乾",
        "乾隆",
        "﨏",
        "滑鼠",
        "資料庫",
        "資料",
        "埠",
        "裡面",
        "計程車",
        "尼日",
        "尼日利亞",
        "伊利諾",
        "瞭解",
        "什麼",
        "線上",
        "雲端",
    ]
)


@dataclass(frozen=True)
class Made:
    """A ruling made up by a test: what is refused is told by the place."""

    settled: tuple[Settled, ...]
    preferred: tuple[Settled, ...]
    refused: frozenset[int]
    astray: frozenset[int]

    def crossed(self, places):
        return [True] * len(places)

    def stands(self, start, end):
        return start not in self.astray

    def tears(self, start, end):
        return end in self.astray

    def allows(self, start, end, result):
        return self.stands(start, end) and start not in self.refused


PLACES = st.frozensets(st.integers(0, 60))


@st.composite
def judges(draw):
    refused, astray, cuts = draw(PLACES), draw(PLACES), sorted(draw(st.frozensets(st.integers(0, 40), max_size=6)))

    others = sorted(draw(st.frozensets(st.integers(0, 40), max_size=6)))

    def judge(text):
        settled = [
            Settled(start, end, "定" * (1 + start % 3), "own")
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
            if end <= len(text)
        ]
        preferred = [Settled(at, at + 1, "選", "rule") for at in others if at < len(text)]
        return Made(tuple(settled), tuple(preferred), refused, astray)

    return judge


@pytest.fixture(scope="module")
def routes(dictionaries):
    return {name: Route(recipe(dictionaries, name)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
@given(words=st.lists(WORDS, max_size=20), judge=st.one_of(st.none(), judges()))
@settings(max_examples=150)
def test_all_ways_to_convert_agree(routes, name, words, judge):
    text = "".join(words)
    conversion = routes[name].convert_aligned(text, judge)
    assert routes[name].convert(text, judge) == conversion.text
    found = changes(routes[name].explain(text, judge))
    for side, whole in (("source", text), ("shown", conversion.text)):
        spans = [getattr(change, side) for change in found]
        assert [span.start for span in spans] == [0, *[span.end for span in spans]][: len(spans)]
        assert not spans or spans[-1].end == len(whole)
    lengths = [(len(change.source), len(change.shown)) for change in found]
    assert Alignment.of_lengths(lengths) == conversion.alignment
    for change in found:
        shown = conversion.text[change.shown.start : change.shown.end]
        if not change.rules:
            assert shown == text[change.source.start : change.source.end]


def test_every_rule_of_a_word_is_told(routes):
    text = "看视频"
    *_, change = changes(routes["s2twp"].explain(text))
    assert (change.source.start, change.source.end) == (1, 3)
    assert change.rules == (
        Rule("STCharacters", "视", "視"),
        Rule("STCharacters", "频", "頻"),
        Rule("TWPhrases", "視頻", "影片", ("視訊",)),
    )


def test_a_character_knows_what_else_it_could_be(routes):
    (change,) = changes(routes["s2t"].explain("后"))
    assert change.rules == (Rule("STCharacters", "后", "後", ("后",)),)


def test_what_could_not_be_anything_else_is_told_in_one(routes):
    found = changes(routes["s2t"].explain("大山水abc"))
    assert [change.rules for change in found] == [()]
    assert (found[0].source.end, found[0].shown.end) == (6, 6)
    assert changes(routes["s2t"].explain("")) == ()


def test_what_is_settled_says_who_decided(routes):
    def judge(text):
        return Made((Settled(0, 2, "甲乙丙", "own words"),), (), frozenset(), frozenset())

    first, *_ = routes["s2twp"].explain("软件后", judge)
    assert first.rules == (Rule("own words", "软件", "甲乙丙"),)


def test_a_refused_word_gives_way_to_what_it_hid(routes):
    def judge(text):
        return Made((), (), frozenset(), frozenset({text.index("的士")}))

    assert routes["s2twp"].convert("亚裔的士兵", judge) == "亞裔的士兵"
