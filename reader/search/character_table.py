"""A table in ``resources/data`` that gives one character for one."""

from __future__ import annotations

import re

from reader.resources import resource

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_BASIC_PLANE = 0x10000
#: Characters that are replaced at once, a millisecond's work: while one call lasts, no other thread of Python runs.
_PIECE = 1 << 14


class CharacterTable:
    """Replaces characters; what it does not know stays. The length of a text stays always."""

    def __init__(self, name: str) -> None:
        """Read the table, of which each line holds a target, a tab, and all that it stands for."""
        # For the basic plane a list, which ``str.translate`` reads faster than a dict.
        self._basic = list(range(_BASIC_PLANE))
        self._beyond: dict[int, int] = {}
        for line in resource("data", name).read_text(encoding="utf-8").splitlines()[1:]:
            target, sources = (_ESCAPE.sub(lambda found: chr(int(found[1], 16)), field) for field in line.split("\t"))
            for source in map(ord, sources):
                if source < _BASIC_PLANE:
                    self._basic[source] = ord(target)
                else:
                    self._beyond[source] = ord(target)

    def translate(self, text: str) -> str:
        """The text with each character replaced."""
        if len(text) > _PIECE:
            return "".join(self.translate(text[start : start + _PIECE]) for start in range(0, len(text), _PIECE))
        replaced = text.translate(self._basic)
        return replaced.translate(self._beyond) if _ASTRAL.search(replaced) else replaced

    def alike(self, character: str) -> list[str]:
        """The characters of the basic plane that are replaced by what this one is replaced by, itself included."""
        target = ord(self.translate(character))
        return [chr(code) for code, replaced in enumerate(self._basic) if replaced == target]
