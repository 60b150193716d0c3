"""What is said where Qt can open no window: it would abort, and tell people to install the program again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

#: How Qt's messages begin that say that a screen does not answer.
_UNREACHED = ("could not connect to display", "Failed to create wl_display")


@contextmanager
def told_without_screen(say: Callable[[str], None]) -> Iterator[None]:
    """Ends the process with a sentence and the status 1 if Qt gives up on opening windows while this is entered.

    What else Qt says meanwhile, it says when this is left.

    Args:
        say: tells whoever started the program.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            said.append(message)
            return
        say(_sentence(said))
        # Qt would abort as soon as this returns; nothing is open yet that had to be closed.
        os._exit(1)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for message in said:
            qWarning(message)


def _sentence(said: list[str]) -> str:
    if any(message.startswith(_UNREACHED) for message in said):
        named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
        return f"The screen “{named}” cannot be reached. Start it from a desktop session."
    reasons = "".join(f"\n  {message}" for message in said)
    return f"Qt cannot open a window here.{reasons}"
