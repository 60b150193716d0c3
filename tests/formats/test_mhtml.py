from __future__ import annotations

import base64
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.mhtml import parse_mhtml
from reader.formats.registry import open_document

Written = Callable[..., Path]


def archive(page: str, encoding: str = "utf-8") -> bytes:
    parts = (
        f"Content-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: http://example.org/\r\n\r\n{base64.encodebytes(page.encode(encoding)).decode()}",
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://example.org/sea.png\r\n"
        f"Content-ID: <one@x>\r\n\r\n{base64.encodebytes(b'picture').decode()}",
    )
    head = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'
    return (head + "".join(f"--x\r\n{part}\r\n" for part in parts) + "--x--\r\n").encode()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("name", ["a.mhtml", "a.html", "a.txt"])
def test_an_archive_is_its_page(written: Written, encoding: str, name: str):
    page = (
        "<html><body><p>燈滅了以後，屋裡只聽得見鐘擺的聲音。"
        "<img src='http://example.org/sea.png'><img src='cid:one@x'></p>"
    )
    document = open_document(written(archive(page, encoding), name))
    block = document.block_at(0)
    assert (document.format, block.text) == ("mhtml", "燈滅了以後，屋裡只聽得見鐘擺的聲音。\ufffc\ufffc")
    assert [document.image(mark.value) for mark in block.marks] == [b"picture", b"picture"]


def test_an_archive_without_a_page_is_damaged(written: Written):
    with pytest.raises(UnreadableFile) as caught:
        parse_mhtml(written(archive("一").replace(b"text/html", b"text/css"), "a.mhtml"))
    assert caught.value.reason is Unreadable.DAMAGED


def test_any_damage_is_an_error_or_a_text(written: Written, cases: Callable[[int], range]):
    """The fuzz target of MHTML."""
    whole = archive("<html><body><p>燈滅了以後，屋裡只聽得見鐘擺的聲音。</p>")
    chance = random.Random(9)
    for _ in cases(150):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(20)] = chance.choice((b"--x\r\n", b"\r\n\r\n", b"\0", b"=", b""))
        with suppress(UnreadableFile):
            parse_mhtml(written(bytes(content), "a.mhtml"))
