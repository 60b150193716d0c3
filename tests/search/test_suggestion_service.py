"""What the window and the process that reads for suggestions say to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.entity import EntityKind
from reader.model.suggested import SuggestedWord
from reader.search.errors import DefectApart, SuggestingEnded
from reader.search.suggested_words import SuggestedWords
from reader.search.suggestion_service import GREETING, Answering, message, told

WORDS = st.builds(SuggestedWord, st.text(), st.integers(min_value=1), st.sampled_from([None, *EntityKind]))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stretches that are read, of which nothing else is made."""
    texts: list[str] = []
    monkeypatch.setattr(SuggestedWords, "add", lambda self, text: texts.append(text))
    return texts


def test_a_greeting_is_answered_and_changes_nothing() -> None:
    answering = Answering()
    answering.answer(message("王建國說，", is_new=True, is_told=False))
    assert told(answering.answer(GREETING)) is None
    words = told(answering.answer(message("王建國說，", is_new=False, is_told=True)))
    assert words is not None
    assert SuggestedWord("王建國", 2, EntityKind.PERSON) in words


def test_a_new_document_forgets_the_one_before() -> None:
    answering = Answering()
    answering.answer(message("王建國說，王建國說。", is_new=True, is_told=False))
    assert told(answering.answer(message("一", is_new=True, is_told=True))) == ()
    assert not answering.is_over


@given(st.lists(WORDS))
def test_words_arrive_as_they_were(words: list[SuggestedWord]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SuggestedWords, "words", lambda self: tuple(words))
        assert told(Answering().answer(message("", is_new=True, is_told=True))) == tuple(words)


@pytest.mark.parametrize("text", ["", "濟南\n", "𠀀\x00\ufffd", "\ud800半"])
def test_a_text_arrives_as_it_is(read: list[str], text: str) -> None:
    assert told(Answering().answer(message(text, is_new=False, is_told=False))) is None
    assert read == [text]


@given(st.binary())
def test_nothing_that_arrives_is_mistaken_for_an_answer(answer: bytes) -> None:
    try:
        words = told(answer)
    except (SuggestingEnded, DefectApart):
        return
    assert (words is None) == (answer == b".")


def test_a_defect_is_told_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: SuggestedWords, text: str) -> None:
        raise LookupError("unexpected")

    monkeypatch.setattr(SuggestedWords, "add", fail)
    answering = Answering()
    answer = answering.answer(message("一", is_new=True, is_told=True))
    assert answering.is_over
    with pytest.raises(DefectApart, match=r"in fail\n(.*\n)+LookupError: unexpected"):
        told(answer)


def test_want_of_memory_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def swell(self: SuggestedWords, text: str) -> None:
        raise MemoryError

    monkeypatch.setattr(SuggestedWords, "add", swell)
    with pytest.raises(SuggestingEnded, match="memory"):
        told(Answering().answer(message("一", is_new=True, is_told=True)))
