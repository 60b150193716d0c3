"""From starting the program to the text on the screen: bundles beside the virtual environment and other editors.

    PYTHONPATH=.:script python tests/benchmarks/start.py [BUNDLE ...]

A bundle is an executable that ``script/build`` has made. Every program shows the same file on a screen in memory, in
turn, and what is counted is the time until there is writing in the middle of its text. Medians are printed, and ratios
to the program as the virtual environment starts it. Needs Xvfb.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtGui import QImage, qGray

from shipping.screen import Screen

_RUNS = 9
_EDITORS = ("featherpad", "mousepad", "gedit", "kwrite", "kate")
_PATIENCE = 60

#: Where every one of them has text in its window, by pixels from the corner of the screen.
_TEXT = (320, 200, 240, 160)
_DARK = 110

_SENTENCE = "濟南的軟體公司在河邊，頭髮花白的老人說：麵條很好吃，裡面有乾淨的湯。"
_WRITTEN = 150


def _is_written(picture: QImage) -> bool:
    left, top, width, height = _TEXT
    dark = 0
    for y in range(top, top + height, 2):
        for x in range(left, left + width, 2):
            gray = qGray(picture.pixel(x, y))
            dark += 0 < gray < _DARK
    return dark > _WRITTEN


def _start(command: list[str], path: Path, home: Path, screen: Screen) -> float:
    """Milliseconds until the text is there."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "DISPLAY": screen.display, "LANG": "C.UTF-8"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, str(path)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - started < _PATIENCE:
            now = time.perf_counter()
            if _is_written(screen.picture()):
                return (now - started) * 1000
            time.sleep(0.004)
        sys.exit(f"{command[0]} shows no text")
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.3)


def _main() -> None:
    ours = Path(sys.executable).with_name("jianfan")
    programs = {"virtual environment": [str(ours)]}
    programs |= {Path(bundle).name: [str(Path(bundle).resolve())] for bundle in sys.argv[1:]}
    programs |= {name: [found] for name in _EDITORS if (found := shutil.which(name))}
    times: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        text = Path(folder) / "text.txt"
        text.write_text((_SENTENCE * 3 + "\n") * 60, encoding="utf-8")
        for turn in range(_RUNS + 1):
            for name, command in programs.items():
                home = Path(folder) / name
                home.mkdir(exist_ok=True)
                taken = _start(command, text, home, screen)
                # The first turn fills the caches of the system.
                if turn:
                    times[name].append(taken)
    yardstick = median(times["virtual environment"])
    for name, taken in times.items():
        print(f"{name:<46}{median(taken):>7.0f} ms  {median(taken) / yardstick:.2f} ×  (best {min(taken):.0f} ms)")


if __name__ == "__main__":
    _main()
