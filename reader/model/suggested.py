"""Words that a document suggests."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.entity import EntityKind


@dataclass(frozen=True, slots=True)
class SuggestedWord:
    """A word that may be worth a colour.

    Attributes:
        text: as the source writes it.
        count: how often it stands there.
        kind: what it names; None for a keyword.
    """

    text: str
    count: int
    kind: EntityKind | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested so far.

    Attributes:
        words: keywords that are no names, the best first; then names by kind, the most often named first.
        share: of the document that was read, 0 to 1.
    """

    words: tuple[SuggestedWord, ...] = ()
    share: float = 0.0
