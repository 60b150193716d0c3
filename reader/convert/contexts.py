"""Characters that something is said of by what stands beside them, found in one search for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

_Said = TypeVar("_Said")


class Contexts(Generic[_Said]):
    """What is said of characters, each where what stands around it is as some rule wants it."""

    def __init__(self, rules: Mapping[str, Sequence[tuple[_Said, str]]]) -> None:
        """Of rules.

        Args:
            rules: by character, or all together by several of which the same is said, what is said and where: a
                regular expression without groups, asked behind the character, of look-arounds alone
                (``(?<=里面)(?=条)`` for a 面 between 里 and 条). The first that holds counts.
        """
        self._said = [said for several in rules.values() for said, _ in several]
        # Each rule ends in an empty group, by whose number it is known. The engine looks for the first characters of
        # alternatives in a table, and asks no further anywhere else.
        self._any = re.compile(
            "|".join(
                f"{_one_of(characters)}(?:{'|'.join(f'(?:{where})()' for _, where in several)})"
                for characters, several in rules.items()
            )
        )

    def find(self, text: str) -> Iterator[tuple[int, _Said]]:
        """Where something is said of a character, and what; ascending."""
        for found in self._any.finditer(text):
            yield found.start(), self._said[(found.lastindex or 1) - 1]


def _one_of(characters: str) -> str:
    return characters if len(characters) == 1 else f"[{characters}]"
