"""What is underlined: words and characters that are shown as others, by why they are."""

from __future__ import annotations

import pytest

from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.punctuation import CORNER, Punctuation
from reader.convert.rendition import Manner, Rendition
from reader.convert.text_changes import text_changes
from reader.convert.words import OwnWords
from reader.model.block import Block
from reader.model.script import Script
from reader.model.text_change import ChangeKind

CONVERTERS = Converters()
CHARACTER, CHOICE, REGIONAL, OWN = ChangeKind


def changed(text: str, **manner: object) -> list[tuple[str, ChangeKind]]:
    rendition = Rendition(Script.SIMPLIFIED, Manner(Script.TAIWAN, True, **manner), CONVERTERS)
    found = text_changes(rendition, Block(0, 1, text))
    return [(text[change.span.start : change.span.end], change.kind) for change in found]


@pytest.mark.parametrize("engine", Engine)
def test_changes_are_told_apart(engine):
    assert changed("软件的头发，国王说", engine=engine) == [
        ("软件", REGIONAL),
        ("头", CHARACTER),
        ("发", CHOICE),
        ("国", CHARACTER),
        ("说", CHARACTER),
    ]


def test_of_a_word_only_what_changed_is_marked():
    assert changed("在后面发现皇后") == [("后", CHOICE), ("发", CHOICE), ("现", CHARACTER)]


def test_forms_that_differ_in_style_are_no_choice():
    assert changed("这个") == [("这个", CHARACTER)]


def test_what_the_reader_said_is_told_apart():
    assert changed("软件", words=OwnWords({"软件": "軟件"})) == [("软件", OWN)]
    assert changed("软件", words=OwnWords({"软件": "软件"})) == []


def test_punctuation_changes_as_a_character_does():
    assert changed("他…“”", punctuation=Punctuation(CORNER, has_long_marks=True)) == [
        ("…", CHARACTER),
        ("“", CHARACTER),
        ("”", CHARACTER),
    ]


def test_as_written_nothing_is_changed():
    rendition = Rendition(Script.SIMPLIFIED, Manner(), CONVERTERS)
    assert text_changes(rendition, Block(0, 1, "软件")) == ()
