"""Pictures have sizes when the file is parsed; those that are no characters stand by themselves."""

from __future__ import annotations

import base64
import struct

from hypothesis import given
from hypothesis import strategies as st

from reader.formats.parsed import OBJECT, Paragraph, Parsed, from_json, to_json
from reader.formats.parsed_pictures import with_pictures
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(5)


PICTURES = {"small": png(30, 30), "large": png(400, 300), "wide": png(60, 12), "odd": b"nothing"}
NAMES = list(PICTURES)


def image(start: int, name: str, length: int = 1) -> Mark:
    return Mark(Span(start, start + length), MarkKind.IMAGE, name)


def sized(*paragraphs: Paragraph) -> Parsed:
    return with_pictures(Parsed(list(paragraphs)), PICTURES.get)


def test_sizes_come_from_the_file_or_from_what_is_held():
    one = Paragraph(OBJECT * 3, marks=(image(0, "small"), image(1, "held"), image(2, "odd")))
    held = {"held": base64.encodebytes(png(7, 9)).decode()}
    parsed = with_pictures(Parsed([one], images=held), PICTURES.get)
    assert parsed.sizes == {"small": (30, 30), "held": (7, 9)}
    assert from_json(to_json(parsed)) == parsed


def test_a_character_stays_in_its_line():
    one = Paragraph(f"船{OBJECT}夜", marks=(image(1, "small"),))
    other = Paragraph(f"船{OBJECT}夜", marks=(image(1, "odd"),))
    assert sized(one, other).paragraphs == [one, other]


def test_a_picture_parts_its_paragraph():
    text = f"船在夜裡 {OBJECT} 靠了岸 燈塔 。"
    marks = (
        Mark(Span(0, 2), MarkKind.BOLD),
        Mark(Span(3, 9), MarkKind.ITALIC),
        image(5, "large"),
        image(11, "wide", 2),
    )
    made = sized(Paragraph(text, BlockKind.LIST_ITEM, 2, marks, "1.")).paragraphs
    assert [(one.text, one.kind, one.marker) for one in made] == [
        ("船在夜裡", BlockKind.LIST_ITEM, "1."),
        (OBJECT, BlockKind.IMAGE, ""),
        ("靠了岸", BlockKind.LIST_ITEM, ""),
        ("燈塔", BlockKind.IMAGE, ""),
        ("。", BlockKind.LIST_ITEM, ""),
    ]
    assert made[0].marks == (Mark(Span(0, 2), MarkKind.BOLD), Mark(Span(3, 4), MarkKind.ITALIC))
    assert image(0, "large") in made[1].marks
    assert made[2].marks == (Mark(Span(0, 2), MarkKind.ITALIC),)
    assert made[3].marks == (image(0, "wide", 2),)


def test_links_lead_where_they_did():
    link = Mark(Span(0, 1), MarkKind.LINK, "#2")
    made = sized(
        Paragraph("船", marks=(link,)),
        Paragraph(f"夜{OBJECT}", marks=(image(1, "large"),)),
        Paragraph("岸", marks=(Mark(Span(0, 1), MarkKind.LINK, "#1"), Mark(Span(0, 1), MarkKind.LINK, "https://a.b"))),
    ).paragraphs
    assert [one.text for one in made] == ["船", "夜", OBJECT, "岸"]
    assert made[0].marks[0].value == "#3"
    assert [mark.value for mark in made[3].marks] == ["#1", "https://a.b"]


pieces = st.lists(st.sampled_from(["夜", " ", *NAMES]), min_size=1, max_size=12)


@given(pieces)
def test_nothing_but_white_space_is_lost(made_of: list[str]):
    text = "".join(OBJECT if piece in PICTURES else piece for piece in made_of)
    marks = tuple(image(at, piece) for at, piece in enumerate(made_of) if piece in PICTURES)
    made = sized(Paragraph(text, marks=marks)).paragraphs
    if text.strip():
        assert "".join("".join(one.text for one in made).split()) == "".join(text.split())
    assert sorted(mark.value for one in made for mark in one.marks) == sorted(mark.value for mark in marks)
    for one in made:
        assert all(one.text[mark.span.start : mark.span.end] == OBJECT for mark in one.marks)
        assert one.kind is not BlockKind.IMAGE or one.text == OBJECT
