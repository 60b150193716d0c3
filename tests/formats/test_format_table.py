from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.format_table import FORMATS, SUFFIXES, format_named, format_of
from reader.formats.registry import open_document

SENTENCE = "燈滅了以後，屋裡只聽得見鐘擺的聲音。"


def name_of(content: bytes, suffix: str) -> str:
    found = format_of(content[:8192], content[-65536:], suffix)
    return found.name if found else "text"


@pytest.mark.parametrize(
    ("content", "suffix", "name"),
    [
        ("<!DOCTYPE html><p>一", ".txt", "html"),
        ("\ufeff\n<?xml version='1.0'?>\n<!-- a -->\n<HTML lang='zh'>", "", "html"),
        ("<p>一</p>", ".htm", "html"),
        ("<p>一</p>", ".txt", "text"),
        ("一 < 二", ".html", "text"),
        ("他寫道：<html> 是一個標籤。", ".txt", "text"),
        ("# 一", ".md", "markdown"),
        ("# 一", ".txt", "text"),
        ("<?xml version='1.0'?><FictionBook xmlns='x'>", ".xml", "fb2"),
        ("%PDF-1.7", ".txt", "pdf"),
        ("垃圾%PDF-1.7", ".pdf", "pdf"),
        ("垃圾%PDF-1.7", ".txt", "text"),
        ("From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", ".htm", "mhtml"),
        ("From: a\r\n\r\n一封信", ".txt", "text"),
    ],
)
def test_formats_are_told_by_content(content: str, suffix: str, name: str):
    assert name_of(content.encode(), suffix) == name


def test_wide_markup_is_markup():
    assert name_of("\ufeff<html><p>一".encode("utf-16-le"), ".txt") == "html"


def test_archives_are_told_by_what_they_hold(
    epub: Callable[..., bytes], docx: Callable[..., bytes], zipped: Callable[..., bytes]
):
    assert name_of(epub({"a.xhtml": "一"}), ".zip") == "epub"
    assert name_of(epub({"a.xhtml": "一"}), ".docx") == "epub"
    assert name_of(docx("一"), ".epub") == "docx"
    assert name_of(zipped({"a.fb2": "一"}), ".zip") == "fb2"
    assert name_of(zipped({"a.txt": "一"}), ".zip") == "text"
    assert name_of(zipped({"a.txt": "一"}), ".epub") == "epub"
    assert name_of(b"x" * 1000 + epub({"a.xhtml": "一"}), ".epub") == "epub"


def test_files_open_whatever_they_are_called(written: Callable[..., Path], epub: Callable[..., bytes]):
    document = open_document(written(epub({"a.xhtml": f"<p>{SENTENCE}</p>"}), "novel.txt"))
    assert (document.format, document.block_at(0).text, document.title) == ("epub", SENTENCE, "夜航")
    document = open_document(written(f"<html><p>{SENTENCE}", "page.txt"))
    assert (document.format, document.block_at(0).text) == ("html", SENTENCE)
    document = open_document(written(SENTENCE, "novel.epub"))
    assert (document.format, document.block_at(0).text) == ("text", SENTENCE)


def test_other_archives_are_no_texts(written: Callable[..., Path], zipped: Callable[..., bytes]):
    for entries, detail in (
        ({"a.txt": "一"}, "zip"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "odt"),
    ):
        with pytest.raises(UnreadableFile) as caught:
            open_document(written(zipped(entries, 0), "a.zip"))
        assert (caught.value.reason, caught.value.detail) == (Unreadable.BINARY, detail)


def test_formats_are_known_by_name():
    assert [format_named(one.name) for one in FORMATS] == list(FORMATS)
    assert len(SUFFIXES) == len(set(SUFFIXES))
    with pytest.raises(KeyError):
        format_named("odt")
