"""What the styles and the numbering of a .docx mean: which are headings, and how list items are numbered."""

from __future__ import annotations

import re

from reader.formats.trees import Element, local_name

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_HAN = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
#: Numbers that are written in other digits than these are written in Arabic ones.
_LARGEST_OTHER = 39


def heading_levels(styles: Element | None) -> dict[str, int]:
    """The heading levels of paragraph styles by their identifiers, from 1; -1 for the style of titles.

    A style is a heading by its outline level, by its name, or by that of a style that it is based on.
    """
    found: dict[str, int] = {f"Heading{level}": level for level in range(1, 10)} if styles is None else {}
    based: dict[str, str] = {}
    for style in styles.iter("{*}style") if styles is not None else ():
        identifier = _get(style, "styleId")
        names = {local_name(child): child for child in style}
        name = _get(names["name"], "val") if "name" in names else ""
        if "basedon" in names:
            based[identifier] = _get(names["basedon"], "val")
        outline = next(style.iter("{*}outlineLvl"), None)
        if match := _HEADING.fullmatch(name):
            found[identifier] = int(match[1])
        elif _TITLE.fullmatch(name):
            found[identifier] = -1
        elif outline is not None and _get(outline, "val") in "012345678":
            found[identifier] = int(_get(outline, "val") or 0) + 1
    for identifier in based:
        ancestor = identifier
        for _ in range(10):
            ancestor = based.get(ancestor, "")
            if ancestor in found:
                found.setdefault(identifier, found[ancestor])
                break
    return found


class ListNumbers:
    """The numbers of list items, as they are counted while a document is read."""

    def __init__(self, numbering: Element | None) -> None:
        self._formats: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        abstract: dict[str, str] = {}
        for number in numbering.iter("{*}num") if numbering is not None else ():
            child = next(number.iterchildren("{*}abstractNumId"), None)
            if child is not None:
                abstract[_get(number, "numId")] = _get(child, "val")
        levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        for definition in numbering.iter("{*}abstractNum") if numbering is not None else ():
            levels[_get(definition, "abstractNumId")] = {
                _integer(_get(level, "ilvl")): (
                    _child(level, "numFmt"),
                    _child(level, "lvlText"),
                    _integer(_child(level, "start"), 1),
                )
                for level in definition.iterchildren("{*}lvl")
            }
        self._formats = {
            (number, level): form for number, name in abstract.items() for level, form in levels.get(name, {}).items()
        }

    def next_marker(self, numbering: Element | None, style: str) -> str | None:
        """The marker of the next item, or None for a paragraph that is none.

        Args:
            numbering: the paragraph's ``numPr``, if it has one.
            style: its style, which may be that of a list.
        """
        if numbering is None:
            return "•" if style.lower().startswith("listbullet") else None
        number, level = _child(numbering, "numId"), self.depth(numbering) - 1
        if number in ("", "0"):
            return None
        form, pattern, _ = self._formats.get((number, level), ("bullet", "", 1))
        counts = self._counts.setdefault(
            number, [self._formats.get((number, one), ("", "", 1))[2] - 1 for one in range(9)]
        )
        counts[level] += 1
        for deeper in range(level + 1, 9):
            counts[deeper] = self._formats.get((number, deeper), ("", "", 1))[2] - 1
        if form in ("bullet", "none", ""):
            return "•"

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return _numeral(max(counts[place], 1), self._formats.get((number, place), ("decimal", "", 1))[0])

        return _PLACE.sub(written, pattern)[:20] or f"{counts[level]}."

    def depth(self, numbering: Element | None) -> int:
        """The depth of an item from 1."""
        return 1 + max(0, min(_integer(_child(numbering, "ilvl")), 8)) if numbering is not None else 1


def _numeral(number: int, form: str) -> str:
    """A number as a list writes it."""
    if form in ("lowerLetter", "upperLetter") and number <= 26:
        letter = chr(96 + number)
        return letter.upper() if form == "upperLetter" else letter
    if number <= _LARGEST_OTHER and form in ("lowerRoman", "upperRoman"):
        text, rest = "", number
        for value, digits in _ROMAN:
            text += digits * (rest // value)
            rest %= value
        return text.upper() if form == "upperRoman" else text
    if number <= _LARGEST_OTHER and ("hinese" in form or form.startswith(("ideograph", "japanese"))):
        tens, ones = divmod(number, 10)
        return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones or not tens else "")
    return str(number)


def _child(element: Element | None, name: str) -> str:
    """The value of a child element, or empty."""
    child = next(element.iterchildren(f"{{*}}{name}"), None) if element is not None else None
    return _get(child, "val") if child is not None else ""


def _get(element: Element, name: str) -> str:
    return next((value for full, value in element.attrib.items() if full.rpartition("}")[2] == name), "")


def _integer(text: str, default: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else default
