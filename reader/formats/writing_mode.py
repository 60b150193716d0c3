"""Whether the style sheets of a book ask for columns from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_MODE = re.compile(r"writing-mode\s*:\s*([a-z-]+)")
_VERTICAL = ("vertical-rl", "vertical-lr", "tb-rl", "tb-lr", "tb")


def asks_for_columns(sheets: Iterable[str], roots: Iterable[tuple[str, str, str]]) -> bool:
    """Whether a book is to be set vertically: the last rule for the whole page says so.

    Args:
        sheets: style sheets.
        roots: tag, classes and own style of the elements that hold a whole page (``html``, ``body``).
    """
    elements = list(roots)
    selectors = {"html", "body", ":root", "*"}
    for tag, classes, _ in elements:
        selectors |= {selector for name in classes.split() for selector in (f".{name}", f"{tag}.{name}")}
    found = ""
    for sheet in sheets:
        for rule in _RULE.finditer(_COMMENT.sub("", sheet).lower()):
            mode = _MODE.search(rule[2])
            if mode and selectors & {selector.strip() for selector in rule[1].split(",")}:
                found = mode[1]
    for _, _, style in elements:
        mode = _MODE.search(style.lower())
        found = mode[1] if mode else found
    return found in _VERTICAL
