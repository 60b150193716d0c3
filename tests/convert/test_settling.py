"""What a reader said comes first in every engine, and is told as the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.place_choices import PlaceChoices
from reader.convert.punctuation import CORNER, Punctuation
from reader.convert.rendition import Manner, Rendition
from reader.convert.ruling import Settled
from reader.convert.shown_word import piece_at, word_in
from reader.convert.words import OwnWords
from reader.model.block import Block
from reader.model.own_word import OwnWord, PlaceChoice
from reader.model.position import Position, Span
from reader.model.script import Script

S, TW = Script.SIMPLIFIED, Script.TAIWAN
CONVERTERS = Converters()


def block(text: str, start: int = 0) -> Block:
    return Block(start, start + len(text), text)


def rendition(**manner: object) -> Rendition:
    return Rendition(S, Manner(TW, True, **manner), CONVERTERS)


@pytest.mark.parametrize("engine", Engine)
def test_own_words_come_before_the_dictionaries_of_every_engine(engine):
    shown = rendition(engine=engine, words=OwnWords({"软件": "軟件", "数据库": "資料倉"}))
    assert shown.convert("软件和数据库里的鼠标").text == "軟件和資料倉裡的滑鼠"


@pytest.mark.parametrize("engine", Engine)
def test_a_choice_for_one_place_comes_before_own_words(engine):
    def places(wanted: Block) -> tuple[Settled, ...]:
        return (Settled(3, 5, "軟物", "own choice"),) if wanted.start == 7 else ()

    shown = rendition(engine=engine, words=OwnWords({"软件": "軟件"}), places=places)
    text = "软件和软件"
    assert shown.show(block(text, 7)).text == "軟件和軟物"
    assert shown.show(block(text)).text == shown.convert(text).text == "軟件和軟件"
    rules = [change.rules for change in shown.explain(block(text, 7))]
    assert [found[0].table for found in rules if found] == ["own words", "own choice"]


def test_what_stays_as_written_can_be_told_otherwise():
    taiwan = Rendition(TW, Manner(TW, True, words=OwnWords({"計程車": "的士"})), CONVERTERS)
    assert taiwan.convert("搭計程車").text == "搭的士"
    assert [change.source for change in taiwan.explain(block("搭計程車"))] == [Span(0, 1), Span(1, 4)]


@pytest.mark.parametrize("engine", Engine)
@given(
    words=st.lists(
        st.sampled_from(["头发", "发现", "软件", "“里”", "…", "数据库", "a,", "，", "𠮷", "-{里}-"]), max_size=9
    ),
    own=st.dictionaries(st.sampled_from(["发", "软件和", "库", "里"]), st.sampled_from(["甲", "乙丙"]), max_size=3),
)
def test_the_pieces_are_those_of_the_page(engine, words, own):
    shown = rendition(engine=engine, words=OwnWords(own), punctuation=Punctuation(CORNER, True, True))
    found = block("".join(words))
    conversion, changed = shown.show(found), shown.explain(found)
    assert "".join(conversion.text[change.shown.start : change.shown.end] for change in changed) == conversion.text
    assert sum(len(change.source) for change in changed) == len(found.text)
    for change in changed:
        if not change.rules:
            source = found.text[change.source.start : change.source.end]
            assert conversion.text[change.shown.start : change.shown.end] == source


class Pages:
    """As much of a document as looking up places takes: blocks of ten code points, addressed by code points."""

    def position_of(self, address: int) -> Position:
        return Position(address // 10 * 10, address % 10)


def test_choices_are_found_in_their_blocks_while_their_words_stand_there():
    choices = [
        PlaceChoice(12, "里", "里", TW),
        PlaceChoice(14, "发", "髮", TW),
        PlaceChoice(15, "发现", "髮現", TW),
        PlaceChoice(30, "后", "后", TW),
    ]
    found = PlaceChoices(Pages(), choices)  # type: ignore[arg-type]
    assert found(Block(10, 20, "家村里头发现，")) == (
        Settled(2, 3, "里", "own choice"),
        Settled(4, 5, "髮", "own choice"),
    )
    assert found(Block(20, 30, "家村里头发现，")) == ()
    assert found(Block(30, 40, "前面")) == ()


@pytest.mark.parametrize(
    ("text", "offset", "shown", "some"),
    [
        ("头发白了", 0, "頭髮", "頭發"),
        ("在里面", 1, "裡面", "里面"),
        ("他姓于的", 2, "於", "于"),
        ("用软件", 1, "軟體", "软件"),
        ("用软件", 1, "軟體", "軟件"),
    ],
)
def test_a_word_has_candidates(text, offset, shown, some):
    view = rendition()
    span = piece_at(view, block(text), offset)
    if span is None:
        span = Span(offset, offset + 1)
    word = word_in(view, block(text), span)
    assert len(word.candidates) == len(set(word.candidates))
    assert word.candidates[0] == word.shown
    assert {word.shown, word.source, some} <= set(word.candidates) | {shown}


def test_a_selection_takes_whole_pieces():
    word = word_in(rendition(), block("看视频时"), Span(2, 4))
    assert (word.source, word.shown) == ("视频时", "影片時")
    assert {rule.table for rule in word.rules} >= {"TWPhrases"}


@pytest.mark.parametrize(
    ("word", "result"), [("", "甲"), ("甲", ""), ("甲", "乙 丙"), ("甲\n乙", "丙"), ("#甲", "乙"), (" 甲", "乙")]
)
def test_what_no_file_could_hold_is_no_own_word(word, result):
    with pytest.raises(ValueError, match=r"no (word|result)"):
        OwnWord(word, result)
