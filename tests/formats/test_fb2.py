from __future__ import annotations

import base64
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.fb2 import parse_fb2
from reader.formats.registry import open_document
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

Written = Callable[..., Path]

ABOUT = (
    "<description><title-info><book-title>夜航</book-title><author><first-name>某</first-name><last-name>林</last-name>"
    "</author></title-info></description>"
)


def book(bodies: str, encoding: str = "utf-8") -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" '
        f'xmlns:l="http://www.w3.org/1999/xlink">{ABOUT}{bodies}</FictionBook>'
    )
    return text.encode(encoding)


def test_a_book(written: Written):
    picture = base64.b64encode(b"picture").decode()
    bodies = (
        "<body><title><p>夜航</p></title><section><title><p>第一夜</p><p>離岸</p></title><p>船<emphasis>開</emphasis>了。"
        '<a l:href="#n1" type="note">一</a></p><section><title><p>小節</p></title><image l:href="#i.png"/></section>'
        "<poem><stanza><v>潮來</v><v>潮去</v></stanza></poem></section></body>"
        f'<body name="notes"><section id="n1"><p>註文</p></section></body><binary id="i.png">{picture}</binary>'
    )
    document = open_document(written(book(bodies), "a.fb2"))
    assert (document.format, document.title, document.author) == ("fb2", "夜航", "林某")
    blocks = [document.block_at(0)]
    while following := document.block_after(blocks[-1]):
        blocks.append(following)
    assert [(block.text, block.kind, block.level) for block in blocks] == [
        ("夜航", BlockKind.HEADING, 1),
        ("第一夜 離岸", BlockKind.HEADING, 1),
        ("船開了。一", BlockKind.PARAGRAPH, 0),
        ("小節", BlockKind.HEADING, 2),
        ("\ufffc", BlockKind.IMAGE, 0),
        ("潮來", BlockKind.QUOTE, 1),
        ("潮去", BlockKind.QUOTE, 1),
        ("註文", BlockKind.NOTE, 0),
    ]
    italic, link = blocks[2].marks
    assert (italic.kind, italic.span.start, link.kind) == (MarkKind.ITALIC, 1, MarkKind.LINK)
    assert document.block_at(int(link.value[1:])).text == "註文"
    assert document.image(blocks[4].marks[0].value) == b"picture"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_encodings(written: Written, encoding: str):
    path = written(book("<body><section><p>燈滅了。</p></section></body>", encoding), "a.fb2")
    assert open_document(path).block_at(0).text == "燈滅了。"


def test_an_archived_book(written: Written, zipped: Callable[..., bytes]):
    content = zipped({"book.fb2": book("<body><section><p>燈滅了。</p></section></body>")})
    document = open_document(written(content, "a.fb2.zip"))
    assert (document.format, document.block_at(0).text) == ("fb2", "燈滅了。")


def test_chapters_that_are_not_marked_are_found(written: Written):
    bodies = "<body><section><p><strong>第一章　離岸</strong></p><p>船開了。</p></section></body>"
    *_, outline = open_document(written(book(bodies), "a.fb2")).outlines()
    assert [entry.text for entry in outline.headings] == ["第一章　離岸"]


def test_a_broken_book_is_damaged(written: Written):
    for content in (b"", b"<FictionBook>" + b"<section>" * 5000):
        with pytest.raises(UnreadableFile) as caught:
            parse_fb2(written(content, "a.fb2"))
        assert caught.value.reason is Unreadable.DAMAGED


def test_any_damage_is_an_error_or_a_text(written: Written, cases: Callable[[int], range]):
    """The fuzz target of FictionBook."""
    whole = book(
        "<body><title><p>夜</p></title><section><p>船<a l:href='#x'>開</a></p>"
        "<table><tr><td>一</td></tr></table></section></body>"
    )
    chance = random.Random(7)
    pieces = (b"<p>", b"</title>", b"<section>", b"\0", b"&x;", b"")
    for _ in cases(200):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(20)] = chance.choice(pieces)
        with suppress(UnreadableFile):
            parse_fb2(written(bytes(content), "a.fb2"))
