from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.docx import parse_docx
from reader.formats.parsed import Paragraph
from reader.formats.registry import open_document
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

Written = Callable[..., Path]
Docx = Callable[..., bytes]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def item(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    written = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in written) + "</w:tbl>"


def marks(one: Paragraph) -> list[tuple[str, MarkKind, str]]:
    return [(one.text[mark.span.start : mark.span.end], mark.kind, mark.value) for mark in one.marks]


def reason_of(path: Path) -> Unreadable:
    with pytest.raises(UnreadableFile) as caught:
        parse_docx(path)
    return caught.value.reason


def test_headings_by_style_name_outline_and_inheritance(written: Written, docx: Docx):
    styles = (
        '<w:style w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="own"><w:name w:val="章名"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="two"><w:name w:val="節"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = (
        styled("夜航", "t")
        + styled("離岸", "1")
        + styled("歸來", "own")
        + styled("燈塔", "two")
        + styled("普通", "none")
        + paragraph("直接", '<w:outlineLvl w:val="2"/>')
        + styled("引文", "Quote")
    )
    parsed = parse_docx(written(docx(body, styles=styles), "a.docx"))
    assert [(one.text, one.kind, one.level) for one in parsed.paragraphs] == [
        ("夜航", BlockKind.TITLE, 1),
        ("離岸", BlockKind.HEADING, 1),
        ("歸來", BlockKind.HEADING, 1),
        ("燈塔", BlockKind.HEADING, 2),
        ("普通", BlockKind.PARAGRAPH, 0),
        ("直接", BlockKind.HEADING, 3),
        ("引文", BlockKind.QUOTE, 1),
    ]


def test_lists_are_counted(written: Written, docx: Docx):
    def level(number: int, form: str, text: str) -> str:
        form = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        return f'<w:lvl w:ilvl="{number}">{form}<w:lvlText w:val="{text}"/></w:lvl>'

    kinds = (
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1.%2)"),
        level(0, "bullet", ""),
        level(0, "chineseCounting", "第%1條"),
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{kind}</w:abstractNum>' for number, kind in enumerate(kinds)
    ) + "".join(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(3))
    body = (
        item("一")
        + item("二")
        + item("二甲", 1)
        + item("二乙", 1)
        + item("三")
        + item("三甲", 1)
        + item("點", 0, 2)
        + "".join(item("條", 0, 3) for _ in range(12))
        + item("無", 0, 0)
    )
    parsed = parse_docx(written(docx(body, numbering=numbering), "a.docx"))
    assert [one.marker for one in parsed.paragraphs[:7]] == ["1.", "2.", "2.a)", "2.b)", "3.", "3.a)", "•"]
    assert [one.level for one in parsed.paragraphs[:4]] == [1, 1, 2, 2]
    assert [one.marker for one in parsed.paragraphs[7:19]][::11] == ["第一條", "第十二條"]
    assert parsed.paragraphs[19].kind is BlockKind.PARAGRAPH


def test_headings_and_lists_are_numbered_by_their_styles(written: Written, docx: Docx):
    def level(number: int, form: str, text: str, style: str = "") -> str:
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        legal = "<w:isLgl/>" if number else ""
        form = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}{legal}'
        return f'<w:lvl w:ilvl="{number}">{form}<w:lvlText w:val="{text}"/></w:lvl>'

    def style(name: str, inside: str, based: str = "") -> str:
        based = f'<w:basedOn w:val="{based}"/>' if based else ""
        return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr>{inside}</w:pPr></w:style>'

    chapters = level(0, "taiwaneseCountingThousand", "第%1章", "heading 1") + level(1, "decimal", "%1.%2", "heading 2")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{chapters}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.", "ListNumber")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    styles = (
        style("heading 1", numbered.format(1))
        + style("heading 2", numbered.format(1))
        + style("ListNumber", numbered.format(2))
        + style("Clause", "", "ListNumber")
    )
    none = '<w:pStyle w:val="heading 1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        styled("總則", "heading 1")
        + styled("目的", "heading 2")
        + styled("定義", "heading 2")
        + styled("米", "ListNumber")
        + styled("鹽", "Clause")
        + styled("附則", "heading 1")
        + styled("施行", "heading 2")
        + styled("", "heading 2")
        + paragraph("後記", none)
    )
    parsed = parse_docx(written(docx(body, numbering=numbering, styles=styles), "a.docx"))
    assert [(one.text, one.kind, one.level, one.marker) for one in parsed.paragraphs] == [
        ("第一章　總則", BlockKind.HEADING, 1, ""),
        ("1.1 目的", BlockKind.HEADING, 2, ""),
        ("1.2 定義", BlockKind.HEADING, 2, ""),
        ("米", BlockKind.LIST_ITEM, 1, "1."),
        ("鹽", BlockKind.LIST_ITEM, 1, "2."),
        ("第二章　附則", BlockKind.HEADING, 1, ""),
        ("2.1 施行", BlockKind.HEADING, 2, ""),
        ("後記", BlockKind.HEADING, 1, ""),
    ]


def test_tables_are_rows(written: Written, docx: Docx):
    body = (
        paragraph("前")
        + table([paragraph("潮"), paragraph("時")], [paragraph("漲"), paragraph("卯") + paragraph("酉")])
        + table([paragraph("長" * 300), paragraph("短" * 200)])
        + paragraph("後")
    )
    parsed = parse_docx(written(docx(body), "a.docx"))
    assert [(one.text[:5], one.kind) for one in parsed.paragraphs] == [
        ("前", BlockKind.PARAGRAPH),
        ("潮\t時", BlockKind.TABLE_ROW),
        ("漲\t卯 酉", BlockKind.TABLE_ROW),
        ("長長長長長", BlockKind.PARAGRAPH),
        ("短短短短短", BlockKind.PARAGRAPH),
        ("後", BlockKind.PARAGRAPH),
    ]


def test_notes_follow_the_text(written: Written, docx: Docx):
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>' for number, text in ((7, "後"), (3, "先"))
    )
    body = paragraph(run("燈") + reference.format(3) + run("塔") + reference.format(7) + reference.format(99))
    parsed = parse_docx(written(docx(body, footnotes=notes), "a.docx"))
    assert [(one.text, one.kind, one.marker) for one in parsed.paragraphs] == [
        ("燈[1]塔[2][3]", BlockKind.PARAGRAPH, ""),
        ("先", BlockKind.NOTE, "[1]"),
        ("後", BlockKind.NOTE, "[2]"),
    ]
    links = [mark for mark in marks(parsed.paragraphs[0]) if mark[1] is MarkKind.LINK]
    assert links == [("[1]", MarkKind.LINK, "#1"), ("[2]", MarkKind.LINK, "#2")]


def test_runs_links_and_ruby(written: Written, docx: Docx):
    relation = (
        '<Relationship Id="x" TargetMode="External" Target="https://example.org/"/>'
        '<Relationship Id="y" TargetMode="External" Target="file:///etc/passwd"/>'
    )
    body = paragraph(
        run("粗", "<w:b/>")
        + run("不", '<w:b w:val="0"/>')
        + run("斜", "<w:i/>")
        + run("上", '<w:vertAlign w:val="superscript"/>')
        + f'<w:hyperlink r:id="x">{run("外")}</w:hyperlink><w:hyperlink r:id="y">{run("內")}</w:hyperlink>'
        + f"<w:r><w:ruby><w:rt>{run('ㄏㄢˋ')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
        + f"<w:del>{run('刪')}</w:del><w:ins>{run('增')}</w:ins>"
        + run("隱", "<w:vanish/>")
    )
    (one,) = parse_docx(written(docx(body, relation), "a.docx")).paragraphs
    assert one.text == "粗不斜上外內漢增"
    assert marks(one) == [
        ("粗", MarkKind.BOLD, ""),
        ("斜", MarkKind.ITALIC, ""),
        ("上", MarkKind.SUPERSCRIPT, ""),
        ("外", MarkKind.LINK, "https://example.org/"),
        ("漢", MarkKind.RUBY, "ㄏㄢˋ"),
    ]


def test_pictures_and_text_boxes(written: Written, docx: Docx):
    relation = '<Relationship Id="p" Target="media/sea.png"/><Relationship Id="o" Target="../../../etc/passwd"/>'
    drawing = '<w:r><w:drawing><w:docPr descr="海"/><w:blip r:embed="{}"/></w:drawing></w:r>'
    box = f"<w:r><w:pict><w:textbox>{paragraph('框一')}{paragraph('框二')}</w:textbox></w:pict></w:r>"
    body = paragraph(drawing.format("p")) + paragraph(drawing.format("o")) + paragraph(run("前") + box + run("後"))
    document = open_document(written(docx(body, relation, {"word/media/sea.png": b"\x89PNG"}), "a.docx"))
    block = document.block_at(0)
    assert (block.kind, block.text, document.image(block.marks[0].value)) == (BlockKind.IMAGE, "海", b"\x89PNG")
    assert [passage.text for passage in document.passages()] == ["海\n前\n框一\n框二\n後\n"]


def test_breaks_tabs_and_spaces(written: Written, docx: Docx):
    body = paragraph(run("甲  乙") + "<w:r><w:tab/></w:r>" + run("丙") + "<w:r><w:br/></w:r>" + run("丁"))
    assert [one.text for one in parse_docx(written(docx(body), "a.docx")).paragraphs] == ["甲  乙 丙", "丁"]


def test_vertical_sections(written: Written, docx: Docx):
    body = paragraph("一") + '<w:sectPr><w:textDirection w:val="tbRl"/></w:sectPr>'
    assert parse_docx(written(docx(body), "a.docx")).is_vertical


def test_what_is_no_document_says_so(written: Written, docx: Docx, zipped: Callable[..., bytes]):
    assert reason_of(written(zipped({"a.txt": "一"}), "a.docx")) is Unreadable.BINARY
    assert reason_of(written(zipped({"[Content_Types].xml": ""}), "a.docx")) is Unreadable.DAMAGED
    assert reason_of(written(docx("", files={"word/document.xml": ""}), "a.docx")) is Unreadable.DAMAGED
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("一")
    assert reason_of(written(docx(deep), "a.docx")) is Unreadable.TOO_LARGE
    relations = '<R><Relationship Type="x/officeDocument" Target="xl/book.xml"/></R>'
    sheet = {"_rels/.rels": relations, "xl/book.xml": "<x/>"}
    assert reason_of(written(zipped(sheet), "a.docx")) is Unreadable.BINARY


def test_entities_are_never_read(written: Written, docx: Docx, tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("機密", encoding="utf-8")
    content = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:p xmlns:w="w"><w:r><w:t>前&x;</w:t></w:r></w:p>'
    parsed = parse_docx(written(docx("", files={"word/document.xml": content}), "a.docx"))
    assert [one.text for one in parsed.paragraphs] == ["前"]


def test_any_damage_is_an_error_or_a_text(written: Written, docx: Docx, cases: Callable[[int], range]):
    """The fuzz target of DOCX."""
    body = styled("離岸", "1") + item("一") + table([paragraph("甲"), paragraph("乙")]) + paragraph("丙")
    part = f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'.encode()
    chance = random.Random(6)
    pieces = (b"<w:p>", b"</w:tr>", b"<w:tc/>", b"\0", b"&x;", b"")
    for _ in cases(200):
        changed = bytearray(part)
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(changed))
            changed[place : place + chance.randrange(20)] = chance.choice(pieces)
        with suppress(UnreadableFile):
            parse_docx(written(docx("", files={"word/document.xml": bytes(changed)}), "a.docx"))
