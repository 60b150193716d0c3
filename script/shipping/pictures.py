"""Comparing pictures of a window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QImage

#: What is around a window.
_AROUND = 0xFF000000


def within_window(picture: QImage, left: int, top: int, width: int, height: int) -> QImage:
    """A part of the only window on a black screen, by pixels from its upper left corner, wherever that is."""
    middle_x, middle_y = picture.width() // 2, picture.height() // 2
    x = next((x for x in range(picture.width()) if picture.pixel(x, middle_y) != _AROUND), 0)
    y = next((y for y in range(picture.height()) if picture.pixel(middle_x, y) != _AROUND), 0)
    return picture.copy(x + left, y + top, width, height)


def likeness(one: QImage, other: QImage) -> float:
    """The share of the places at which two pictures of one size have the same colour."""
    first, second = _pixels(one), _pixels(other)
    return sum(a == b for a, b in zip(first, second, strict=True)) / len(first)


def nearby(part: QImage, picture: QImage, left: int, top: int, shift: int = 2) -> float:
    """How like a part of a window is what stands in another picture of it, give or take a few pixels.

    A window without a desktop gets its place back to the pixel but for the frame that it never had.
    """
    shifts = range(-shift, shift + 1)
    return max(
        likeness(part, within_window(picture, left + x, top + y, part.width(), part.height()))
        for x in shifts
        for y in shifts
    )


def ink(picture: QImage) -> float:
    """The share of the places that have another colour than most: how much is drawn on the ground."""
    colours = Counter(_pixels(picture))
    return 1 - colours.most_common(1)[0][1] / colours.total()


def _pixels(picture: QImage) -> memoryview:
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")
