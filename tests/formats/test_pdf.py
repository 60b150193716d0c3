from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.pdf import parse_pdf
from reader.formats.pdf_lines import PageLine, paragraphs_of, without_running_heads
from reader.formats.registry import open_document
from reader.model.block import BlockKind

Written = Callable[..., Path]
Lines = list[tuple[float, float, float, str]]

EM, LEFT, RIGHT, TOP, PITCH = 12, 60, 60 + 12 * 30, 700, 20


def pdf(pages: list[Lines], trailer: str = "", outline: str = "") -> bytes:
    """A PDF of lines: left, height, size and text, in a font that every reader brings along."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{' /Outlines 5 0 R' if outline else ''}>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{6 + 2 * number} 0 R' for number in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        outline or "null",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(
            f"/F1 {size} Tf 1 0 0 1 {left} {height} Tm <{text.encode('utf-16-be').hex()}> Tj "
            for left, height, size, text in lines
        )
        stream = zlib.compress(f"BT {shown}ET".encode()).decode("latin-1")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 800]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n{stream}\nendstream")
    content, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj{one}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    content += f"trailer<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>\nstartxref\n{content.rindex('xref')}\n%%EOF"
    return content.encode("latin-1")


def set_in_lines(paragraphs: list[str], top: float = TOP, indent: int = 2) -> Lines:
    """Paragraphs as a printer sets them: thirty characters a line, the first one indented."""
    lines: Lines = []
    for text in paragraphs:
        rest, start = text, indent
        while rest:
            taken, rest = rest[: 30 - start], rest[30 - start :]
            lines.append((LEFT + EM * start, top - PITCH * len(lines), EM, taken))
            start = 0
    return lines


LONG = "入冬以來這座小鎮的居民每天清晨都到碼頭上去等那艘遲遲不來的船一等就等了三個多月可是誰也不知道它究竟到了哪裡去。"
SHORT = "老人說他還會再等。"


def test_lines_become_paragraphs(written: Written):
    document = open_document(written(pdf([set_in_lines([LONG, SHORT, LONG])]), "a.pdf"))
    assert document.format == "pdf"
    assert [passage.text for passage in document.passages()] == [f"{LONG}\n{SHORT}\n{LONG}\n"]


def test_a_paragraph_goes_on_over_the_end_of_a_page(written: Written):
    lines = set_in_lines([LONG])
    second = [(left, TOP - PITCH * number, size, text) for number, (left, _, size, text) in enumerate(lines[1:])]
    parsed = parse_pdf(written(pdf([lines[:1], second + set_in_lines([SHORT], TOP - 100)]), "a.pdf"))
    assert [one.text for one in parsed.paragraphs] == [LONG, SHORT]


def test_running_heads_and_page_numbers_are_dropped(written: Written):
    texts = [season + LONG for season in "春夏秋冬"]
    pages = [
        [(LEFT, 770, 9, "夜航"), *set_in_lines([text, text[0] + SHORT]), (240, 30, 9, f"- {number} -")]
        for number, text in enumerate(texts, 1)
    ]
    parsed = parse_pdf(written(pdf(pages), "a.pdf"))
    assert [one.text for one in parsed.paragraphs] == [one for text in texts for one in (text, text[0] + SHORT)]


def test_large_lines_are_headings(written: Written):
    page = [(LEFT, 760, 24, "夜航"), (LEFT, 730, 18, "離岸"), *set_in_lines([LONG, SHORT])]
    parsed = parse_pdf(written(pdf([page]), "a.pdf"))
    assert [(one.text, one.kind, one.level) for one in parsed.paragraphs[:3]] == [
        ("夜航", BlockKind.HEADING, 1),
        ("離岸", BlockKind.HEADING, 2),
        (LONG, BlockKind.PARAGRAPH, 0),
    ]


def test_a_scan_has_no_text(written: Written):
    with pytest.raises(UnreadableFile) as caught:
        parse_pdf(written(pdf([[], []]), "a.pdf"))
    assert caught.value.reason is Unreadable.NO_TEXT


def test_a_locked_file_is_protected(written: Written):
    locked = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
    with pytest.raises(UnreadableFile) as caught:
        parse_pdf(written(pdf([set_in_lines([SHORT])], locked), "a.pdf"))
    assert caught.value.reason is Unreadable.PROTECTED


def test_a_broken_file_is_damaged(written: Written):
    for content in (
        b"%PDF-1.7\n",
        pdf([set_in_lines([SHORT])])[:200],
        b"%PDF-1.4\n" + random.Random(1).randbytes(5000),
    ):
        with pytest.raises(UnreadableFile) as caught:
            parse_pdf(written(content, "a.pdf"))
        assert caught.value.reason is Unreadable.DAMAGED


def test_any_damage_is_an_error_or_a_text(written: Written, cases: Callable[[int], range]):
    """The fuzz target of PDF."""
    whole = pdf([set_in_lines([LONG, SHORT])] * 2)
    chance = random.Random(11)
    for _ in cases(150):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(9)] = chance.randbytes(chance.randrange(9))
        with suppress(UnreadableFile):
            parse_pdf(written(bytes(content), "a.pdf"))


def line(text: str, base: float, left: float = 0.0, right: float | None = None, size: float = 10.0) -> PageLine:
    return PageLine(text, left, left + 10 * len(text) if right is None else right, base, size)


def test_latin_words_are_parted_and_hyphens_closed():
    page = [
        line("the ship came in with the morn-", 100, right=300),
        line("ing tide and", 85, right=300),
        line("left", 70, right=40),
    ]
    assert [text for _, text, _ in paragraphs_of([page])] == ["the ship came in with the morning tide and left"]


def test_a_line_may_be_short_for_the_sake_of_its_marks():
    page = [line("一" * 30, 100), line("二" * 27, 85), line("（三。）" + "四" * 26, 70), line("五。", 55)]
    assert len(list(paragraphs_of([page]))) == 1
    page[1] = line("二" * 26 + "。", 85)
    assert len(list(paragraphs_of([page]))) == 2


def test_a_gap_parts_paragraphs():
    page = [line("一" * 30, 100), line("二" * 30, 85), line("三" * 30, 60), line("四" * 30, 45)]
    assert [text[0] for _, text, _ in paragraphs_of([page])] == ["一", "三"]


def test_heads_differ_by_their_numbers_only():
    pages = [
        [
            line(f"第{number}章 夜航", 200),
            line("正文" + "春夏秋冬"[number], 100),
            line("又一行", 85),
            line("末行" + "甲乙丙丁"[number], 70),
            line(str(number), 10),
        ]
        for number in range(4)
    ]
    assert [[one.text for one in page] for page in without_running_heads(pages)][1] == ["正文夏", "又一行", "末行乙"]
    assert without_running_heads([[line("一", 1)]] * 3) == [[line("一", 1)]] * 3


def test_nothing_gives_nothing():
    assert list(paragraphs_of([[], []])) == []
