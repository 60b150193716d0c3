"""A report reads the same in every form, and nothing in it is taken for anything but text."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.report import REPORT_FORMS, write_report
from reader.export.report_markdown import sparkline
from reader.model.position import Span
from reader.model.report import PLOT_PARTS, Report, ReportPlace, Together, WordReport

PLACE = ReportPlace(12, 3, "…在湖邊的村子", Span(2, 4))
PLOT = (1, *[0] * (PLOT_PARTS - 2), 4)


def report_of(word: str = "湖邊", title: str = "故事", chapter: str = "第一章") -> Report:
    words = (
        WordReport("地名", word, 5, (2, 3), PLACE, PLACE, (PLACE,), PLOT),
        WordReport("", "山", 0, (0, 0), None, None, (), (0,) * PLOT_PARTS),
    )
    return Report(title, 7, ("", chapter), words, (Together("王建國", word, 2),))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def test_csv():
    rows = list(csv.reader(io.StringIO(write_report(report_of(), ".csv").removeprefix("\ufeff"))))
    assert rows == [
        ["list", "keyword", "count", "first ¶", "last ¶", "–", "第一章"],
        ["地名", "湖邊", "5", "4", "4", "2", "3"],
        ["", "山", "0", "", "", "0", "0"],
    ]


@given(st.text(min_size=1))
def test_no_cell_is_a_formula(word):
    text = write_report(report_of(word, chapter=word), ".csv").removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_markdown():
    text = write_report(report_of(), ".md")
    assert text.startswith("# 故事\n")
    assert "| 地名 | 湖邊 | 5 | 4 | 4 |" in text
    assert "| 王建國 | 湖邊 | 2 |" in text
    assert "- ¶ 4: …在湖邊的村子" in text


def test_markdown_takes_text_as_text():
    text = write_report(report_of("a|b *c*\n# d <script>"), ".md")
    assert "a\\|b \\*c\\* \\# d \\<script\\>" in text


def test_html():
    parser = _Text()
    parser.feed(write_report(report_of(), ".HTML"))
    assert {"table", "svg", "mark", "h1"} <= set(parser.tags)
    assert not {"script", "link", "img", "iframe"} & set(parser.tags)
    assert "湖邊" in parser.text
    assert parser.text[parser.text.index("¶ 4: …在") + 1] == "湖邊"


@given(st.text(min_size=1))
def test_html_takes_text_as_text(word):
    plain, given_text = _Text(), _Text()
    plain.feed(write_report(report_of(), ".html"))
    given_text.feed(write_report(report_of(word, word, word), ".html"))
    assert given_text.tags == plain.tags


def test_other_suffixes():
    assert set(REPORT_FORMS) == {".csv", ".md", ".html"}
    with pytest.raises(KeyError):
        write_report(report_of(), ".pdf")


@given(st.lists(st.integers(0, 1000), max_size=PLOT_PARTS))
def test_a_plot_shows_every_count(plot):
    line = sparkline(plot)
    assert len(line) <= 50
    assert bool(line.strip()) == any(plot)
    assert ("█" in line) == any(plot)
