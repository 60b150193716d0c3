"""How well colours are told from each other: the contrast of WCAG 2.1, and colours made to have enough of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor

#: WCAG 2.1: what is read for hours (1.4.6, level AAA), other text (1.4.3, AA), and marks that are no text (1.4.11).
READING, TEXT, MARK = 7.0, 4.5, 3.0

#: The step of lightness in which a colour is made darker or lighter.
_STEP = 0.01


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.1), 0 for black to 1 for white."""
    red, green, blue = linear_light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear_light(colour: QColor) -> tuple[float, float, float]:
    """Red, green and blue light, 0 to 1, without the gamma of sRGB."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours, 1 to 21; which of them is the ground makes no difference."""
    darker, lighter = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The contrast of a colour with that of several grounds on which it is told worst."""
    return min(contrast(colour, ground) for ground in grounds)


def mixed(one: str, other: str, share: float) -> str:
    """So much of ``other`` in ``one``, 0 to 1; both opaque."""
    red, green, blue = (a + (b - a) * share for a, b in zip(_channels(one), _channels(other), strict=True))
    return QColor.fromRgbF(red, green, blue).name()


def _channels(colour: str) -> tuple[float, float, float]:
    made = QColor(colour)
    return made.redF(), made.greenF(), made.blueF()


def blended(over: str, ground: str) -> str:
    """A translucent colour, ``#aarrggbb``, laid over an opaque one."""
    return mixed(ground, QColor(over).name(), QColor(over).alphaF())


def legible(colour: str, grounds: Iterable[str], least: float, is_light: bool) -> str:
    """The nearest colour of the same hue that has enough contrast with all grounds.

    Args:
        colour: to begin with; it is returned as it is if it will do.
        grounds: opaque colours.
        least: the contrast that is wanted.
        is_light: whether to make it lighter where it will not do, up to white; else darker, down to black.
    """
    grounds = tuple(grounds)
    if least_contrast(colour, grounds) >= least:
        return QColor(colour).name()
    first = QColor(colour)
    hue, saturation, lightness = first.hslHueF(), first.hslSaturationF(), first.lightnessF()
    while 0.0 < lightness < 1.0:
        lightness = min(1.0, lightness + _STEP) if is_light else max(0.0, lightness - _STEP)
        made = QColor.fromHslF(max(0.0, hue), saturation, lightness).name()
        if least_contrast(made, grounds) >= least:
            return made
    return "#ffffff" if is_light else "#000000"


def text_on(ground: str) -> str:
    """Black or white, whichever is read more easily on a ground: never less than 4.58 to 1."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, ground))
