"""The command line: ``jianfan [FILE]``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import __version__

#: Environment variables of which one is set where there is a screen to draw on, on systems other than these two.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_ALWAYS_A_SCREEN = ("win32", "darwin")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: without the program's name; those of the process if left out.

    Returns:
        The exit status: 0 for success, 1 where something could not be done. Wrong usage exits with 2.
    """
    parsed = _parser().parse_args(arguments)
    return _open(parsed.file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jianfan", description="Read Chinese text in your own script. Without a file, opens a short manual."
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the text to read")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _open(path: Path | None) -> int:
    if sys.platform not in _ALWAYS_A_SCREEN and not any(map(os.environ.get, _SCREENS)):
        print("jianfan: there is no screen to open a window on. Start it from a desktop session.", file=sys.stderr)
        return 1
    # Qt takes most of the time that the program needs to start: nothing but the window loads it.
    from reader.app import run

    return run(path)
