"""A text of any length comes out whole, whatever pieces it comes in."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.convert import stream
from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.longest_first import LongestFirst
from reader.convert.punctuation import CORNER, Punctuation
from reader.convert.stream import Stream
from reader.convert.words import OwnWords


@pytest.fixture(scope="module")
def converters():
    return Converters()


@given(cuts=st.lists(st.integers(0, 120), max_size=8))
@settings(max_examples=60)
def test_pieces_make_no_difference(converters, cuts):
    text = "亚裔的士兵看视频\r\n在屋里\r用软件\n\n" * 4
    bounds = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "_PIECE", 10)
        shown = "".join(Stream("s2twp", converters).convert(pieces))
    assert shown == "亞裔的士兵看影片\r\n在屋裡\r用軟體\n\n" * 4


def test_every_engine_converts(converters):
    text = "亚裔的士兵看视频"
    assert list(Stream("s2twp", converters, engine=Engine.OPENCC).convert([text])) == ["亞裔計程車兵看影片"]
    package = list(Stream("s2twp", converters, engine=Engine.REIMPLEMENTED).convert([text]))
    assert package == [LongestFirst("s2twp").convert(text)]
    assert list(Stream("t2twp", converters, engine=Engine.REIMPLEMENTED).convert(["軟件"])) == ["軟體"]
    assert list(Stream("s2t", converters).convert([])) == []


def test_own_words_take_part(converters):
    words = OwnWords({"视频": "視訊"})
    assert list(Stream("s2twp", converters, words=words).convert(["看视频"])) == ["看視訊"]


def test_an_unknown_route_is_an_error(converters):
    with pytest.raises(KeyError):
        list(Stream("x2y", converters).convert(["文"]))


def test_segments_are_for_json(converters):
    found = json.loads(json.dumps(Stream("s2twp", converters).segments("用鼠标")))
    assert "".join(segment["source"] for segment in found) == "用鼠标"
    assert "".join(segment["shown"] for segment in found) == "用滑鼠"
    assert found[-1]["start"] == 1
    assert found[-1]["rules"][-1] == {"table": "TWPhrases", "word": "鼠標", "result": "滑鼠", "others": []}


def test_lines_that_a_return_ends_are_whole_lines(converters, monkeypatch):
    monkeypatch.setattr(stream, "_PIECE", 10)
    pieces = list(Stream("s2twp", converters).convert(["在屋里\r", "用软", "件\r看视频\r在", "家\r"]))
    assert pieces == ["在屋裡\r用軟體\r看影片\r", "在家\r"]


def test_a_long_line_is_put_together_once(converters, monkeypatch):
    """Each piece is looked at once, however many there are: joining what is held with every one took hours."""
    monkeypatch.setattr(stream, "_PIECE", 10)
    seen = []

    class Text(str):
        def rfind(self, *arguments):
            seen.append(len(self))
            return super().rfind(*arguments)

    texts = [Text("在屋里") for _ in range(100)]
    assert "".join(Stream("s2twp", converters).convert(texts)) == "在屋裡" * 100
    assert set(seen) == {3}


def test_punctuation_is_a_view_of_its_own(converters):
    view = Punctuation(CORNER, has_full_width=True, has_long_marks=True)
    text = "他说:“走…”\nprint(“a”)\n"
    assert "".join(Stream("s2tw", converters, punctuation=view).convert([text])) == "他說：「走……」\nprint(“a”)\n"
    assert "".join(Stream(None, converters, punctuation=view).convert([text])) == "他说：「走……」\nprint(“a”)\n"
    found = Stream("s2tw", converters, punctuation=view).segments("说…")
    assert [rule["table"] for segment in found for rule in segment["rules"]] == ["STCharacters", "ellipsis"]
