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
from reader.convert.stream import convert_pieces, segments
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
        shown = "".join(convert_pieces(pieces, "s2twp", converters))
    assert shown == "亞裔的士兵看影片\r\n在屋裡\r用軟體\n\n" * 4


def test_every_engine_converts(converters):
    text = "亚裔的士兵看视频"
    assert list(convert_pieces([text], "s2twp", converters, engine=Engine.OPENCC)) == ["亞裔計程車兵看影片"]
    package = list(convert_pieces([text], "s2twp", converters, engine=Engine.REIMPLEMENTED))
    assert package == [LongestFirst("s2twp").convert(text)]
    assert list(convert_pieces(["軟件"], "t2twp", converters, engine=Engine.REIMPLEMENTED)) == ["軟體"]
    assert list(convert_pieces([], "s2t", converters)) == []


def test_own_words_take_part(converters):
    words = OwnWords({"视频": "視訊"})
    assert list(convert_pieces(["看视频"], "s2twp", converters, words=words)) == ["看視訊"]


def test_an_unknown_route_is_an_error(converters):
    with pytest.raises(KeyError):
        list(convert_pieces(["文"], "x2y", converters))


def test_segments_are_for_json(converters):
    found = json.loads(json.dumps(segments("用鼠标", "s2twp", converters)))
    assert "".join(segment["source"] for segment in found) == "用鼠标"
    assert "".join(segment["shown"] for segment in found) == "用滑鼠"
    assert found[-1]["start"] == 1
    assert found[-1]["rules"][-1] == {"table": "TWPhrases", "word": "鼠標", "result": "滑鼠", "others": []}
