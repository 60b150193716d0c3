"""The reader's own theme: everything that it needs, from three colours."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QColor

from reader.ui.contrast import MARK, TEXT, blended, contrast, legible, luminance, mixed, text_on
from reader.ui.theme import DARK, LIGHT, Theme
from reader.view.page_style import PageColours

#: Shares of the text's side, black or white, in the grounds of the window.
_CHROME, _RAISED, _LINE = 0.045, 0.11, 0.17
#: How far text that steps back goes towards its ground.
_BACK = 0.35
#: What the window's text can have on every ground, even where the page's own has less.
_ROOM = 5.5

#: How opaque a selection is, the best first; and how much it has to differ from the page.
_SELECTIONS = (0.3, 0.25, 0.2, 0.35, 0.15, 0.4, 0.1, 0.5)
_SEEN = 1.25

#: How saturated highlights may be.
_SATURATIONS = (0.75, 0.5, 0.25)
#: What text has on a highlight, so that some is left under a selection.
_HIGHLIGHTED = 5.2
#: By how much two highlights differ in one channel at least, of 255.
_APART = 24


@lru_cache(maxsize=8)
def own_theme(page: str, ink: str, accent: str) -> Theme:
    """A theme around three opaque colours.

    Whatever they are, the window around the page can be read. Where ``ink`` has 7 to 1 on ``page``, so can text that is
    highlighted or selected, and every mark is seen; from 10 to 1 on, highlights are well told from each other.

    Args:
        page: behind the text.
        ink: of the text.
        accent: of the selection and of what is chosen; made darker or lighter where it would not be seen.
    """
    is_dark = luminance(QColor(page)) < luminance(QColor(ink))
    if contrast(page, ink) < TEXT:
        is_dark = text_on(page) == "#ffffff"
    chrome, raised, line = _grounds(page, is_dark)
    window = (chrome, raised)
    accent = legible(accent, (*window, page), TEXT, is_dark)
    model = (DARK if is_dark else LIGHT).page
    highlights = _highlights(page, ink, model.highlights)
    return Theme(
        page=PageColours(
            page=page,
            ink=ink,
            secondary=legible(mixed(ink, page, _BACK), (page,), TEXT, is_dark),
            selection=_selection(page, ink, accent, highlights),
            focus=legible(model.focus, (page, *highlights), MARK, is_dark),
            highlights=highlights,
            inks=tuple(legible(colour, (page, *window), TEXT, is_dark) for colour in model.inks),
            found=legible(model.found, (page, *highlights), MARK, is_dark),
        ),
        is_dark=is_dark,
        chrome=chrome,
        raised=raised,
        line=line,
        text=legible(ink, window, TEXT, is_dark),
        muted=legible(mixed(ink, page, _BACK), window, TEXT, is_dark),
        accent=accent,
        on_accent=text_on(accent),
    )


def _grounds(page: str, is_dark: bool) -> tuple[str, str, str]:
    """Grounds of the window, each a little nearer to the text than the page; farther from it where that costs much."""
    near, far = ("#ffffff", "#000000") if is_dark else ("#000000", "#ffffff")
    towards = near if contrast(near, mixed(page, near, _LINE)) >= _ROOM else far
    chrome, raised, line = (mixed(page, towards, share) for share in (_CHROME, _RAISED, _LINE))
    return chrome, raised, line


def _selection(page: str, ink: str, accent: str, highlights: Iterable[str]) -> str:
    """The accent, as opaque as text under it allows; else what leads away from the text."""
    for colour in (accent, text_on(ink)):
        for share in _SELECTIONS:
            made = QColor(colour)
            made.setAlphaF(share)
            name = made.name(QColor.NameFormat.HexArgb)
            over = blended(name, page)
            is_read = all(contrast(ink, blended(name, ground)) >= MARK for ground in highlights)
            if contrast(ink, over) >= TEXT and contrast(page, over) >= _SEEN and is_read:
                return name
    made = QColor(accent)
    made.setAlphaF(_SELECTIONS[0])
    return made.name(QColor.NameFormat.HexArgb)


def _highlights(page: str, ink: str, models: tuple[str, ...]) -> tuple[str, ...]:
    """The colours most like the models on which the text is read, and told from the page and from each other."""
    found: list[str] = []
    for model in models:
        candidates = [model, *_tints(QColor(model))]
        fitting = [tint for tint in candidates if contrast(ink, tint) >= _HIGHLIGHTED] or candidates
        apart = [min(_distance(tint, other) for other in (page, *found)) for tint in fitting]
        wanted = min(_APART, max(apart))
        found.append(next(tint for tint, distance in zip(fitting, apart, strict=True) if distance >= wanted))
    return tuple(found)


def _tints(model: QColor) -> Iterable[str]:
    """Colours of the model's hue, those of a lightness like its own first, and among them those as saturated."""
    hue, best = max(0.0, model.hslHueF()), model.lightnessF()
    saturations = sorted(_SATURATIONS, key=lambda other: abs(other - model.hslSaturationF()))
    for away in sorted((step / 50 - best for step in range(1, 50)), key=abs):
        for chosen in saturations:
            yield QColor.fromHslF(hue, chosen, best + away).name()


def _distance(one: str, other: str) -> int:
    first, second = QColor(one), QColor(other)
    red, green, blue = first.red() - second.red(), first.green() - second.green(), first.blue() - second.blue()
    return max(abs(red), abs(green), abs(blue))
