"""Hostile files, made here: each opens as well as it can or says why not, is walked whole, and is painted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reader.convert.conversion import unchanged
from reader.errors import Unreadable, UnreadableFile
from reader.formats.registry import open_document
from reader.model.document import Document
from reader.search.words import word_at
from reader.ui.theme import LIGHT
from reader.view.content import Content
from reader.view.page_style import PageStyle
from reader.view.text_view import TextView

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"
SIMPLE = "船在夜里靠了岸，没有人出来迎接，只有灯塔还亮着。"
SECRET = "不可外傳"
_RANDOM = Random(20261124)

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
)
_ENTITIES = "".join(f'<!ENTITY e{step} "{f"&e{step - 1};" * 10}">' for step in range(1, 10))
_BILLION = f'<!DOCTYPE x [<!ENTITY e0 "{SENTENCE}">{_ENTITIES}]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "secret.txt"><!ENTITY % far SYSTEM "http://127.0.0.1:9/x.dtd"> %far;]>'


def damaged(content: bytes, count: int) -> bytes:
    made = bytearray(content)
    for _ in range(count):
        made[_RANDOM.randrange(len(made))] = _RANDOM.randrange(256)
    return bytes(made)


def zipped(entries: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return content.getvalue()


def page(body: str, before: str = "") -> str:
    return f'{before}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{body}</body></html>'


def epub(body: str, before: str = "", **others: str | bytes) -> bytes:
    book = (
        f'{before}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    entries = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER, "book.opf": book}
    return zipped({**entries, "c.xhtml": page(body, before), **others})


def docx(body: str, before: str = "") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{before}<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def fb2(body: str, before: str = "") -> str:
    space = "http://www.gribuser.ru/xml/fictionbook/2.0"
    return f'{before}<FictionBook xmlns="{space}"><body><section>{body}</section></body></FictionBook>'


#: Plain texts, all of which open.
TEXTS: dict[str, str | bytes] = {
    "nul-among-text": b"".join(SIMPLE[:5].encode("gb18030") + b"\0" for _ in range(300)),
    "damaged-utf8": damaged((SENTENCE * 300).encode(), 60),
    "damaged-gb18030": damaged((SIMPLE * 300).encode("gb18030"), 60),
    "damaged-big5": damaged((SENTENCE * 300).encode("big5"), 60),
    "half-a-character-at-the-end": (SIMPLE * 50).encode("gb18030")[:-1],
    "lone-surrogates-utf16": b"\xff\xfe" + b"".join(one.encode("utf-16-le") + b"\0\xd8" for one in SENTENCE * 9),
    "surrogates-in-utf8": (SENTENCE + "\ud842\udfb7").encode("utf-8", "surrogatepass") * 20,
    "odd-length-utf16": (SENTENCE * 50).encode("utf-16")[:-1],
    "two-marks": b"\xef\xbb\xbf" * 2 + SENTENCE.encode(),
    "one-long-line": SENTENCE * 8000,
    "one-long-word": "a" * 300_000,
    "wide-spaces": SENTENCE + "\u3000" * 100_000,
    "tabs": SENTENCE + "\t" * 100_000,
    "line-feeds": SENTENCE + "\n" * 300_000 + SENTENCE,
    "many-short-lines": "一\n" * 60_000,
    "100000-marks-on-a-letter": "船"
    + "".join(_RANDOM.choice("\u0300\u0316\u0334\u0489\u20dd") for _ in range(100_000)),
    "marks-on-every-letter": "".join(one + "\u0301" * 200 for one in SENTENCE),
    "selectors": "葛" + "\U000e0100" * 50_000,
    "joined-emoji": "👨\u200d👩\u200d👧\u200d👦\u200d" * 3000,
    "flags": "\U0001f1f9" * 30_000,
    "syllables-in-parts": "\u1100" * 20_000 + "\u1161" * 20_000,
    "stacked-letters": "क\u094d" * 20_000,
    "right-to-left": "بسمالله" * 4000,
    "no-width": "\u200b\u200c\u200d\ufeff\u2060" * 20_000,
    "overrides": f"正文\u202e顛倒的\u202c{SENTENCE}\n"
    + "\u2067" * 2000
    + "嵌套"
    + "\u2069" * 2000
    + "\n\u202e沒有結束",
    "private-and-unassigned": "\ue000\uf8ff\U000f0000\U0010fffd\ufdd0\ufffe\uffff\U0001ffff\u0378" * 60,
    "rare-ideographs": "\U00020000\U0002a700\U0002b740\U0002b820\U0002ceb0\U00030000\U00031350\U000323b0" * 60,
    "every-line-end": "一\r\n二\r三\n四\u2028五\u2029六\x85七\x0b八\x0c九\x1c十\x1d末\r\r\n\n\r",
    "terminal-controls": "\x1b[31m紅\x1b[0m\x07\x08\x7f\x1b]0;x\x07" + "".join(map(chr, range(32))) + SENTENCE * 9,
    "end-of-file-mark": (SIMPLE * 9).encode("gb18030") + b"\x1a",
    "markup": "<script>alert(1)</script><img src='http://127.0.0.1:9/x.png'><b>粗</b>&amp;" + SENTENCE,
    "chapters-without-end": "第" + "一" * 50_000 + "\n" + "第" * 30_000 + "章\n" + "1." * 30_000 + "\n第一章\n",
    "many-chapters": "".join(f"第{number}章 夜航\n{SENTENCE}\n" for number in range(20_000)),
}

#: Files of other formats: name and content, and why they may be refused; those that open show ``SENTENCE``.
OTHERS: dict[str, tuple[str, str | bytes, frozenset[Unreadable]]] = {
    "nested-divisions": ("a.html", "<div>" * 100_000 + SENTENCE, frozenset()),
    "nested-bold": ("a.html", "<b>" * 100_000 + SENTENCE, frozenset()),
    "nested-tables": ("a.html", "<table><tr><td>" * 3000 + SENTENCE, frozenset()),
    "nested-lists": ("a.html", "<ul><li>" * 10_000 + SENTENCE, frozenset()),
    "attributes": (
        "a.html",
        f"<p {' '.join(f'a{number}=1' for number in range(100_000))}>{SENTENCE}</p>",
        frozenset(),
    ),
    "long-attribute": ("a.html", f"<p title='{'x' * 3_000_000}'>{SENTENCE}</p>", frozenset()),
    "wide-cells": (
        "a.html",
        f"<table>{f'<tr><td colspan=1000000 rowspan=65534>{SENTENCE}</td></tr>' * 9}",
        frozenset(),
    ),
    "references": ("a.html", f"&#0;&#xD800;&#x110000;&#99999999999999;{'&' * 50_000}<p>{SENTENCE}</p>", frozenset()),
    "far-and-near": (
        "a.html",
        "<script>document.write('x')</script><img src=http://127.0.0.1:9/a.png><img src=secret.txt>"
        f"<iframe src=secret.txt></iframe><object data=secret.txt></object><link href=secret.txt>{SENTENCE}",
        frozenset(),
    ),
    "many-quotations": ("a.md", ">" * 5000 + SENTENCE, frozenset()),
    "many-brackets": ("a.md", "[" * 50_000 + f"\n\n{SENTENCE}", frozenset()),
    "book-entities": ("a.epub", epub(f"<p>{SENTENCE}&e9;</p>", _BILLION), frozenset({Unreadable.TOO_LARGE})),
    "book-outside": ("a.epub", epub(f"<p>{SENTENCE}&secret;</p>", _OUTSIDE), frozenset()),
    "book-names": (
        "a.epub",
        epub(f"<p>{SENTENCE}</p><img src='../../secret.txt'/>", **{"../../../secret.txt": "x", "/tmp/x": "x"}),
        frozenset(),
    ),
    "book-nested": ("a.epub", epub("<div>" * 30_000 + SENTENCE + "</div>" * 30_000), frozenset()),
    "book-bomb": ("a.epub", epub(" " * (80 << 20)), frozenset({Unreadable.TOO_LARGE, Unreadable.DAMAGED})),
    "book-cut": ("a.epub", epub(f"<p>{SENTENCE}</p>")[:-200], frozenset({Unreadable.DAMAGED})),
    "book-many-entries": (
        "a.epub",
        epub(f"<p>{SENTENCE}</p>", **{f"f{number}": "" for number in range(21_000)}),
        frozenset({Unreadable.TOO_LARGE}),
    ),
    "word-entities": ("a.docx", docx(run(f"{SENTENCE}&e9;"), _BILLION), frozenset({Unreadable.TOO_LARGE})),
    "word-outside": ("a.docx", docx(run(f"{SENTENCE}&secret;"), _OUTSIDE), frozenset()),
    "word-nested": (
        "a.docx",
        docx("<w:tbl><w:tr><w:tc>" * 2000 + run(SENTENCE)),
        frozenset({Unreadable.TOO_LARGE, Unreadable.DAMAGED}),
    ),
    "word-cut": ("a.docx", docx(run(SENTENCE))[:-100], frozenset({Unreadable.DAMAGED})),
    "fiction-entities": ("a.fb2", fb2(f"<p>{SENTENCE}&e9;</p>", _BILLION), frozenset({Unreadable.DAMAGED})),
    "fiction-outside": ("a.fb2", fb2(f"<p>{SENTENCE}&secret;</p>", _OUTSIDE), frozenset()),
    "fiction-nested": ("a.fb2", fb2("<section>" * 20_000 + f"<p>{SENTENCE}</p>"), frozenset({Unreadable.DAMAGED})),
    "pages-cut": ("a.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n", frozenset(Unreadable)),
    "not-a-text": ("a.txt", _RANDOM.randbytes(60_000), frozenset({Unreadable.BINARY})),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + _RANDOM.randbytes(9000), frozenset({Unreadable.BINARY})),
    "nothing-but-nul": ("a.txt", bytes(1 << 20), frozenset({Unreadable.BINARY, Unreadable.EMPTY})),
    "nothing-but-a-mark": ("a.txt", b"\xef\xbb\xbf", frozenset({Unreadable.EMPTY})),
}


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file, beside one that nobody may read into it."""

    def written(name: str, content: str | bytes) -> Path:
        (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def walked(document: Document) -> Iterator[str]:
    """The text of every block, forwards; the blocks are the same backwards."""
    block = document.block_at(0)
    starts = []
    while True:
        starts.append(block.start)
        yield block.text
        following = document.block_after(block)
        if following is None:
            break
        assert following.start >= block.end
        block = following
    for start in reversed(starts[-50:]):
        assert block.start == start
        block = document.block_before(block) or block


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_opens_and_is_walked(make, name: str):
    document = open_document(make("a.txt", TEXTS[name]))
    text = "".join(walked(document))
    assert text.strip()
    text.encode()
    *_, outline = document.outlines()
    assert outline.is_complete
    document.close()


@pytest.mark.parametrize("name", OTHERS)
def test_a_hostile_file_opens_as_well_as_it_can_or_says_why_not(make, name: str):
    file_name, content, reasons = OTHERS[name]
    document, reason = None, None
    try:
        document = open_document(make(file_name, content))
    except UnreadableFile as error:
        reason = error.reason
    if document is None:
        assert reason in reasons
        return
    text = "".join(walked(document))
    assert SENTENCE in text
    assert SECRET not in text
    text.encode()


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    style = PageStyle(("Noto Serif CJK TC", "Noto Sans CJK TC"), 20, 180, 30)
    made = TextView(style, LIGHT.page)
    qtbot.addWidget(made)
    made.resize(640, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


# Fonts for some of these scripts are seldom installed, and Qt says so.
@pytest.mark.qt_log_ignore("OpenType support missing", extend=True)
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_painted_from_end_to_end(make, view: TextView, name: str):
    document = open_document(make("a.txt", TEXTS[name]))
    view.set_content(Content(document, lambda block: unchanged(block.text), word_at))
    image = view.viewport().grab().toImage()
    paper = QColor(LIGHT.page.page).lightness()
    points = ((x, y) for x in range(image.width()) for y in range(0, image.height(), 2))
    assert any(image.pixelColor(x, y).lightness() < paper - 60 for x, y in points)
    view.go_to_end()
    view.viewport().grab()
    for _ in range(20):
        view.turn_page(is_down=False)
        view.viewport().grab()
    view.go_to_start()
    assert view.top_address() == 0
    document.close()
