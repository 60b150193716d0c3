"""A report as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from reader.model.report import Report

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def report_to_csv(report: Report) -> str:
    """A row for each keyword: its list, count, first and last paragraph (from 1), and its count in each chapter.

    Begins with a byte order mark, without which spreadsheets take the text for another encoding. Text that would be
    calculated has an apostrophe before it.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    chapters = [chapter or "–" for chapter in report.chapters]
    writer.writerow(("list", "keyword", "count", "first ¶", "last ¶", *map(_cell, chapters)))
    for word in report.words:
        places = [place.paragraph + 1 if place else "" for place in (word.first, word.last)]
        writer.writerow((_cell(word.list), _cell(word.text), word.count, *places, *word.by_chapter))
    return "\ufeff" + target.getvalue()


def _cell(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text
