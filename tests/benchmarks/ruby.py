"""Scrolling and turning pages with readings beside characters, on a novel of 10 MB: ratios to the page without.

    python tests/benchmarks/ruby.py

All are measured in one process, one after the other, so that they meet the same machine.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from novel import write_novel

_SIZE = 10 << 20
_WINDOW = (1280, 840)
_FRAMES, _STEP = 400, 60
_PAGES = 60


def _main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from reader.app import ReaderProgram, keep_window_quick
    from reader.convert.annotation import Annotated
    from reader.state.settings import PhoneticsChoice, WritingChoice
    from reader.ui.application import ReaderApplication

    application = ReaderApplication(["benchmark"])

    def wait(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "novel.txt"
        write_novel(path, _SIZE)
        program = ReaderProgram(application, None, Path(folder) / "errors.log")
        keep_window_quick()
        program.preferences.set("is_smooth", False)
        program.window.resize(*_WINDOW)
        program.window.show()
        program.session.open(path)
        while not program.session.outline.is_complete:
            wait(0.1)
        view = program.window.article.view
        print(f"{'':24}{'frame':>8}{'p99':>8}{'page':>8}   (ms; in brackets the ratio to none)")
        for writing in (WritingChoice.HORIZONTAL, WritingChoice.VERTICAL):
            yardstick: tuple[float, float, float] | None = None
            for annotated, phonetics in (
                (Annotated.NONE, PhoneticsChoice.PINYIN),
                (Annotated.RARE, PhoneticsChoice.PINYIN),
                (Annotated.ALL, PhoneticsChoice.PINYIN),
                (Annotated.ALL, PhoneticsChoice.ZHUYIN),
            ):
                for name, value in (("writing", writing), ("phonetics", phonetics), ("annotated", annotated)):
                    program.preferences.set(name, value)
                wait(1.0)
                program.window.article.go_to_share(0.3)
                wait(0.3)
                frames, pages = [], []
                for _ in range(_FRAMES):
                    start = time.perf_counter()
                    view.scroll_by(_STEP)
                    view.viewport().repaint()
                    frames.append((time.perf_counter() - start) * 1000)
                for _ in range(_PAGES):
                    start = time.perf_counter()
                    view.turn_page(is_down=True)
                    view.viewport().repaint()
                    pages.append((time.perf_counter() - start) * 1000)
                frames.sort()
                found = median(frames), frames[int(_FRAMES * 0.99)], median(pages)
                yardstick = yardstick or found
                label = f"{writing.value}, {annotated.value}, {phonetics.value}"
                cells = (f"{one:8.1f} ({one / other:.1f})" for one, other in zip(found, yardstick, strict=True))
                print(f"{label:28}{''.join(cells)}")
        program.window.close()
        program.close()


if __name__ == "__main__":
    _main()
