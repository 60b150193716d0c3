"""Opening, scrolling, converting: this program beside QPlainTextEdit, in one run.

    python tests/benchmarks/read.py

Every measurement runs in a process of its own, several times; medians are printed, and ratios to the yardstick.
Vertical writing has no yardstick but horizontal writing: it stands beside that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from novel import write_novel

_SIZES = {"2 KB": 2 << 10, "10 MB": 10 << 20, "100 MB": 100 << 20}
_RUNS = 3
_FRAMES = 400
_STEP = 60
_RESIZES = 20
_WINDOW = (1280, 840)


def _resident() -> float:
    """MB that the process holds in memory, pages of mapped files included."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / (1 << 20)


def _milliseconds(since: float) -> float:
    return (time.perf_counter() - since) * 1000


def _measure_vertical(path: Path) -> dict[str, float]:
    return _measure_ours(path, is_vertical=True)


def _measure_ours(path: Path, is_vertical: bool = False) -> dict[str, float]:
    from PySide6.QtCore import QEventLoop, QTimer

    from reader.app import ReaderProgram, keep_window_quick
    from reader.model.script import Script
    from reader.state.settings import WritingChoice
    from reader.ui.application import ReaderApplication

    application = ReaderApplication(["benchmark"])
    folder = path.parent
    program = ReaderProgram(application, None, folder / "errors.log")
    keep_window_quick()
    if is_vertical:
        program.preferences.set("writing", WritingChoice.VERTICAL)
    program.window.resize(*_WINDOW)
    program.window.show()
    application.processEvents()
    view = program.window.article.view
    session = program.session
    before = _resident()

    loop = QEventLoop()
    session.opened.connect(loop.quit)
    start = time.perf_counter()
    session.open(path)
    loop.exec()
    view.viewport().repaint()
    opened = _milliseconds(start)

    # While the rest is counted in the background, how long does the GUI thread ever stand still?
    beats = [time.perf_counter()]
    beat = QTimer(interval=1)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start()
    start = time.perf_counter()
    while not session.outline.is_complete:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    counted = _milliseconds(start)
    beat.stop()
    stall = max((later - earlier for earlier, later in pairwise(beats)), default=0.0) * 1000
    added = _resident() - before

    program.window.article.go_to_share(0.5)
    view.viewport().repaint()
    frames = []
    for _ in range(_FRAMES):
        start = time.perf_counter()
        view.scroll_by(_STEP)
        application.processEvents()
        frames.append(_milliseconds(start))

    resizes = []
    for turn in range(_RESIZES):
        start = time.perf_counter()
        program.window.resize(_WINDOW[0] - 8 * turn, _WINDOW[1] - 8 * turn)
        application.processEvents()
        view.viewport().repaint()
        resizes.append(_milliseconds(start))
    program.window.resize(*_WINDOW)
    application.processEvents()

    # The first switch reads dictionaries, in the background: it is the next ones that are measured.
    loop = QEventLoop()
    session.rendition_changed.connect(loop.quit)
    program.preferences.set("has_regional_words", True)
    program.preferences.set("script", Script.TAIWAN)
    loop.exec()
    session.rendition_changed.disconnect(loop.quit)
    switches = []
    for turn in range(8):
        program.window.article.go_to_share(0.1 + turn / 12)
        program.preferences.set("script", None)
        application.processEvents()
        start = time.perf_counter()
        program.preferences.set("script", Script.TAIWAN)
        view.viewport().repaint()
        switches.append(_milliseconds(start))
    frames.sort()
    program.window.close()
    program.close()
    return {
        "open": opened,
        "count": counted,
        "stall": stall,
        "added": added,
        "frame": median(frames),
        "frame99": frames[int(len(frames) * 0.99)],
        "resize": median(resizes),
        "switch": median(switches),
    }


def _measure_stock(path: Path) -> dict[str, float]:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    application = QApplication(["benchmark"])
    view = QPlainTextEdit()
    font = QFont("Noto Serif CJK SC")
    font.setPixelSize(20)
    view.setFont(font)
    view.resize(*_WINDOW)
    view.show()
    application.processEvents()
    before = _resident()
    start = time.perf_counter()
    view.setPlainText(path.read_text(encoding="utf-8"))
    view.viewport().repaint()
    opened = _milliseconds(start)
    added = _resident() - before
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    application.processEvents()
    frames = []
    for _ in range(_FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.value() + 2)
        application.processEvents()
        frames.append(_milliseconds(start))
    # What a reader without alignment does on a switch: the whole text anew.
    start = time.perf_counter()
    view.setPlainText(path.read_text(encoding="utf-8"))
    view.viewport().repaint()
    switched = _milliseconds(start)
    resizes = []
    for turn in range(_RESIZES):
        start = time.perf_counter()
        view.resize(_WINDOW[0] - 8 * turn, _WINDOW[1] - 8 * turn)
        application.processEvents()
        view.viewport().repaint()
        resizes.append(_milliseconds(start))
    frames.sort()
    return {
        "open": opened,
        "resize": median(resizes),
        "added": added,
        "frame": median(frames),
        "frame99": frames[int(len(frames) * 0.99)],
        "switch": switched,
    }


def _run(kind: str, path: Path) -> dict[str, float]:
    """Medians over several processes."""
    runs = []
    for _ in range(_RUNS):
        command = [sys.executable, __file__, kind, str(path)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stderr)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _main() -> None:
    rows = (
        ("open", "open to first paint", "ms"),
        ("frame", "scroll by 60 px, median", "ms"),
        ("frame99", "scroll by 60 px, p99", "ms"),
        ("resize", "a step of a resize", "ms"),
        ("switch", "script switch to painted", "ms"),
        ("added", "resident memory added", "MB"),
    )
    ours: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in _SIZES.items():
            path = Path(folder) / f"{size}.txt"
            write_novel(path, size)
            ours[name] = _run("ours", path)
            vertical = _run("vertical", path)
            stock = _run("stock", path)
            print(f"\n{name:<28}{'ours':>10}{'QPlainTextEdit':>16}{'ratio':>9}{'vertical':>13}{'ratio':>9}")
            for key, label, unit in rows:
                ratio = f"{ours[name][key] / stock[key]:.2f}" if stock[key] > 0.05 else "–"
                turned = f"{vertical[key]:>10.1f} {unit}{vertical[key] / max(ours[name][key], 0.05):>9.2f}"
                print(f"  {label:<26}{ours[name][key]:>7.1f} {unit}{stock[key]:>13.1f} {unit}{ratio:>9}{turned}")
            print(f"  counted in the background in {ours[name]['count']:.0f} ms; ", end="")
            print(f"the GUI thread never stood still for more than {ours[name]['stall']:.1f} ms meanwhile")
            path.unlink()
    small, large = ours["2 KB"], ours["100 MB"]
    print(f"\nfirst paint of 100 MB: {large['open'] / small['open']:.2f} × that of 2 KB")
    print(f"script switch on 100 MB: {large['switch'] - small['switch']:+.1f} ms beside 2 KB")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure = {"ours": _measure_ours, "vertical": _measure_vertical, "stock": _measure_stock}[sys.argv[1]]
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        _main()
