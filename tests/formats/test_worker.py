from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.format_table import format_named
from reader.formats.worker import _answer, _reason, parse_apart, parse_here

Written = Callable[..., Path]

HTML = format_named("html")


def parsing() -> list[str]:
    """The processes that parse a file."""
    return [child.name for child in multiprocessing.active_children() if child.name == "parsing"]


def test_a_file_is_parsed_apart(written: Written):
    path = written("<p>燈滅了以後，屋裡只聽得見鐘擺的聲音。</p>".encode("gb18030"), "a.html")
    assert parse_apart(path, HTML, None) == parse_here(path, HTML, None)
    assert not parsing()


def test_what_is_wrong_is_told_as_it_would_be_here(written: Written):
    for content, name, reason in (
        ("<script>x</script>", "html", "NO_TEXT"),
        ("x", "epub", "DAMAGED"),
        ("x", "pdf", "DAMAGED"),
    ):
        with pytest.raises(UnreadableFile) as caught:
            parse_apart(written(content, "a"), format_named(name), None)
        assert caught.value.reason.name == reason
        assert caught.value.path.name == "a"


def test_a_parser_that_takes_too_long_is_ended(written: Written, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "DEADLINE", 0.01)
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as caught:
        parse_apart(written("<p>" + "<b>文</b>" * 500_000, "a.html"), HTML, None)
    assert caught.value.reason is Unreadable.TOO_SLOW
    assert time.monotonic() - started < 20
    assert not parsing()


def test_an_answer_that_is_too_long_is_refused(written: Written, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "ANSWER", 10)
    with pytest.raises(UnreadableFile) as caught:
        parse_apart(written("<p>文文文文文文文文</p>", "a.html"), HTML, None)
    assert caught.value.reason is Unreadable.TOO_LARGE


def test_whatever_a_parser_trips_over_the_file_is_damaged(written: Written, monkeypatch: pytest.MonkeyPatch):
    def trip(path: Path, encoding: str | None) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("reader.formats.html.parse_html", trip)
    assert _answer(written("<p>文"), HTML, None).decode() == '!["DAMAGED", "RecursionError: deep"]'

    def swell(path: Path, encoding: str | None) -> None:
        raise MemoryError

    monkeypatch.setattr("reader.formats.html.parse_html", swell)
    assert b"TOO_LARGE" in _answer(written("<p>文"), HTML, None)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_end_of_a_process_tells_why():
    assert _reason(-9) is Unreadable.TOO_LARGE
    assert _reason(-11) is Unreadable.DAMAGED
    assert _reason(-24) is Unreadable.TOO_SLOW
    assert _reason(1) is _reason(None) is Unreadable.FAILED


def test_neither_side_loads_what_it_does_not_need():
    """The window's side no parser, the parsing side no window: its start is part of every opening."""
    for module, unwanted in (
        ("reader.formats.registry", ("lxml", "markdown_it", "pypdfium2", "PySide6")),
        ("reader.formats.worker", ("lxml", "PySide6", "reader.convert", "email", "html")),
        ("reader.formats.epub", ("PySide6", "pypdfium2", "markdown_it", "email")),
    ):
        code = f"import {module}, sys\nprint(*(name for name in {unwanted} if name in sys.modules))"
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert found.stdout.split() == [], module
