"""A report counts what stands in the document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.keyword_list import Keyword, KeywordList
from reader.model.report import PLOT_PARTS, Report
from reader.search.answers import list_of_words, report_on
from reader.search.fold import fold
from reader.search.report import make_report

TEXT = (
    "湖邊的故事\n第一章 春天\n王建國來到湖邊。\n李思遠沒有來。\n"
    "第二章 夏天\n王建国和李思遠在湖邊。\n湖邊很靜，湖邊很遠。\n"
)
PEOPLE = KeywordList("人物", (Keyword("王建國"), Keyword("李思遠"), Keyword("陳先生")))
PLACES = KeywordList("地名", (Keyword("湖边"), Keyword("王建[國国]", is_pattern=True), Keyword("山", is_on=False)))


def outline_of(document):
    *_, outline = document.outlines()
    return outline


def made(document, *lists) -> Report:
    return report_on(document, outline_of(document), lists)


def test_counts_by_keyword_and_chapter(document_of):
    report = made(document_of(TEXT), PEOPLE, PLACES)
    assert report.paragraphs == 7
    assert report.chapters == ("", "湖邊的故事", "第一章 春天", "第二章 夏天")
    assert [(word.list, word.text, word.count, word.by_chapter) for word in report.words] == [
        ("人物", "王建國", 2, (0, 0, 1, 1)),
        ("人物", "李思遠", 2, (0, 0, 1, 1)),
        ("人物", "陳先生", 0, (0, 0, 0, 0)),
        ("地名", "湖边", 5, (0, 1, 1, 3)),
        ("地名", "王建[國国]", 2, (0, 0, 1, 1)),
    ]


def test_first_and_last_places_with_excerpts(document_of):
    document = document_of(TEXT)
    word = made(document, PLACES).words[0]
    assert word.first is not None
    assert word.last is not None
    assert (word.first.paragraph, word.last.paragraph) == (0, 6)
    assert word.last.excerpt == "湖邊很靜，湖邊很遠。"
    assert (word.last.match.start, word.last.match.end) == (5, 7)
    assert [place.paragraph for place in word.places] == [0, 2, 5, 6, 6]
    for place in word.places:
        assert fold(place.excerpt[place.match.start : place.match.end]) == "湖边"
        position = document.position_of(place.address)
        assert fold(document.block_at(position.block).text[position.offset :]).startswith("湖边")


def test_words_of_two_lists_together(document_of):
    report = made(document_of(TEXT), PEOPLE, PLACES)
    assert {(pair.one, pair.other): pair.paragraphs for pair in report.together} == {
        ("王建國", "湖边"): 2,
        ("李思遠", "湖边"): 1,
        ("王建國", "王建[國国]"): 2,
        ("李思遠", "王建[國国]"): 1,
    }
    assert made(document_of(TEXT), PEOPLE).together == ()


def test_excerpts_are_bounded_and_counts_are_not(document_of):
    document = document_of("湖邊\n" * 500)
    *_, (done, report) = make_report(document, outline_of(document), [PLACES], most_places=3)
    assert done == 1.0
    assert report is not None
    word = report.words[0]
    assert (word.count, len(word.places), sum(word.plot), len(word.plot)) == (500, 3, 500, PLOT_PARTS)
    assert word.last is not None
    assert word.last.paragraph == 499


def test_lists_that_are_off_and_nothing_at_all(document_of):
    document = document_of(TEXT)
    assert made(document, KeywordList("x", (Keyword("湖邊"),), is_on=False)).words == ()
    assert made(document).together == ()


@given(st.lists(st.sampled_from(["湖邊", "王建國", "靜"]), unique=True))
def test_progress_never_goes_back(document_of_text, words):
    steps = list(make_report(*document_of_text, [list_of_words([word]) for word in words]))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert [report is not None for _, report in steps] == [False] * (len(steps) - 1) + [True]
