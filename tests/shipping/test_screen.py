"""The screen in memory, and comparing what is seen on it."""

from __future__ import annotations

import shutil
import struct
import subprocess

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from shipping.pictures import ink, likeness, nearby, within_window
from shipping.places import Here
from shipping.screen import Screen, read_xwd


def _window(x: int, y: int) -> QImage:
    """A screen with a window, in which something is drawn."""
    screen = QImage(120, 100, QImage.Format.Format_RGB32)
    screen.fill(QColor("black"))
    painter = QPainter(screen)
    painter.fillRect(x, y, 90, 80, QColor("white"))
    for row in range(5):
        painter.fillRect(x + 20 + 3 * row, y + 30 + 5 * row, 9, 2, QColor("navy"))
    painter.end()
    return screen


def test_a_part_is_found_wherever_the_window_is() -> None:
    one, other = (within_window(_window(x, y), 15, 25, 40, 40) for x, y in ((0, 0), (13, 7)))
    assert likeness(one, other) == 1
    assert likeness(one, within_window(_window(0, 0), 18, 25, 40, 40)) < 0.97
    assert nearby(one, _window(5, 5), 16, 24) == 1
    assert 0.05 < ink(one) < 0.06


def test_a_window_dump_is_read() -> None:
    header = [100 + 8, 7, 2, 24, 3, 2, 0, 0, 32, 0, 32, 32, 12, 4, 0xFF0000, 0xFF00, 0xFF, 8, 256, 1, 0, 0, 0, 0, 0]
    pixels = struct.pack("<6I", 0x0000FF, 0x00FF00, 0xFF0000, 1, 2, 3)
    image = read_xwd(struct.pack(">25I", *header) + b"\0" * 8 + b"\0" * 12 + pixels)
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(2, 0) == QColor("red")
    assert image.pixelColor(2, 1) == QColor(0, 0, 3)


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="no screen in memory here")
def test_a_screen_shows_and_comes_to_rest() -> None:
    with Screen() as screen:
        before = screen.picture()
        assert (before.width(), before.height()) == (1280, 860)
        assert screen.at_rest() == before
        with pytest.raises(TimeoutError, match="did not appear"):
            screen.at_rest(lambda now: now != before, seconds=2)


def test_a_place_starts_the_program_at_a_home_of_its_own(tmp_path) -> None:
    program = tmp_path / "jianfan"
    program.write_text('#!/bin/sh\necho "$HOME $LANG $1"; pwd\n', encoding="ascii")
    program.chmod(0o755)
    with Here(program) as here:
        process = here.start(["文 章"], {"LANG": "C"})
        out, _ = process.communicate(timeout=30)
        assert out.decode().splitlines() == [f"{here.home} C 文 章", here.home]
    assert subprocess.run(["test", "-e", here.home], check=False).returncode == 1
