"""A report as a page that stands by itself: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from reader.model.report import Report, ReportPlace

_STYLE = (
    "body{font:16px/1.6 'Noto Sans CJK TC','Noto Sans CJK SC',sans-serif;max-width:60em;margin:2em auto;padding:0 1em;"
    "color:#222;background:#fff}table{border-collapse:collapse;margin:1em 0}th,td{padding:.2em .8em;text-align:left;"
    "border-bottom:1px solid #ccc}td.n{text-align:right}svg{background:#f2f2f2}mark{background:#ffe08a}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#1c1c1c}svg{background:#333}mark{background:#7a5c00;"
    "color:#fff}th,td{border-color:#444}}"
)
_HEIGHT = 20


def report_to_html(report: Report) -> str:
    """Counts with a plot of each word, chapters, pairs, and excerpts with their paragraph numbers."""
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    title = escape(report.title)
    yield f'<!DOCTYPE html>\n<html lang="zh">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield f"<style>{_STYLE}</style>\n"
    yield f"<h1>{title}</h1>\n"
    yield from _table(
        ("List", "Keyword", "Count", "First ¶", "Last ¶", "Where"),
        (
            (
                _cell(word.list),
                f'<td><a href="#w{number}">{escape(word.text)}</a></td>' if word.places else _cell(word.text),
                _number(word.count),
                _paragraph(word.first),
                _paragraph(word.last),
                f"<td>{_plot(word.plot)}</td>",
            )
            for number, word in enumerate(report.words)
        ),
    )
    if len(report.chapters) > 1:
        yield "<h2>Chapters</h2>\n"
        yield from _table(
            ("Chapter", *(word.text for word in report.words)),
            (
                (_cell(chapter or "–"), *(_number(word.by_chapter[number]) for word in report.words))
                for number, chapter in enumerate(report.chapters)
            ),
        )
    if report.together:
        yield "<h2>Together</h2>\n"
        yield from _table(
            ("Keyword", "Keyword", "Paragraphs"),
            ((_cell(pair.one), _cell(pair.other), _number(pair.paragraphs)) for pair in report.together),
        )
    for number, word in enumerate(report.words):
        if word.places:
            yield f'<h2 id="w{number}">{escape(word.text)} ({word.count})</h2>\n<ul>\n'
            yield from (f"<li>¶ {place.paragraph + 1}: {_marked(place)}</li>\n" for place in word.places)
            yield "</ul>\n"
    yield "</html>\n"


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "<table>\n<tr>" + "".join(f"<th>{escape(name)}</th>" for name in head) + "</tr>\n"
    yield from ("<tr>" + "".join(row) + "</tr>\n" for row in rows)
    yield "</table>\n"


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def _number(value: int) -> str:
    return f'<td class="n">{value}</td>'


def _paragraph(place: ReportPlace | None) -> str:
    return _number(place.paragraph + 1) if place else "<td></td>"


def _plot(plot: tuple[int, ...]) -> str:
    """A bar for each part of the document that holds the word."""
    highest = max(plot, default=0)
    bars = "".join(
        f'<rect x="{at}" y="{_HEIGHT - height}" width="1" height="{height}"/>'
        for at, count in enumerate(plot)
        if count and (height := max(3, count * _HEIGHT // highest))
    )
    size = f'width="{2 * len(plot)}" height="{_HEIGHT}" viewBox="0 0 {len(plot)} {_HEIGHT}"'
    return f'<svg {size} preserveAspectRatio="none" fill="#c2410c" role="img">{bars}</svg>'


def _marked(place: ReportPlace) -> str:
    start, end = place.match.start, place.match.end
    before, match, behind = place.excerpt[:start], place.excerpt[start:end], place.excerpt[end:]
    return f"{escape(before)}<mark>{escape(match)}</mark>{escape(behind)}"
