from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.epub import parse_epub
from reader.formats.parsed import OBJECT, Paragraph
from reader.formats.registry import open_document
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

Written = Callable[..., Path]
Epub = Callable[..., bytes]

NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def shape(paragraphs: list[Paragraph]) -> list[tuple[str, BlockKind, int]]:
    return [(one.text, one.kind, one.level) for one in paragraphs]


def marks(paragraph: Paragraph) -> list[tuple[str, MarkKind, str]]:
    return [(paragraph.text[mark.span.start : mark.span.end], mark.kind, mark.value) for mark in paragraph.marks]


def reason_of(path: Path) -> Unreadable:
    with pytest.raises(UnreadableFile) as caught:
        parse_epub(path)
    return caught.value.reason


def test_a_book(written: Written, epub: Epub):
    pages = {
        "a.xhtml": "<h1>第一章　離岸</h1><p>船\n    開了。<b>夜</b>色\n漸深 and\n dark。</p><hr/>"
        "<blockquote><p>引文</p></blockquote>",
        "b.xhtml": "<h2>第二章</h2><ul><li>米</li><li>鹽<ol start='3'><li>細</li></ol></li></ul><pre>甲\n  乙</pre>",
    }
    parsed = parse_epub(written(epub(pages), "a.epub"))
    assert (parsed.title, parsed.author, parsed.is_vertical) == ("夜航", "林某", False)
    assert shape(parsed.paragraphs) == [
        ("第一章　離岸", BlockKind.HEADING, 1),
        ("船開了。夜色漸深 and dark。", BlockKind.PARAGRAPH, 0),
        ("引文", BlockKind.QUOTE, 1),
        ("第二章", BlockKind.HEADING, 2),
        ("米", BlockKind.LIST_ITEM, 1),
        ("鹽", BlockKind.LIST_ITEM, 1),
        ("細", BlockKind.LIST_ITEM, 2),
        ("甲", BlockKind.CODE, 0),
        ("  乙", BlockKind.CODE, 0),
    ]
    assert [one.marker for one in parsed.paragraphs[4:7]] == ["•", "•", "3."]
    assert marks(parsed.paragraphs[1]) == [("夜", MarkKind.BOLD, "")]


def test_ruby_stays_beside_its_base(written: Written, epub: Epub):
    page = (
        "<p><ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt><rp>)</rp>字<rt>ㄗˋ</rt></ruby>與"
        "<ruby><rb>注</rb><rb>音</rb><rt>zhu</rt><rt>yin</rt></ruby>。</p>"
    )
    (paragraph,) = parse_epub(written(epub({"a.xhtml": page}), "a.epub")).paragraphs
    assert paragraph.text == "漢字與注音。"
    assert marks(paragraph) == [
        ("漢", MarkKind.RUBY, "ㄏㄢˋ"),
        ("字", MarkKind.RUBY, "ㄗˋ"),
        ("注", MarkKind.RUBY, "zhu"),
        ("音", MarkKind.RUBY, "yin"),
    ]


def test_links_inside_and_out(written: Written, epub: Epub):
    pages = {
        "a.xhtml": '<p><a href="b.xhtml#n1">注</a><a href="https://example.org/">外</a><a href="javascript:x()">壞</a>'
        '<a href="file:///etc/passwd">檔</a><a href="nothing.xhtml">無</a></p>',
        "b.xhtml": '<p>一</p><aside epub:type="footnote" id="n1">註文</aside>',
    }
    parsed = parse_epub(written(epub(pages), "a.epub"))
    assert marks(parsed.paragraphs[0]) == [("注", MarkKind.LINK, "#2"), ("外", MarkKind.LINK, "https://example.org/")]
    assert shape(parsed.paragraphs)[2] == ("註文", BlockKind.NOTE, 0)


def test_pictures_are_shown_from_the_book(written: Written, epub: Epub):
    page = (
        '<p><img src="../images/sea.png" alt="海"/></p><p>罕<img src="http://example.org/a.png" alt=""/>字</p>'
        '<svg><image xlink:href="../images/sea.png" xmlns:xlink="http://www.w3.org/1999/xlink"/></svg>'
    )
    path = written(epub({"text/a.xhtml": page}, {"OEBPS/images/sea.png": b"\x89PNG sea"}), "a.epub")
    document = open_document(path)
    block = document.block_at(0)
    assert (block.kind, block.text) == (BlockKind.IMAGE, "海")
    assert document.image(block.marks[0].value) == b"\x89PNG sea"
    assert document.image("../secret") is None
    second = document.block_after(block)
    assert second
    assert (second.text, second.marks) == ("罕字", ())
    third = document.block_after(second)
    assert third
    assert (third.kind, third.text) == (BlockKind.IMAGE, OBJECT)
    path.unlink()
    assert document.image(block.marks[0].value) is None


@pytest.mark.parametrize("is_new", [True, False])
def test_the_table_of_contents_names_chapters(written: Written, epub: Epub, is_new: bool):
    pages = {"a.xhtml": "<p class='t'>第一夜</p><p>風起。</p>", "b.xhtml": "<p><img src='t.png'/></p><p>浪高。</p>"}
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
        '<nav epub:type="toc"><ol><li><a href="a.xhtml">第一夜</a><ol><li><a href="b.xhtml">第二夜</a></li>'
        "</ol></li></ol></nav></body></html>"
    )
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
        "<navPoint><navLabel><text>第一夜</text></navLabel>"
        '<content src="a.xhtml"/><navPoint><navLabel><text>第二夜</text></navLabel><content src="b.xhtml"/></navPoint>'
        "</navPoint></navMap></ncx>"
    )
    files = {"OEBPS/t.png": b"png", "OEBPS/nav.xhtml" if is_new else "OEBPS/toc.ncx": nav if is_new else ncx}
    parsed = parse_epub(written(epub(pages, files, items=NAV if is_new else NCX), "a.epub"))
    assert shape(parsed.paragraphs) == [
        ("第一夜", BlockKind.HEADING, 1),
        ("風起。", BlockKind.PARAGRAPH, 0),
        ("第二夜", BlockKind.HEADING, 2),
        (OBJECT, BlockKind.IMAGE, 0),
        ("浪高。", BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("sheet", "body", "is_vertical"),
    [
        ("body { writing-mode: vertical-rl }", "<p>一</p>", True),
        ("html, .x { -epub-writing-mode: vertical-rl }", "<p>一</p>", True),
        ("/* body { writing-mode: vertical-rl } */ p { color: red }", "<p>一</p>", False),
        ("p.poem { writing-mode: vertical-rl }", "<p>一</p>", False),
        ("body { writing-mode: vertical-rl } body { writing-mode: horizontal-tb }", "<p>一</p>", False),
    ],
)
def test_vertical_books(written: Written, epub: Epub, sheet: str, body: str, is_vertical: bool):
    items = '<item id="css" href="s.css" media-type="text/css"/>'
    path = written(epub({"a.xhtml": body}, {"OEBPS/s.css": sheet}, items=items), "a.epub")
    assert parse_epub(path).is_vertical is is_vertical


def test_a_book_says_that_it_is_vertical(written: Written, epub: Epub):
    metadata = '<meta name="primary-writing-mode" content="vertical-rl"/>'
    document = open_document(written(epub({"a.xhtml": "<p>一</p>"}, metadata=metadata), "a.epub"))
    assert document.is_vertical


def test_short_rows_are_lines_and_long_cells_are_not(written: Written, epub: Epub):
    page = (
        "<table><tr><th>潮</th><th>時</th></tr><tr><td>漲</td><td>卯</td></tr></table>"
        "<table><tr><td><p>甲一</p><p>甲二</p></td><td>乙</td></tr></table>"
    )
    parsed = parse_epub(written(epub({"a.xhtml": page}), "a.epub"))
    assert shape(parsed.paragraphs) == [
        ("潮\t時", BlockKind.TABLE_ROW, 0),
        ("漲\t卯", BlockKind.TABLE_ROW, 0),
        ("甲一", BlockKind.PARAGRAPH, 0),
        ("甲二", BlockKind.PARAGRAPH, 0),
        ("乙", BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>一<p>二&nbsp;三<br>四<b>五",
        "<?xml version='1.0'?><html><head><title/></head><body><p>一</p><p>二&nbsp;三</p><p>四<b>五</b></p></body>",
    ],
)
def test_pages_that_are_no_xml(written: Written, epub: Epub, page: str):
    parsed = parse_epub(written(epub({"a.xhtml": ""}, **{"OEBPS/a.xhtml": page}), "a.epub"))
    assert "".join(one.text for one in parsed.paragraphs) == "一二\xa0三四五"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16"])
def test_pages_in_other_encodings(written: Written, epub: Epub, encoding: str):
    page = f"<?xml version='1.0' encoding='{encoding}'?><html><body><p>他在燈下寫信。</p></body></html>"
    parsed = parse_epub(written(epub({"a.xhtml": ""}, **{"OEBPS/a.xhtml": page.encode(encoding)}), "a.epub"))
    assert [one.text for one in parsed.paragraphs] == ["他在燈下寫信。"]


def test_entities_are_never_read(written: Written, epub: Epub, tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("機密", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        "<html><body><p>前&x;&b;後</p></body></html>"
    )
    parsed = parse_epub(written(epub({"a.xhtml": ""}, **{"OEBPS/a.xhtml": page}), "a.epub"))
    assert [one.text for one in parsed.paragraphs] == ["前後"]


def test_deep_pages_lose_nothing(written: Written, epub: Epub):
    for depth in (300, 3000, 100_000):
        parsed = parse_epub(written(epub({"a.xhtml": "<div>" * depth + "深" + "</div>" * depth}), "a.epub"))
        assert [one.text for one in parsed.paragraphs] == ["深"]


def test_names_are_found_as_they_are_meant(written: Written, epub: Epub):
    for href, name in (("A.XHTML", "a.xhtml"), ("%E7%AB%A0.xhtml", "章.xhtml"), ("../OEBPS/a.xhtml", "a.xhtml")):
        content = epub({name: "<p>找到</p>"}, hrefs={name: href})
        assert parse_epub(written(content, "a.epub")).paragraphs[0].text == "找到"


def test_no_path_leads_out_of_the_book(written: Written, epub: Epub, tmp_path: Path):
    (tmp_path / "secret.xhtml").write_text("<p>機密</p>", encoding="utf-8")
    for href in ("../../secret.xhtml", f"{tmp_path}/secret.xhtml", f"file://{tmp_path}/secret.xhtml"):
        content = epub({"a.xhtml": "<p>正文</p>", "b.xhtml": "<p>下文</p>"}, hrefs={"b.xhtml": href})
        assert [one.text for one in parse_epub(written(content, "a.epub")).paragraphs] == ["正文"]


def test_what_is_missing_does_not_spoil_the_rest(written: Written, epub: Epub):
    broken = {"OEBPS/b.xhtml": b""}
    parsed = parse_epub(written(epub({"a.xhtml": "<p>一</p>", "b.xhtml": ""}, broken), "a.epub"))
    assert [one.text for one in parsed.paragraphs] == ["一"]
    without = epub({"a.xhtml": "<p>一</p>"}, **{"META-INF/container.xml": "<x/>"})
    assert parse_epub(written(without, "a.epub")).paragraphs


def test_broken_books_are_damaged(written: Written, epub: Epub):
    whole = epub({"a.xhtml": "<p>一</p>" * 100})
    assert reason_of(written(whole[: len(whole) // 2], "a.epub")) is Unreadable.DAMAGED
    assert reason_of(written(epub({}), "a.epub")) is Unreadable.DAMAGED
    assert reason_of(written(epub({"a.xhtml": ""}, **{"OEBPS/book.opf": "no package"}), "a.epub")) is Unreadable.DAMAGED


def test_protected_books_say_so(written: Written, epub: Epub):
    def encryption(algorithm: str, name: str) -> str:
        return (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
            f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/>'
            f'<e:CipherData><e:CipherReference URI="{name}"/>'
            "</e:CipherData></e:EncryptedData></encryption>"
        )

    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    locked = epub({"a.xhtml": ""}, {"META-INF/encryption.xml": encryption(aes, "OEBPS/a.xhtml")})
    assert reason_of(written(locked, "a.epub")) is Unreadable.PROTECTED
    for algorithm, name in ((aes, "OEBPS/f.otf"), ("http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml")):
        fonts = epub({"a.xhtml": "<p>一</p>"}, {"META-INF/encryption.xml": encryption(algorithm, name)})
        assert parse_epub(written(fonts, "a.epub")).paragraphs


def test_an_encrypted_archive_is_protected(written: Written, epub: Epub):
    content = bytearray(epub({"a.xhtml": "<p>一</p>"}))
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 8] |= 1
    assert reason_of(written(bytes(content), "a.epub")) is Unreadable.PROTECTED


def test_bombs_are_too_large(written: Written, epub: Epub, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "ENTRY_SIZE", 1 << 20)
    bomb = epub({"a.xhtml": "<p>" + "文" * 500_000 + "</p>"})
    assert len(bomb) < 20_000
    assert reason_of(written(bomb, "a.epub")) is Unreadable.TOO_LARGE
    monkeypatch.undo()
    monkeypatch.setattr(limits, "TOTAL_SIZE", 1 << 20)
    many = epub({f"{number}.xhtml": f"<p>{number}" + "文" * 50_000 + "</p>" for number in range(10)})
    assert reason_of(written(many, "a.epub")) is Unreadable.TOO_LARGE
    monkeypatch.setattr(limits, "ENTRIES", 5)
    assert reason_of(written(many, "a.epub")) is Unreadable.TOO_LARGE


def test_a_size_that_lies_is_not_believed(written: Written, epub: Epub):
    content = bytearray(epub({"a.xhtml": "<p>" + "文" * 500_000 + "</p>"}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert reason_of(written(bytes(content), "a.epub")) is Unreadable.DAMAGED


def test_any_damage_is_an_error_or_a_text(written: Written, epub: Epub, cases: Callable[[int], range]):
    """The fuzz target of EPUB: changed, cut and repeated bytes, in the archive and in what it holds."""
    body = "<h1>第一章</h1><p>船<ruby>開<rt>k</rt></ruby>了。</p><table><tr><td>一</td><td>二</td></tr></table>"
    whole = epub({"a.xhtml": body}, items=NAV)
    chance = random.Random(5)
    for number in cases(150):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        if number % 5 == 0:
            del content[chance.randrange(len(content)) :]
        with suppress(UnreadableFile):
            parse_epub(written(bytes(content), "a.epub"))
    for _ in cases(150):
        page = bytearray(body.encode())
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(page))
            page[place : place + chance.randrange(9)] = chance.choice(
                (b"<p>", b"</", b"&#", b"\0", b"]]>", b"\xff", b'"')
            )
        parse_epub(written(epub({"a.xhtml": ""}, **{"OEBPS/a.xhtml": bytes(page)}), "a.epub"))
