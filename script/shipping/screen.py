"""A screen that exists in memory alone, with a keyboard and a mouse, for trying out the program as people use it."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

_SIZE = (1280, 860)

#: Pictures that have to be the same before the program is taken to have come to rest, and seconds between them.
_STILL = 4
_REST = 0.25

#: Seconds for a window to appear, or for a text to be typed.
_PATIENCE = 60


class Screen:
    """An X server without a screen (Xvfb), as a context manager.

    Attributes:
        display: what ``DISPLAY`` has to be.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="screen")
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{_SIZE[0]}x{_SIZE[1]}x24"),
                *("-fbdir", self._folder.name, "-nolisten", "tcp", "-ac"),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as announced:
            self.display = f":{announced.readline().strip()}"

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def picture(self) -> QImage:
        """What is to be seen now."""
        return read_xwd((Path(self._folder.name) / "Xvfb_screen0").read_bytes())

    def at_rest(
        self,
        is_there: Callable[[QImage], bool] = lambda _: True,
        part: Callable[[QImage], QImage] = lambda picture: picture,
        seconds: float = _PATIENCE,
    ) -> QImage:
        """What is to be seen as soon as something is there and nothing moves any more.

        Args:
            is_there: whether a picture has what has to be there first.
            part: what of a picture may not move: cursors blink elsewhere.
            seconds: how long to wait for that.

        Raises:
            TimeoutError: it kept moving, or was never there.
        """
        end = time.monotonic() + seconds
        seen: list[QImage] = []
        while time.monotonic() < end:
            now = self.picture()
            seen = [*seen, now] if seen and part(now) == part(seen[-1]) else [now]
            if len(seen) >= _STILL and is_there(now):
                return now
            time.sleep(_REST)
        raise TimeoutError("what has to be on the screen did not appear")

    def focus(self) -> None:
        """Give the keyboard to the window, as a desktop does: nothing else does here."""
        self._do("search", "--sync", "--onlyvisible", "--class", "jianfan", "windowfocus", "--sync")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by the names that xdotool knows: ``ctrl+f``, ``Return``."""
        self._do("key", "--clearmodifiers", "--delay", "60", *keys)

    def paste(self, text: str) -> None:
        """Put a text into the clipboard, and from there where the cursor is.

        Typing it would need a keyboard that has its characters: xdotool makes one up for each, and takes it away
        before a program that has something else to do has looked at it.
        """
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DISPLAY": self.display},
            check=True,
            timeout=_PATIENCE,
        )
        self.press("ctrl+v")

    def _do(self, *command: str) -> None:
        subprocess.run(
            ["xdotool", *command], env={**os.environ, "DISPLAY": self.display}, check=True, timeout=_PATIENCE
        )


def read_xwd(content: bytes) -> QImage:
    """The picture in a window dump (X11's ``XWDFile.h``) of 32 bits a pixel, as Xvfb keeps its screen."""
    fields = struct.unpack(">25I", content[:100])
    header, width, height, row, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
    start = header + colours * 12
    image = QImage(content[start : start + row * height], width, height, row, QImage.Format.Format_RGB32)
    # The bytes belong to Python: the copy keeps its own.
    return image.copy()
