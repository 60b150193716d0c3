"""Opens the window from the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reader.cli.output import say

#: Environment variables of which one is set where there is a screen to draw on, on systems other than these two.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_ALWAYS_A_SCREEN = ("win32", "darwin")


def open_window(path: Path | None) -> int:
    """Show a file, or the manual without one, until the reader closes the window; the exit status."""
    if sys.platform not in _ALWAYS_A_SCREEN and not any(map(os.environ.get, _SCREENS)):
        say("There is no screen to open a window on. Start it from a desktop session.")
        return 1
    # Qt takes most of the time that the program needs to start: nothing but the window loads it.
    from reader.app import run

    return run(path, say)
