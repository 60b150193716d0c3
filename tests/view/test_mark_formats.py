"""What is marked in a file is set so on the page, in every script."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextCharFormat

from reader.convert.conversion import unchanged
from reader.model.block import Block
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.mark_formats import mark_formats
from reader.view.page_style import block_style
from reader.view.part import own_part
from reader.view.utf16 import Utf16Map


def formats(text: str, *marks: Mark, convert=unchanged):
    part = own_part(Block(0, len(text) + 1, text, marks=marks), convert(text))
    found = mark_formats([part], part.text, Utf16Map(part.text))
    return [(made.start, made.start + made.length, QTextCharFormat(made.format)) for made in found]


@pytest.mark.parametrize(
    ("kind", "is_so"),
    [
        (MarkKind.BOLD, lambda made: made.fontWeight() == QFont.Weight.Bold),
        (MarkKind.UNDERLINE, lambda made: made.fontUnderline()),
        (MarkKind.STRIKE, lambda made: made.fontStrikeOut()),
        (MarkKind.LINK, lambda made: made.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine),
        (MarkKind.SUPERSCRIPT, lambda made: made.verticalAlignment() == made.VerticalAlignment.AlignSuperScript),
        (MarkKind.SUBSCRIPT, lambda made: made.verticalAlignment() == made.VerticalAlignment.AlignSubScript),
        (MarkKind.CODE, lambda made: "monospace" in made.fontFamilies()),
    ],
)
def test_each_kind_has_its_form(qapp, kind, is_so):
    ((start, end, made),) = formats("山裡的路", Mark(Span(1, 3), kind))
    assert (start, end) == (1, 3)
    assert is_so(made)


def test_han_is_never_slanted(qapp):
    found = formats("看 Moby Dick 和白鯨", Mark(Span(0, 15), MarkKind.ITALIC))
    assert [(start, end) for start, end, _ in found] == [(1, 12)]
    assert all(made.fontItalic() for _, _, made in found)


def test_marks_stand_where_the_conversion_puts_them(qapp, regional):
    text = "  夜里的公共汽车没来"
    bold = Mark(Span(text.index("公"), text.index("没")), MarkKind.BOLD)
    ((start, end, _),) = formats(text, bold, convert=regional)
    assert regional(text).text.strip()[start:end] == "公車"


def test_units_are_those_of_qt(qapp):
    ((start, end, _),) = formats("𠀀𠀁字", Mark(Span(1, 3), MarkKind.BOLD))
    assert (start, end) == (2, 5)


def test_what_takes_room_of_its_own_is_left_to_others(qapp):
    assert formats("漢字", Mark(Span(0, 2), MarkKind.RUBY, "hanzi"), Mark(Span(0, 1), MarkKind.IMAGE, "a.png")) == []


def test_bold_letters_take_the_room_that_they_need(style):
    text = "iiii wwww " * 4
    widths = []
    for marks in ((), (Mark(Span(0, len(text)), MarkKind.BOLD),)):
        block = Block(0, len(text) + 1, text, marks=marks)
        layout = BlockLayout((own_part(block, unchanged(text)),), block_style(style, block), 2000.0, is_carrying=False)
        widths.append(layout.rectangles(layout.line_span(0))[0][1].width())
    assert widths[1] > widths[0]
