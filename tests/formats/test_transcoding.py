from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats import registry
from reader.formats.codec_table import ENCODINGS
from reader.formats.encoding import UNSURE, detect_encoding
from reader.formats.registry import open_document
from reader.formats.source import MemorySource
from reader.formats.transcoding import OTHER_ENCODINGS, decode_whole, encoding_named
from reader.model.document import FileChange
from reader.model.position import Position

CHINESE = "那年冬天，村子里的人都说河水结了冰。"
TRADITIONAL = "那年冬天，村子裡的人都說河水結了冰。"
JAPANESE = "その年の冬、村の人たちは川の水が凍ったと言ったが、誰も見に行かなかった。子どもたちは門の前で待っていた。"


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_japanese_is_told_from_chinese(encoding: str):
    for repeat in (1, 5, 300):
        found = detect_encoding(MemorySource((JAPANESE * repeat).encode(encoding)))
        assert found.encoding == encoding
        assert found.confidence > UNSURE
    for start in range(40):
        assert detect_encoding(MemorySource(JAPANESE.encode(encoding)[start:])).encoding == encoding


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_chinese_is_told_from_japanese(encoding: str):
    for text in (TRADITIONAL, TRADITIONAL + "ｶﾀｶﾅ", TRADITIONAL * 3 + "の"):
        assert detect_encoding(MemorySource(text.encode(encoding, "ignore"))).encoding == encoding


def test_seven_bit_chinese_is_told_from_ascii():
    found = detect_encoding(MemorySource(f"news:\n{CHINESE}\n".encode("hz")))
    assert found.encoding == "hz"
    assert found.confidence > UNSURE
    for text in ("a ~{ b ~} c", "~{~}", "f(x) = {~x}", "~{abcd~} ~{efgh~}"):
        assert detect_encoding(MemorySource(text.encode())).encoding == "utf-8"


@pytest.mark.parametrize(("encoding", "text"), [("hz", CHINESE), ("cp932", JAPANESE), ("euc_jp", JAPANESE)])
def test_a_file_in_them_reads_like_any_other(written: Callable[..., Path], encoding: str, text: str):
    path = written(f"{text}\n\n{text}2\n", encoding=encoding)
    document = open_document(path)
    assert (document.encoding, document.format) == (encoding, "text")
    block = document.block_at(0)
    assert block.text == text
    for offset in range(len(text)):
        address = document.address_of(Position(block.start, offset))
        assert document.position_of(address) == Position(block.start, offset)
    assert [passage.text for passage in document.passages()] == [f"{text}\n\n{text}2\n"]
    assert document.file_change() is None
    path.write_bytes(b"x")
    assert document.file_change() is FileChange.CHANGED


def test_a_chosen_one_is_taken(written: Callable[..., Path]):
    path = written(JAPANESE, encoding="cp932")
    assert open_document(path, "Shift_JIS").block_at(0).text == JAPANESE
    assert open_document(path, "euc-jp").encoding == "euc_jp"
    with pytest.raises(UnreadableFile) as caught:
        open_document(written(" \n"), "euc-jp")
    assert caught.value.reason is Unreadable.EMPTY


def test_too_large_a_file_is_not_decoded_whole(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "FILE_SIZE", 20)
    with pytest.raises(UnreadableFile) as caught:
        open_document(written(JAPANESE, encoding="cp932"))
    assert caught.value.reason is Unreadable.TOO_LARGE


def test_names():
    assert [encoding_named(name) for name in ENCODINGS + OTHER_ENCODINGS] == list(ENCODINGS + OTHER_ENCODINGS)
    assert encoding_named("SJIS") == encoding_named("ms932") == "cp932"
    assert encoding_named("GBK") == "gb18030"
    assert encoding_named("utf-8 ← gb18030") == "utf-8 ← gb18030"
    for name in ("euc_kr", "utf-8 ← euc_kr"):
        with pytest.raises(LookupError):
            encoding_named(name)


def test_damage_is_shown():
    assert decode_whole(b"\x82\xa0\x82", "cp932") == "あ\ufffd"
    assert decode_whole(b"~{!!", "hz").startswith("\u3000")
    assert decode_whole(b"\xff\xfe", "utf-8") == "\ufffd\ufffd"
