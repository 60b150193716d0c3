"""How the chapters of a text are found: by rules that fit it, by the reader's own, or line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from reader.errors import ReaderError
from reader.formats.chapter_rules import LONGEST_LINE, NUMBERED_APART, RULES, ChapterRule, rule_named
from reader.formats.headings import (
    CERTAIN,
    Headings,
    heading_level,
    headings_by_pattern,
    headings_by_rules,
    starts_of,
)
from reader.formats.numerals import first_number
from reader.formats.parsed import Paragraph, Parsed
from reader.model.block import BlockKind

#: Fewest headings by an uncertain rule; fewest that show that a gap stands before titles, and the share of them that
#: must; the share whose number must follow the one before; lines that must lie between two of them on the average, for
#: the items of a list do not make chapters.
_FEWEST = 3
_SURE = 8
_WITH_GAP = 0.85
_IN_ORDER = 0.8
_APART = 4.0

#: A reader's own pattern may repeat without bound so often, and no group: a hundred characters take no time then. One
#: that may begin anywhere in the line tries as often as if it began with a repeat.
_REPEATS = 3
_UNBOUNDED = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\})")
_REPEATED_GROUP = re.compile(r"(?<!\\)\)(?:[*+]|\{\d*,?\d*\})")
_LONGEST_PATTERN = 200


class PatternFault(Enum):
    """Why a reader's own pattern cannot be used."""

    TOO_LONG = auto()
    #: It is no regular expression; the detail says why, as Python does.
    SYNTAX = auto()
    #: Its repeats, or references to groups, could take forever.
    COSTLY = auto()
    MATCHES_EVERYTHING = auto()
    #: It took too long on this very text.
    SLOW = auto()
    #: It finds more lines of this very text than a list of chapters can have.
    TOO_MANY = auto()


class BadPattern(ReaderError):
    """A reader's own pattern that cannot be used.

    Attributes:
        fault: why.
        detail: what Python said of it, or empty.
    """

    def __init__(self, fault: PatternFault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Chapters:
    """What a reader says of a file's chapters. All of it can be kept as JSON.

    Attributes:
        rules: names of the rules that are used; None for those that fit the file.
        pattern: the reader's own regular expression, in place of rules; empty without one.
        made: addresses and depths of lines that are headings.
        unmade: addresses of lines that are none.
    """

    rules: tuple[str, ...] | None = None
    pattern: str = ""
    made: tuple[tuple[int, int], ...] = ()
    unmade: tuple[int, ...] = ()

    def headings(self, sample: Sequence[str]) -> Headings:
        """The headings of a text.

        Args:
            sample: lines of stretches of the text, for rules to be chosen by.

        Raises:
            BadPattern: the pattern is not one that can be used.
            KeyError: there is no rule of one of the names.
        """
        made, unmade = dict(self.made), frozenset(self.unmade)
        if self.pattern:
            return headings_by_pattern(own_pattern(self.pattern), made, unmade)
        rules = fitting_rules(sample) if self.rules is None else tuple(map(rule_named, self.rules))
        return headings_by_rules(rules, made, unmade)


def said(parsed: Parsed, chapters: Chapters) -> Parsed:
    """A parsed file with the lines that the reader has made headings, or no headings, or that a pattern finds.

    Rules are not asked: such a file marks its headings itself.

    Raises:
        BadPattern: the pattern is not one that can be used.
    """
    made = dict(chapters.made)
    found = headings_by_pattern(own_pattern(chapters.pattern)) if chapters.pattern else None
    paragraphs: list[Paragraph] = []
    address = 0
    for one in parsed.paragraphs:
        level = made.get(address, 0)
        if not level and found and one.kind is BlockKind.PARAGRAPH:
            level = found.level_of(one.text)
        if address in chapters.unmade:
            is_heading = one.kind in (BlockKind.TITLE, BlockKind.HEADING)
            paragraphs.append(replace(one, kind=BlockKind.PARAGRAPH, level=0) if is_heading else one)
        else:
            paragraphs.append(replace(one, kind=BlockKind.HEADING, level=level) if level else one)
        address += len(one.text) + 1
    return replace(parsed, paragraphs=paragraphs)


def fitting_rules(sample: Sequence[str]) -> tuple[ChapterRule, ...]:
    """The rules for a text: those that need only the line, and of the others those whose numbers run through it.

    Lines that are but numbers make chapters only where no chapters are written out.
    """
    starts = starts_of(RULES)
    lines = [(number, line) for number, line in enumerate(sample) if len(line) <= LONGEST_LINE and starts.match(line)]
    if sum(heading_level(line) in (1, 2) for _, line in lines) >= _FEWEST:
        numbered = [line for _, line in lines if heading_level(line, CERTAIN[:1])]
        apart = sum(heading_level(line, (NUMBERED_APART,)) > 0 for line in numbered)
        if len(numbered) >= _SURE and apart >= _WITH_GAP * len(numbered):
            return NUMBERED_APART, *CERTAIN[1:]
        return CERTAIN
    return tuple(rule for rule in RULES if rule.is_certain or _runs_through(rule, lines))


def own_pattern(pattern: str) -> re.Pattern[str]:
    """A reader's own regular expression.

    Raises:
        BadPattern: it is not one, finds everything, or could take forever.
    """
    if len(pattern) > _LONGEST_PATTERN:
        raise BadPattern(PatternFault.TOO_LONG)
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPattern(PatternFault.SYNTAX, str(error)) from error
    bare = re.sub(r"\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern)
    repeats = len(_UNBOUNDED.findall(bare)) + (not pattern.startswith("^"))
    if _REPEATED_GROUP.search(bare) or repeats > _REPEATS or re.search(r"\\[1-9]|\(\?P=", bare):
        raise BadPattern(PatternFault.COSTLY)
    if compiled.search(""):
        raise BadPattern(PatternFault.MATCHES_EVERYTHING)
    return compiled


def regularity(headings: Sequence[str]) -> float:
    """The share of numbered headings whose number follows the one before, or begins anew."""
    numbers = [number for number in map(first_number, headings) if number is not None]
    if len(numbers) < 2:
        return 0.0
    steps = [after == before + 1 or after == 1 for before, after in pairwise(numbers)]
    return round(sum(steps) / len(steps), 3)


def _runs_through(rule: ChapterRule, lines: Sequence[tuple[int, str]]) -> bool:
    """Whether the lines (with their places in the sample) that a rule finds are numbered in order and stand apart."""
    found = [(place, line) for place, line in lines if heading_level(line, (rule,))]
    if len(found) < _FEWEST or found[-1][0] - found[0][0] < _APART * (len(found) - 1):
        return False
    numbers = [first_number(line) for _, line in found]
    in_order = sum(after == before + 1 for before, after in pairwise(numbers) if before is not None)
    return in_order >= _IN_ORDER * (len(numbers) - 1)
