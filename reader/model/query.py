"""What a reader looks for, and how near a match comes to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reader.model.script import Script


class Tier(IntEnum):
    """How a match is written, the nearest to what was asked for first. Ranks matches, and never hides one.

    ``READING`` is what the fold takes for the same and what is another word where it stands: 皇后 for 後.
    """

    EXACT = 0
    VARIANT = 1
    SCRIPT = 2
    REGIONAL = 3
    READING = 4

    @property
    def word(self) -> str:
        """The name used in files and on the command line."""
        return self.name.lower()

    @staticmethod
    def of_word(word: str) -> Tier:
        """The tier of that name; raises KeyError for what is none."""
        return Tier[word.upper()]


#: The tiers of an exact-script search.
SAME_SCRIPT = frozenset({Tier.EXACT, Tier.VARIANT})

EVERY_TIER = frozenset(Tier)


@dataclass(frozen=True, slots=True)
class Query:
    """A question.

    Attributes:
        text: as typed: words in the language of ``reader.search.query_language``, or a regular expression.
        is_pattern: whether it is a regular expression, matched against the source as it is written.
        is_whole_word: whether a match has to begin and end where a word does.
        tiers: which matches are wanted. Without ``REGIONAL``, other regions' words are not looked for.
        script: what the reader writes, where the program knows it; a word that is typed the same in both scripts (后)
            is else taken as either.
    """

    text: str
    is_pattern: bool = False
    is_whole_word: bool = False
    tiers: frozenset[Tier] = EVERY_TIER
    script: Script | None = None
