from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats import registry
from reader.formats.registry import open_document
from reader.model.document import Document, FileChange

SENTENCE = "燈滅了以後，屋裡只聽得見鐘擺的聲音。"


def reason_of(path: Path, encoding: str | None = None) -> Unreadable:
    with pytest.raises(UnreadableFile) as caught:
        open_document(path, encoding)
    return caught.value.reason


def test_text_is_text_whatever_it_is_called(written: Callable[..., Path]):
    for name in ("book.txt", "book", "book.epub", "book.html", "書.bin", " .txt"):
        document = open_document(written(SENTENCE, name))
        assert document.block_at(0).text == SENTENCE
        assert document.title == Path(name).stem
        assert document.file_change() is None
        document.close()


@pytest.mark.parametrize(
    "content", [b"", b"\n", b" \r\n\t", "\u3000".encode() * 100_000, b"\n" * 1_000_000, b"\t" * 9000]
)
def test_white_space_is_nothing(written: Callable[..., Path], content: bytes):
    assert reason_of(written(content)) is Unreadable.EMPTY
    assert reason_of(written(content), "utf-8") is Unreadable.EMPTY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_mark_without_text_is_nothing(written: Callable[..., Path], encoding: str):
    for text in ("\ufeff", "\ufeff\ufeff", "\ufeff\n\u3000\n"):
        assert reason_of(written(text, encoding=encoding)) is Unreadable.EMPTY


def test_text_behind_much_white_space_is_found(written: Callable[..., Path]):
    for space in (" ", "\u3000", "\n", "\u3000\n"):
        document = open_document(written(space * 500_000 + SENTENCE))
        assert list(document.passages())[-1].text.endswith(SENTENCE)


def test_the_search_for_text_ends(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "_BLANK_LIMIT", 1 << 20)
    assert reason_of(written(b"\n" * (2 << 20) + SENTENCE.encode())) is Unreadable.EMPTY


@pytest.mark.parametrize(
    "head",
    [
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\x7fELF\x02\x01",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"Rar!\x1a\x07\x01",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b\x08",
        b"BZh91AY&SY",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"x" * 60 + b"BOOKMOBI",
        b"RIFF\x10\x20\x30\x40WEBPVP8 ",
    ],
)
def test_known_formats_are_not_text(written: Callable[..., Path], head: bytes):
    content = head + random.Random(1).randbytes(5000)
    assert reason_of(written(content)) is Unreadable.BINARY
    assert reason_of(written(content), "utf-8") is Unreadable.BINARY
    assert reason_of(written(head)) is Unreadable.BINARY


def test_noise_and_zeros_are_not_text(written: Callable[..., Path]):
    for seed in range(5):
        assert reason_of(written(random.Random(seed).randbytes(200_000))) is Unreadable.BINARY
    for size in (1, 8, 1 << 20):
        assert reason_of(written(bytes(size))) is Unreadable.BINARY


def test_text_with_controls_is_text(written: Callable[..., Path]):
    for text in (
        "\x1b[31m紅\x1b[0m\x07\x08 \x00",
        SENTENCE + "\x1a",
        ("\0" + SENTENCE) * 500,
        "".join(map(chr, range(32))) + "控制",
    ):
        document = open_document(written(text))
        assert "".join(passage.text for passage in document.passages()).strip() == text.strip()


def test_a_chosen_encoding_skips_a_utf8_mark(written: Callable[..., Path]):
    path = written(b"\xef\xbb\xbf" + "一".encode("gb18030"))
    assert open_document(path, "gbk").block_at(0).text == "一"


def test_an_unknown_encoding_is_the_callers_mistake(written: Callable[..., Path]):
    with pytest.raises(LookupError):
        open_document(written(SENTENCE), "klingon")


def test_changes_are_told(written: Callable[..., Path]):
    path = written(SENTENCE)
    document = open_document(path)
    path.unlink()
    assert document.file_change() is FileChange.VANISHED
    document.close()
    document.close()


def test_no_descriptor_is_left_open(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    if not Path("/proc/self/fd").exists():
        pytest.skip("Linux")
    monkeypatch.setattr("reader.formats.source.WHOLE_LIMIT", 100)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for content in (b"\n" * 1000, bytes(1000), b"PK\x03\x04" * 100):
        reason_of(written(content))
    open_document(written(SENTENCE * 100)).close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def hostile() -> dict[str, bytes]:
    """Texts that have broken readers."""
    chance = random.Random(4)
    marks = "\u0300\u0316\u0334\u035c\u0489\u20dd"
    broken = bytearray((SENTENCE * 3000).encode())
    for _ in range(400):
        broken[chance.randrange(len(broken))] = chance.choice(b"\xff\xc0\x80\xed")
    return {
        "one long line": SENTENCE.encode() * 20_000,
        "one long word": b"a" * 1_000_000,
        "marks on one base": ("字" + "".join(chance.choices(marks, k=100_000)) + "字").encode(),
        "variation selectors": ("葛" + "\U000e0100" * 100_000).encode(),
        "joined emoji": ("👨\u200d👩\u200d👧\u200d" * 10_000).encode(),
        "zero width": ("\u200b\u200c\u200d\ufeff\u2060" * 100_000).encode(),
        "short lines": "一\n".encode() * 200_000,
        "chapters": "".join(f"第{number}章 夜\n{SENTENCE}\n" for number in range(20_000)).encode(),
        "heading bombs": ("第" + "一" * 100_000 + "\n" + "第" * 50_000 + "章\n" + " " * 100_000 + "第一章\n").encode(),
        "lone surrogates": b"\xff\xfe" + b"".join(c.encode("utf-16-le") + b"\x00\xd8" for c in SENTENCE * 100),
        "odd length": ("\ufeff" + SENTENCE * 500).encode("utf-16-be")[:-1],
        "encoded surrogates": SENTENCE.encode() + b"\xed\xa1\x82\xed\xbe\xb7" + SENTENCE.encode(),
        "broken": bytes(broken),
        "first byte lost": ((SENTENCE + "\n") * 50).encode("gb18030")[1:],
        "half a character": (SENTENCE * 50).encode("big5")[:-1],
        "private": "\ue000\uf8ff\U000f0000\U0010fffd\ufdd0\ufffe\uffff\U0001ffff".encode() * 100,
        "separators": "一\r\n二\r三\n四\u2028五\u2029六\x85七\x0b八\x0c九\x1c十\x1d\x1e\x1f末\r\r\n\n\r".encode(),
        "carriage returns": "\r".join([SENTENCE] * 500).encode(),
        "zeros": b"\0".join(part.encode("gb18030") for part in SENTENCE.split("，") * 2000),
        "directions": ("正文\u202e顛倒\u202c恢復\n" + "\u2067" * 2000).encode(),
        "white line": b"x\n" + b" " * 1_000_000 + b"\ny" + b"\n" * 1_000_000,
    }


@pytest.mark.parametrize("name", hostile())
def test_hostile_text_opens_at_once(written: Callable[..., Path], name: str):
    path = written(hostile()[name])
    started = time.perf_counter()
    document = open_document(path)
    read_here_and_there(document)
    assert time.perf_counter() - started < 2
    *_, outline = document.outlines()
    assert outline.is_complete
    assert outline.starts


def read_here_and_there(document: Document) -> None:
    for part in range(5):
        block = document.block_at(document.size * part // 4)
        block.text.encode("utf-8")
        before = document.block_before(block)
        assert before is None or document.block_after(before) == block


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX names")
def test_names_that_are_no_text(tmp_path: Path):
    name = tmp_path / os.fsdecode(b"\xd6\xd0\xce\xc4.txt")
    try:
        name.write_text(SENTENCE, encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses such names")
    assert open_document(name).block_at(0).text == SENTENCE
