"""Tells which word a Simplified character stands for, by converting the clause that it stands in.

后 is 後 in 以后 and stays 后 in 皇后: a search for 後 finds both by the fold, and puts the second one last.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from reader.model.script import Script
from reader.search.script_forms import has_several_readings, level, script_of

#: Writes a Simplified text in Traditional characters, one for one.
ConvertClause = Callable[[str], str]

_CLAUSE_END = re.compile(r"[\s,.;:!?()，。；：！？、（）「」『』“”《》…]")
#: Code points of a clause on either side of a match.
_CLAUSE = 40
#: Code points on either side of a match that tell the script it is written in.
_SURROUNDINGS = 200


class Readings:
    """The readings that a word is asked for in.

    Where the word has only one, or nothing tells which is meant, every match is one of it.
    """

    def __init__(self, word: str, script: Script | None, convert: ConvertClause | None) -> None:
        """The readings of ``word``.

        Args:
            word: as typed.
            script: what its reader writes; told by its characters where it is None.
            convert: of the program; without it every match is taken for a reading.
        """
        self._convert = None
        self._is_stated = script is not None
        if convert is None or not has_several_readings(word):
            return
        self._convert = lru_cache(256)(convert)
        script = script or script_of(word)
        self._wanted = set()
        if script is None or script.is_traditional:
            self._wanted.add(level(word))
        if script is None or not script.is_traditional:
            self._wanted.add(level(convert(word)))

    def holds(self, text: str, start: int, end: int, is_exact: bool) -> bool:
        """Whether the match ``[start, end)`` of a text is one of the readings.

        Args:
            text: the text that it stands in.
            start: code points before it.
            end: code points before its end.
            is_exact: whether it is written as the word was typed: unless it is known in which script that was, it is
                a reading then.
        """
        if self._convert is None or (is_exact and not self._is_stated):
            return True
        first, last = max(0, start - _CLAUSE), min(len(text), end + _CLAUSE)
        if ends := [found.end() for found in _CLAUSE_END.finditer(text, first, start)]:
            first = ends[-1]
        if found := _CLAUSE_END.search(text, end, last):
            last = found.start()
        clause = text[first:last]
        around = text[max(0, start - _SURROUNDINGS) : end + _SURROUNDINGS]
        # What stands nearest tells best in a text that quotes the other script.
        scripts = map(script_of, (text[start:end], clause, around))
        if next(filter(None, scripts), Script.SIMPLIFIED) is Script.SIMPLIFIED:
            converted = self._convert(clause)
            if len(converted) != len(clause):
                return True
            clause = converted
        return level(clause[start - first : end - first]) in self._wanted
