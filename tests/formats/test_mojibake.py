from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.mojibake import chain_of, undo, undone_mojibake
from reader.formats.registry import open_document

SIMPLIFIED = "那年冬天，村子里的人都说河水结了冰，可是谁也没有去看过。孩子们在门前等着，一直等到天黑。"
TRADITIONAL = "那年冬天，村子裡的人都說河水結了冰，可是誰也沒有去看過。孩子們在門前等著，一直等到天黑。"


def windows(data: bytes) -> str:
    """What a Western Windows makes of bytes."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (SIMPLIFIED, "utf-8", "cp1252"),
        (TRADITIONAL, "gb18030", "cp1252"),
        (TRADITIONAL, "big5hkscs", "cp1252"),
        (TRADITIONAL, "big5hkscs", "gb18030"),
    ],
)
def test_a_wrong_decoding_that_lost_nothing_is_undone(text: str, right: str, wrong: str):
    data = text.encode(right)
    undone = undone_mojibake(windows(data) if wrong == "cp1252" else codec_named(wrong).decode(data).text)
    assert undone
    assert (undone.encoding, undone.text, undone.lost) == (f"{right} ← {wrong}", text, 0.0)


def test_a_wrong_decoding_that_lost_a_little_is_undone_but_for_that():
    for broken in (
        SIMPLIFIED.encode().decode("gbk", "replace"),
        SIMPLIFIED.encode().decode("gbk", "replace").replace("\ufffd", "?"),
        SIMPLIFIED.encode().decode("gb18030", "replace"),
    ):
        undone = undone_mojibake(broken)
        assert undone
        assert undone.encoding == "utf-8 ← gb18030"
        assert sum(one in undone.text for one in SIMPLIFIED) > 0.8 * len(SIMPLIFIED)
        assert undone.lost < 0.3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        SIMPLIFIED,
        TRADITIONAL,
        "锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷",
        "烫烫烫烫烫烫烫烫烫烫烫烫",
        "café, naïve, Ångström, Müller, señor, façade",
        "тепло и свет, долгая зима",
        "それはある冬の夜のことでした。",
        "어느 겨울밤의 일이었습니다.",
        "巉岏嶒崚嵯峨崢嶸嶔崟岑崟",
        "\ufffd" * 50,
        "\ue000\ue001" * 20,
    ],
)
def test_what_is_as_it_was_written_is_left_alone(text: str):
    assert undone_mojibake(text) is None


def test_natural_texts_are_left_alone_and_broken_ones_are_not(samples: Path):
    for path in sorted((samples / "texts").rglob("*.txt")):
        if path.name == "blns.txt" or "_raw" in path.parent.name:
            continue
        text = path.read_text("utf-8")
        for start in range(0, len(text) - 1000, max(1, len(text) // 20)):
            assert undone_mojibake(text[start : start + 300]) is None
        undone = undone_mojibake(windows(text[len(text) // 2 :][:600].encode()))
        assert undone
        assert undone.encoding == "utf-8 ← cp1252"


@given(text=st.text(max_size=60))
def test_any_text(text: str):
    undone = undone_mojibake(text)
    if undone:
        undone.text.encode()
    for right, wrong in (("utf-8", "gb18030"), ("big5hkscs", "cp1252"), ("gb18030", "big5hkscs")):
        undo(text.encode("utf-8", "replace").decode(), right, wrong).encode()


def test_ways_back_have_names():
    assert chain_of("utf-8 ← gb18030") == ("utf-8", "gb18030")
    assert all(chain_of(name) is None for name in ENCODINGS)
    for name in ("utf-8 ← utf-8", "utf-8 ← klingon", " ← ", "utf-16-le ← gb18030"):
        with pytest.raises(LookupError):
            chain_of(name)


@pytest.mark.parametrize("outer", ["utf-8", "utf-16"])
def test_a_file_is_opened_as_it_was_meant(written: Callable[..., Path], outer: str):
    broken = codec_named("gb18030").decode(TRADITIONAL.encode("big5hkscs")).text
    path = written(f"{broken}\n{broken}", encoding=outer)
    document = open_document(path, "big5hkscs ← gb18030")
    assert (document.encoding, document.confidence) == ("big5hkscs ← gb18030", 1.0)
    block = document.block_at(0)
    assert block.text == TRADITIONAL
    assert document.file_change() is None
    following = document.block_after(block)
    assert following
    assert following.text == TRADITIONAL
