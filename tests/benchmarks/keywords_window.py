"""The window while words are looked for, coloured and suggested in a novel of 10 MB: how long it ever stands still.

    python tests/benchmarks/keywords_window.py [NOVEL]

A beat is due each millisecond. Of the longest pause between two, *work* is what the window's own thread computed in it,
and *wall* what a clock says, other processes and the threads in the background included.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from novel import write_novel

_SIZE = 10 << 20
_WORDS = 10_000


def rest(seconds: float) -> None:
    """Let the window finish what it is at."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Beats:
    """Counts how long the event loop is held up."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._beats: list[tuple[float, float]] = []
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        self._beats.append((time.perf_counter(), time.thread_time()))

    def during(self, begin: Callable[[], None], is_done: Callable[[], bool], seconds: float = 30) -> str:
        """Begin something, and wait until it is done: longest pauses and the whole time."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        QCoreApplication.processEvents()
        self._beats = []
        self._beat()
        self._timer.start()
        begun = time.perf_counter()
        begin()
        self._beat()
        while not is_done() and time.perf_counter() - begun < seconds:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        whole = time.perf_counter() - begun
        QCoreApplication.processEvents()
        self._beat()
        self._timer.stop()
        wall = max(later[0] - earlier[0] for earlier, later in pairwise(self._beats))
        work = max(later[1] - earlier[1] for earlier, later in pairwise(self._beats))
        return f"done in {whole * 1000:6.0f} ms, longest pause: work {work * 1000:5.1f} ms, wall {wall * 1000:5.1f} ms"


def main() -> None:
    """Print what each thing takes."""
    from PySide6.QtWidgets import QLineEdit

    from reader.app import ReaderProgram, keep_window_quick
    from reader.model.keyword_list import Keyword, KeywordList
    from reader.ui.application import ReaderApplication
    from reader.ui.search_field import SearchField
    from reader.ui.suggestions_panel import SuggestionsPanel

    application = ReaderApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "novel.txt"
        if len(sys.argv) <= 1:
            write_novel(path, _SIZE)
        program = ReaderProgram(application, Path(folder) / "library.sqlite3", Path(folder) / "errors.log")
        keep_window_quick()
        program.window.resize(1280, 840)
        program.window.show()
        program.session.open(path)
        beats = Beats()
        print("open and count    ", beats.during(lambda: None, lambda: program.session.outline.is_complete))
        program.window.article.go_to_share(0.5)
        rest(0.5)
        document, view = program.session.document, program.window.article.view
        assert document is not None
        sample = next(iter(document.passages(document.size // 2, document.size // 2 + 200_000))).text
        query = max(
            (sample[at : at + 4] for at in range(0, 4000, 7)), key=lambda one: one.isalpha() * sample.count(one)
        )

        line = program.window.findChild(SearchField).findChild(QLineEdit)

        def typed(text: str) -> Callable[[], None]:
            return lambda: line.setText(text)

        program.window.activateWindow()
        rest(0.3)
        find = program.window._parts.actions.find
        print("begin to search   ", beats.during(find.trigger, line.hasFocus))
        rest(0.3)
        for length in range(1, len(query) + 1):
            text = query[:length]

            def is_found(text: str = text) -> bool:
                asked = program.search.query
                return asked is not None and asked.text == text and program.search.results.is_complete

            took = beats.during(typed(text), is_found)
            rest(0.3)
            print(f"type {length} characters  ", took, f"{len(program.search.results):,} hits")
        line.clear()
        view.setFocus()
        rest(0.3)

        places = program.keywords.places
        begun = time.perf_counter()
        program.keywords.add(query)
        view.viewport().repaint()
        print(f"colour a word and paint the page: {(time.perf_counter() - begun) * 1000:.1f} ms")
        print("count it          ", beats.during(lambda: None, lambda: places.occurrences.is_complete))

        source = random.Random(1)
        words: set[str] = set()
        for passage in document.passages():
            words |= {passage.text[at : at + source.randrange(2, 5)] for at in range(0, len(passage.text) - 5, 3)}
            words = {word for word in words if word.isalpha()}
            if len(words) >= _WORDS:
                break
        listed = tuple(Keyword(word) for word in sorted(words)[:_WORDS])
        many = KeywordList("詞", listed)

        def is_counted() -> bool:
            return len(places.index) >= len(listed) and places.occurrences.is_complete

        print(f"take in {len(listed):,}    ", beats.during(lambda: program.keywords.take_in([many]), is_counted))
        print(f"                   {places.occurrences.total:,} places")
        view.viewport().repaint()
        begun = time.perf_counter()
        for _ in range(20):
            view.scroll_by(400)
            view.viewport().repaint()
        print(f"scroll and paint with them: {(time.perf_counter() - begun) * 50:.1f} ms a frame")

        def switch() -> None:
            one = program.keywords.lists[-1]
            program.keywords.set_keyword(len(program.keywords.lists) - 1, 7, Keyword(one.keywords[7].text, is_on=False))

        print("switch one off    ", beats.during(switch, is_counted))
        program.keywords.remove_list(len(program.keywords.lists) - 1)

        panel = program.window.findChild(SuggestionsPanel)
        program.window._parts.side.show_page(panel)
        took = beats.during(lambda: None, lambda: not program.suggestions.is_reading, 300)
        print("suggest           ", took, f"{len(program.suggestions.words)} words")
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
