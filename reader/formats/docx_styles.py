"""What the styles of a .docx mean: which are headings, which are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.docx_elements import child_value, local_value
from reader.formats.trees import Element

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題", re.IGNORECASE)
_OUTLINED = tuple("012345678")
#: Styles that one is based on; a circle of them ends here.
_ANCESTORS = 10


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        identifier: what paragraphs know it by.
        name: what its users know it by.
        based: the style that it is based on; empty if there is none.
        outline: its outline level as written; empty without one.
        numbering: its ``numPr``, if it has one.
    """

    identifier: str
    name: str
    based: str
    outline: str
    numbering: Element | None


def heading_levels(styles: Element | None) -> dict[str, int]:
    """The heading levels of paragraph styles by their identifiers, from 1; -1 for the style of titles.

    A style is a heading by its outline level, by its name, or by that of a style that it is based on.
    """
    if styles is None:
        return {f"Heading{level}": level for level in range(1, 10)}
    found = {}
    for identifier, ancestors in based_styles(styles).items():
        level = next((level for style in ancestors if (level := _level(style))), 0)
        if level:
            found[identifier] = level
    return found


def based_styles(styles: Element | None) -> dict[str, list[Style]]:
    """Every style by its identifier, followed by those that it is based on, the nearest first."""
    known: dict[str, Style] = {}
    for element in styles.iter("{*}style") if styles is not None else ():
        style = Style(
            local_value(element, "styleId"),
            child_value(element, "name"),
            child_value(element, "basedOn"),
            next((local_value(outline, "val") or "0" for outline in element.iter("{*}outlineLvl")), ""),
            next(element.iter("{*}numPr"), None),
        )
        known[style.identifier] = style
    found = {}
    for style in known.values():
        line = [style]
        while len(line) <= _ANCESTORS and (ancestor := known.get(line[-1].based)) is not None:
            line.append(ancestor)
        found[style.identifier] = line
    return found


def _level(style: Style) -> int:
    if match := _HEADING.fullmatch(style.name):
        return int(match[1])
    if _TITLE.fullmatch(style.name):
        return -1
    return int(style.outline) + 1 if style.outline in _OUTLINED else 0
