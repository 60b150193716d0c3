"""Which lines of a plain text are headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from reader.formats.chapter_rules import LONGEST_HEADING, LONGEST_LINE, RULES, ChapterRule

#: Rules that need nothing but the line.
CERTAIN: tuple[ChapterRule, ...] = tuple(rule for rule in RULES if rule.is_certain)

#: Code points of the longest line that a reader's own rule is tried on.
_LONGEST_OWN = 100


@dataclass(frozen=True, slots=True)
class Headings:
    """What makes a line a heading in one text.

    Every heading that stands behind a line break matches ``candidate``, which is the cheap first look at a text.

    Attributes:
        level_of: the depth of a heading from 1, or 0 where a line is not one.
        candidate: a line break, and behind it (group 1) a line that may be a heading.
        made: depths of lines that the reader has made headings, by their addresses.
        unmade: addresses of lines that the reader says are none.
    """

    level_of: Callable[[str], int]
    candidate: re.Pattern[str]
    made: Mapping[int, int] = field(default_factory=dict)
    unmade: frozenset[int] = frozenset()

    def level_at(self, address: int, line: str) -> int:
        """The depth of the line at an address: what the reader says, else what the rules do."""
        if address in self.unmade:
            return 0
        return self.made.get(address, 0) or self.level_of(line)


def heading_level(line: str, rules: tuple[ChapterRule, ...] = CERTAIN) -> int:
    """The depth of a heading from 1 (volume, chapter, section), or 0 where ``line`` is not one.

    Short, and not a sentence: 第一章 and 第一章　出山 are headings, 第一章里说过，…… is not.
    """
    if len(line) > LONGEST_LINE:
        return 0
    text = line.strip()
    if not text or len(text) > LONGEST_HEADING:
        return 0
    return _level(text, rules)


@lru_cache(1 << 12)
def _level(text: str, rules: tuple[ChapterRule, ...]) -> int:
    """The depth of a short line without white space at its ends. Hostile files have millions of the same."""
    for rule in _beginning_with(text[0], rules):
        level = rule.level_of(text)
        if level:
            return level
    return 0


def headings_by_rules(
    rules: tuple[ChapterRule, ...], made: Mapping[int, int] | None = None, unmade: frozenset[int] = frozenset()
) -> Headings:
    """The headings that some rules find."""
    return Headings(partial(heading_level, rules=rules), candidates_of(rules), made or {}, unmade)


def headings_by_pattern(
    pattern: re.Pattern[str], made: Mapping[int, int] | None = None, unmade: frozenset[int] = frozenset()
) -> Headings:
    """The headings that a reader's own pattern finds: every line in which it matches, all of one depth."""
    return Headings(partial(_own_level, pattern), _OWN_CANDIDATE, made or {}, unmade)


@lru_cache(1 << 14)
def _beginning_with(first: str, rules: tuple[ChapterRule, ...]) -> tuple[ChapterRule, ...]:
    """The rules by which a heading can begin with a character."""
    return tuple(rule for rule in rules if re.match(f"[{rule.first}]", first))


@cache
def starts_of(rules: tuple[ChapterRule, ...]) -> re.Pattern[str]:
    """Matches a line that starts like a heading."""
    return re.compile(rf"[^\S\r\n]*{_start(rules)}")


def _start(rules: tuple[ChapterRule, ...]) -> str:
    first = "".join(rule.first for rule in rules)
    return f"[{first}]" if first else r"(?!)"


@cache
def candidates_of(rules: tuple[ChapterRule, ...]) -> re.Pattern[str]:
    """A line break, and behind it a line that is short enough and starts like a heading."""
    start = _start(rules)
    return re.compile(rf"[\r\n]([^\S\r\n]*{start}[^\r\n]{{0,{LONGEST_LINE - 1}}})(?![^\r\n])")


_OWN_CANDIDATE = re.compile(rf"[\r\n]([^\r\n]{{1,{_LONGEST_OWN}}})(?![^\r\n])")

#: What the rules that need nothing but the line look at.
CANDIDATE = candidates_of(CERTAIN)


def _own_level(pattern: re.Pattern[str], line: str) -> int:
    text = line.strip()
    return 1 if text and len(line) <= _LONGEST_OWN and pattern.search(text) else 0
