"""Turning pages beside scrolling by screens, on a novel of 10 MB; and what a printed sheet costs.

    python tests/benchmarks/pages.py

A turn is measured from the key to the painted viewport. Ratios are those to a screen scrolled in the same writing mode.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from novel import write_novel
from PySide6.QtGui import QPainter, QPdfWriter

from reader.convert.conversion import as_written
from reader.formats.registry import open_document
from reader.model.page_mode import PageMode
from reader.model.script import Script
from reader.search.words import word_at
from reader.state.settings import Settings
from reader.ui.application import ReaderApplication
from reader.ui.page_fonts import page_style
from reader.ui.theme import LIGHT
from reader.view.axes import WritingMode
from reader.view.content import Content
from reader.view.printed_pages import RESOLUTION, PrintedPages, Sheet
from reader.view.reading_view import ReadingAids, ReadingView

_TURNS = 120
_SHEETS = 200


def _measured(do: Callable[[], object], times: int) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    return median(spent), spent[int(len(spent) * 0.99)]


def _turn(view: ReadingView, is_on: bool) -> None:
    view.turn_page(is_on)
    view.viewport().repaint()


def _main() -> None:
    application = ReaderApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "novel.txt"
        write_novel(path, 10 << 20)
        document = open_document(path, None)
        content = Content(document, as_written, word_at)
        for mode in WritingMode:
            style = replace(page_style(Settings(), Script.SIMPLIFIED), mode=mode)
            view = ReadingView(style, LIGHT.page)
            view.resize(1280, 840)
            view.set_content(content)
            view.show()
            application.processEvents()
            print(f"\n{mode.value:<28}{'median':>9}{'p99':>9}{'ratio':>8}")
            yardstick = 0.0
            for name, pages in (("screen", PageMode.SCROLLED), ("page", PageMode.SINGLE), ("two", PageMode.FACING)):
                view.set_aids(ReadingAids(mode=pages))
                view.go_to(document.position_of(document.size // 2))
                for label, is_on in (("on", True), ("back", False)):
                    middle, worst = _measured(lambda view=view, is_on=is_on: _turn(view, is_on), _TURNS)
                    yardstick = yardstick or middle
                    print(f"  {name} {label:<22}{middle:>7.1f} ms{worst:>6.1f} ms{middle / yardstick:>8.2f}")
            view.close()
            sheets = PrintedPages(content, style, Sheet(148, 210, 18, 11, "novel"), LIGHT.page, None)
            writer = QPdfWriter(str(Path(folder) / "novel.pdf"))
            writer.setResolution(RESOLUTION)
            painter = QPainter(writer)

            def print_sheet(sheets: PrintedPages = sheets, painter: QPainter = painter) -> None:
                sheets.paint_sheet(painter)
                sheets.turn()

            middle, worst = _measured(print_sheet, _SHEETS)
            painter.end()
            print(f"  {'printed sheet':<24}{middle:>7.1f} ms{worst:>6.1f} ms{middle / yardstick:>8.2f}")
    sys.stdout.flush()


if __name__ == "__main__":
    _main()
