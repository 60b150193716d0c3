"""Finds a regular expression, within a time.

Python's ``re`` knows no time limit and holds the interpreter's lock while it looks: one bad expression, over one line,
stops the whole program for ever, and cutting the text into pieces does not help. The package ``regex`` does both.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from reader.model.position import Span
from reader.search.errors import BadPattern, SlowPattern

#: Seconds that one call may take, however many lines it looks through. A passage of 256 KB takes some milliseconds.
_SECONDS = 2.0
#: Longer ones are no one's search.
_LONGEST = 1000
#: The counts in braces multiplied: the engine writes nested repeats out, which takes time and memory without a limit.
_MOST_REPEATS = 10_000

_COUNT = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_LINE = re.compile(r"[^\n\r]+")


class PatternFinder:
    """A regular expression, matched line by line: ``^`` and ``$`` are a line's ends, and no match leaves its line."""

    def __init__(self, pattern: str, seconds: float = _SECONDS) -> None:
        """Compile ``pattern``.

        Raises:
            BadPattern: it is no regular expression, or too large a one.
        """
        # A hundredth of a second, which the program's start need not wait for.
        import regex

        repeats = 1
        for low, high in _COUNT.findall(pattern):
            repeats *= max(1, *(int(count[:6]) for count in (low, high) if count))
        if len(pattern) > _LONGEST or repeats > _MOST_REPEATS:
            raise BadPattern(pattern, None, "too large")
        try:
            self._compiled: Any = regex.compile(pattern)
        except regex.error as error:
            raise BadPattern(pattern, error.pos, error.msg) from error
        self._pattern = pattern
        self._seconds = seconds

    def find(self, text: str) -> Iterator[Span]:
        """The matches in a text that are not empty, ascending; no two share a character.

        Raises:
            SlowPattern: it takes longer than it may.
        """
        deadline = time.monotonic() + self._seconds
        for line in _LINE.finditer(text):
            rest = deadline - time.monotonic()
            try:
                if rest <= 0:
                    raise TimeoutError
                # ``concurrent`` lets other threads run meanwhile, the one that paints among them.
                for found in self._compiled.finditer(line[0], timeout=rest, concurrent=True):
                    if found.end() > found.start():
                        yield Span(line.start() + found.start(), line.start() + found.end())
            except TimeoutError as error:
                raise SlowPattern(self._pattern, self._seconds) from error
