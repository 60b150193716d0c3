"""The beginning of a large book is there long before the whole, and stands at the same addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import UnreadableFile
from reader.formats import epub as epub_module
from reader.formats.epub import parse_beginning
from reader.formats.registry import open_document, open_in_steps
from reader.model.document import Document

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"


def pages(count: int) -> dict[str, str]:
    return {
        f"c{number:04}.xhtml": f"<h1>第{number}章</h1>" + f"<p>{SENTENCE}</p>" * 6 for number in range(1, count + 1)
    }


@pytest.fixture
def large(written: Callable[..., Path], epub: Callable[..., bytes]) -> Path:
    return written(epub(pages(epub_module._MANY + 5)), "a.epub")


def text_of(document: Document) -> str:
    return "".join(passage.text for passage in document.passages())


def test_the_beginning_is_that_of_the_whole(large: Path):
    beginning, whole = open_in_steps(large)
    assert (beginning.is_beginning, whole.is_beginning) == (True, False)
    assert text_of(whole).startswith(text_of(beginning))
    assert beginning.size < whole.size / 5
    *_, first = beginning.outlines()
    *_, last = whole.outlines()
    assert (first.is_complete, last.is_complete) == (False, True)
    assert [entry.text for entry in first.headings] == [f"第{number}章" for number in range(1, epub_module._FIRST + 1)]
    assert last.headings[: len(first.headings)] == first.headings
    assert text_of(open_document(large)) == text_of(whole)


def test_a_small_book_is_opened_at_once(written: Callable[..., Path], epub: Callable[..., bytes]):
    path = written(epub(pages(epub_module._MANY - 1)), "a.epub")
    assert parse_beginning(path) is None
    (document,) = open_in_steps(path)
    assert not document.is_beginning


def test_other_files_have_no_beginning(written: Callable[..., Path]):
    for name, content in (("a.txt", SENTENCE * 9), ("a.md", f"# 岸\n\n{SENTENCE}"), ("a.html", f"<p>{SENTENCE}</p>")):
        (document,) = open_in_steps(written(content, name))
        assert not document.is_beginning


def test_whoever_has_read_the_beginning_need_not_wait(large: Path):
    steps = open_in_steps(large)
    beginning = next(steps)
    steps.close()
    assert text_of(beginning).startswith("第1章")


def test_what_is_wrong_behind_the_beginning_is_told(
    written: Callable[..., Path], epub: Callable[..., bytes], monkeypatch
):
    steps = open_in_steps(written(epub(pages(200) | {"c0150.xhtml": "x" * 3_000_000}), "a.epub"))
    assert next(steps).is_beginning
    assert not next(steps).is_beginning
    broken = written(epub(pages(200))[:-300], "b.epub")
    with pytest.raises(UnreadableFile):
        list(open_in_steps(broken))
