"""How the list items and headings of a .docx are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.docx_elements import child_value, is_on, local_value, whole_number
from reader.formats.docx_styles import based_styles
from reader.formats.trees import Element

#: The marker of an item that has no number.
BULLET = "•"

_PLACE = re.compile(r"%([1-9])")
_HAN = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
#: Numbers that are written in other digits than these are written in Arabic ones.
_LARGEST_OTHER = 39
#: What the formats that write Chinese numbers begin with (ISO/IEC 29500-1, 17.18.59).
_IN_HAN = ("chinese", "taiwanese", "ideograph", "japanese")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered.

    Attributes:
        form: of its numbers.
        pattern: what stands around them, and where they stand.
        before: the number before the first.
        is_legal: whether the numbers of all levels are Arabic here.
        style: the style that means this level; empty if none does.
    """

    form: str = "decimal"
    pattern: str = ""
    before: int = 0
    is_legal: bool = False
    style: str = ""


_UNKNOWN = _Level()


class ListNumbers:
    """The numbers of paragraphs, as they are counted while a document is read.

    A paragraph is numbered as it says itself, else as its style does, or one that this is based on.
    """

    def __init__(self, numbering: Element | None, styles: Element | None = None) -> None:
        self._lists = _lists(numbering) if numbering is not None else {}
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        for style, line in based_styles(styles).items():
            found = next((one for one in line if one.numbering is not None), None)
            if found is not None and (number := child_value(found.numbering, "numId")):
                linked = (
                    level for level, form in self._lists.get(number, {}).items() if form.style == found.identifier
                )
                level = next(linked, whole_number(child_value(found.numbering, "ilvl")))
                self._styles[style] = number, level

    def next_marker(self, numbering: Element | None, style: str) -> str | None:
        """The marker of the next item, or None for a paragraph that is none.

        Args:
            numbering: the paragraph's ``numPr``, if it has one.
            style: its style, which may be that of a list.
        """
        number, level = self._place(numbering, style)
        if number == "":
            return BULLET if style.lower().startswith("listbullet") else None
        if number == "0":
            return None
        levels = self._lists.get(number, {})
        befores = [levels.get(one, _UNKNOWN).before for one in range(_DEEPEST)]
        counts = self._counts.setdefault(number, befores)
        counts[level] += 1
        counts[level + 1 :] = befores[level + 1 :]
        found = levels.get(level)
        if found is None or found.form in ("bullet", "none", ""):
            return BULLET

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            form = "decimal" if found.is_legal else levels.get(place, _UNKNOWN).form
            return _numeral(max(counts[place], 1), form)

        return _PLACE.sub(written, found.pattern)[:20] or f"{counts[level]}."

    def depth(self, numbering: Element | None, style: str) -> int:
        """The depth of an item from 1."""
        return 1 + self._place(numbering, style)[1]

    def _place(self, numbering: Element | None, style: str) -> tuple[str, int]:
        """The list that a paragraph belongs to, and its level in it from 0; the list is empty if it is in none."""
        number, level = self._styles.get(style, ("", 0))
        if numbering is not None:
            own = child_value(numbering, "ilvl")
            level = whole_number(own) if own else level
            number = child_value(numbering, "numId") or number
        return number, max(0, min(level, _DEEPEST - 1))


def _lists(numbering: Element) -> dict[str, dict[int, _Level]]:
    """The levels of every list, by its number."""
    kinds: dict[str, dict[int, _Level]] = {}
    for definition in numbering.iter("{*}abstractNum"):
        kinds[local_value(definition, "abstractNumId")] = {
            whole_number(local_value(level, "ilvl")): _Level(
                child_value(level, "numFmt"),
                child_value(level, "lvlText"),
                whole_number(child_value(level, "start"), 1) - 1,
                any(map(is_on, level.iterchildren("{*}isLgl"))),
                child_value(level, "pStyle"),
            )
            for level in definition.iterchildren("{*}lvl")
        }
    return {
        local_value(number, "numId"): kinds.get(child_value(number, "abstractNumId"), {})
        for number in numbering.iter("{*}num")
    }


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
    if number <= _LARGEST_OTHER and form.startswith(_IN_HAN):
        tens, ones = divmod(number, 10)
        return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones or not tens else "")
    return str(number)
