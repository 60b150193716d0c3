"""What is copied with its marks: HTML that says the same as the plain text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.conversion import as_written
from reader.formats.parsed import Paragraph
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Range, Span
from reader.view.selection import shown_lines
from reader.view.selection_html import selection_html

KINDS = [MarkKind.BOLD, MarkKind.ITALIC, MarkKind.CODE, MarkKind.LINK, MarkKind.SUPERSCRIPT, MarkKind.RUBY]


def marked(parsed, text: str, *marks: Mark):
    return parsed(Paragraph(text, marks=marks))


def whole(document) -> Range:
    first, last = document.block_at(0), document.block_at(document.size - 1)
    return Range(Position(first.start, 0), Position(last.start, len(last.text)))


def test_without_marks_plain_text_says_all(opened):
    document = opened("一行。\n兩行。")
    assert selection_html(document, as_written, whole(document)) is None


def test_marks_become_elements(parsed):
    document = marked(
        parsed,
        "粗斜<鏈>",
        Mark(Span(0, 1), MarkKind.BOLD),
        Mark(Span(1, 2), MarkKind.ITALIC),
        Mark(Span(3, 4), MarkKind.LINK, "https://a.example/?b&c"),
    )
    expected = '<p><b>粗</b><i>斜</i>&lt;<a href="https://a.example/?b&amp;c">鏈</a>&gt;</p>'
    assert selection_html(document, as_written, whole(document)) == expected


def test_marks_that_overlap_are_cut(parsed):
    document = marked(parsed, "甲乙丙", Mark(Span(0, 2), MarkKind.BOLD), Mark(Span(1, 3), MarkKind.UNDERLINE))
    expected = "<p><b>甲</b><b><u>乙</u></b><u>丙</u></p>"
    assert selection_html(document, as_written, whole(document)) == expected


def test_what_lies_outside_of_the_selection_does_not_count(parsed):
    document = marked(parsed, "甲乙丙", Mark(Span(0, 1), MarkKind.BOLD))
    assert selection_html(document, as_written, Range(Position(0, 1), Position(0, 3))) is None


def test_links_within_the_document_lead_nowhere_else(parsed):
    document = marked(parsed, "甲乙", Mark(Span(0, 1), MarkKind.LINK, "#0"))
    assert selection_html(document, as_written, whole(document)) is None


def test_marks_follow_a_conversion_that_changes_lengths(parsed, regional):
    document = marked(parsed, "数据没了", Mark(Span(0, 2), MarkKind.BOLD))
    assert selection_html(document, lambda block: regional(block.text), whole(document)) == "<p><b>資料庫</b>沒了</p>"


@pytest.mark.parametrize("text", ["甲𠀀乙<&>\x00丙"])
@given(
    marks=st.lists(
        st.tuples(st.integers(0, 7), st.integers(1, 8), st.sampled_from(KINDS)).filter(lambda it: it[0] < it[1])
    ),
    ends=st.tuples(st.integers(0, 8), st.integers(0, 8)).map(sorted),
)
def test_without_its_elements_it_is_the_plain_text(parsed, text, marks, ends):
    made = [Mark(Span(start, end), kind, "https://a.example/") for start, end, kind in marks]
    document = marked(parsed, text, *made)
    selected = Range(Position(0, ends[0]), Position(0, ends[1]))
    html = selection_html(document, as_written, selected)
    if html is not None:
        assert unescape(re.sub("<[^>]+>", "", html)) == "".join(shown_lines(document, as_written, selected))
        opened = re.findall(r"<(\w+)", html)
        assert sorted(opened) == sorted(re.findall(r"</(\w+)", html))
