"""The icons: all there, all drawn, each in the colour that is wanted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from reader import ui
from reader.resources import resource
from reader.ui.icons import application_icon, icon

DRAWN = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "jianfan")


def opaque(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 250]


@pytest.mark.parametrize("name", DRAWN)
def test_an_icon_is_drawn_in_its_colour(qapp, name):
    drawn = opaque(icon(name, "#c2410c").pixmap(QSize(20, 20), 3.0).toImage())
    assert drawn
    for pixel in drawn:
        # Smoothed edges are rounded.
        assert max(abs(one - other) for one, other in zip(pixel.getRgb(), (0xC2, 0x41, 0x0C, 255), strict=True)) <= 4


@pytest.mark.parametrize("name", DRAWN)
def test_an_icon_is_sharp_on_every_screen(qapp, name):
    made = icon(name, "#000000")
    assert sorted({size.width() for size in made.availableSizes()}) == [20, 40, 60]


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_has_no_colour_of_its_own(name):
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in drawing
    assert not re.search("#[0-9a-fA-F]{3}", drawing)


def test_every_icon_that_is_asked_for_is_there_and_no_other():
    sources = [path.read_text(encoding="utf-8") for path in Path(ui.__file__).parent.glob("*.py")]
    literals = {literal for source in sources for literal in re.findall('"([a-z]+)"', source)}
    calls = {name for source in sources for name in re.findall(r'\bicon\("([a-z]+)"', source)}
    assert calls <= set(DRAWN)
    assert set(DRAWN) <= literals


def test_an_icon_that_does_not_exist(qapp):
    with pytest.raises(FileNotFoundError):
        icon("nonsense", "#000000")


def test_the_icon_of_the_program(qapp):
    image = application_icon().pixmap(64, 64).toImage()
    assert image.width() == 64
    assert len({pixel.name() for pixel in opaque(image)}) > 1
