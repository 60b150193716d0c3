"""A report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
#: Eight heights of a bar, for a plot in one line of text.
_BARS = " ▁▂▃▄▅▆▇█"
_PLOT = 50


def report_to_markdown(report: Report) -> str:
    """Counts, a line that shows where each word stands, excerpts with paragraph numbers, and pairs."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_plain(report.title)}"
    yield ""
    yield from _table(
        ("List", "Keyword", "Count", "First ¶", "Last ¶", "Where"),
        (
            (
                _plain(word.list),
                _plain(word.text),
                str(word.count),
                f"{word.first.paragraph + 1}" if word.first else "",
                f"{word.last.paragraph + 1}" if word.last else "",
                f"`{sparkline(word.plot)}`",
            )
            for word in report.words
        ),
    )
    if len(report.chapters) > 1:
        yield "## Chapters"
        yield ""
        yield from _table(
            ("Chapter", *(_plain(word.text) for word in report.words)),
            (
                (_plain(chapter) or "–", *(str(word.by_chapter[number]) for word in report.words))
                for number, chapter in enumerate(report.chapters)
            ),
        )
    if report.together:
        yield "## Together"
        yield ""
        yield from _table(
            ("Keyword", "Keyword", "Paragraphs"),
            ((_plain(pair.one), _plain(pair.other), str(pair.paragraphs)) for pair in report.together),
        )
    for word in report.words:
        if word.places:
            yield f"## {_plain(word.text)} ({word.count})"
            yield ""
            yield from (f"- ¶ {place.paragraph + 1}: {_plain(place.excerpt)}" for place in word.places)
            yield ""


def sparkline(plot: Iterable[int]) -> str:
    """A plot as a line of bars, its highest bar full; any count shows."""
    values = list(plot)
    size = max(1, -(-len(values) // _PLOT))
    parts = [sum(values[start : start + size]) for start in range(0, len(values), size)]
    highest = max(parts, default=0)
    return "".join(_BARS[-(-part * (len(_BARS) - 1) // highest)] if part else _BARS[0] for part in parts)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _plain(text: str) -> str:
    """Text that Markdown reads as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
