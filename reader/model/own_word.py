"""What a reader has said about words, above all dictionaries."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.script import Script


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word and what is to be shown for it, wherever it stands.

    Attributes:
        word: as documents write it. Not empty, and nothing that OpenCC's text format takes for something else: a tab,
            a line break, a ``#`` at its start, white space at its ends.
        result: what is shown: the word itself to protect it, else not empty and without white space.
        target: the script in which it holds; None for all of them.
    """

    word: str
    result: str
    target: Script | None = None

    def __post_init__(self) -> None:
        is_line = len(self.word.splitlines()) == 1 and "\t" not in self.word and self.word == self.word.strip()
        if not self.word or not is_line or self.word.startswith("#"):
            raise ValueError(f"no word: {self.word!r}")
        if self.result != self.word and (not self.result or any(map(str.isspace, self.result))):
            raise ValueError(f"no result: {self.result!r}")

    @property
    def is_protected(self) -> bool:
        """Whether it is shown as it is written."""
        return self.word == self.result


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What is to be shown at one place of a document.

    Attributes:
        address: of its first character.
        word: what stands there; if it does no more, the file has changed and the choice is void.
        result: what is shown; not empty.
        target: the script in which it holds.
    """

    address: int
    word: str
    result: str
    target: Script
