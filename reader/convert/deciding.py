"""Which words of a pass decide something: what their characters become is not what these become on their own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reader.convert.passes import Pass


class Deciding:
    """The words of a pass that decide something. Safe to use from several threads."""

    def __init__(self, step: Pass) -> None:
        self._step = step
        #: By the first two characters of words that decide: how long these are. By one: that its words are known.
        self._lengths: dict[str, set[int]] = {}

    @cached_property
    def results(self) -> list[str | None]:
        """What each word becomes, in the order in which the pass has them; None where it decides nothing."""
        words = self._step.words
        alone = self._alone(words)
        return [None if plain == result else result for plain, result in zip(alone, words.values(), strict=True)]

    def going_on(self, heads: list[str]) -> list[int]:
        """The indexes of those pairs of characters that any of them begins with.

        Args:
            heads: the last character of a word and the one behind it; at the end of a text the last one alone.
        """
        lengths = self._lengths
        for first in set("".join(heads)[::2]).difference(lengths):
            self._take_apart(first)
        return [index for index, head in enumerate(heads) if head in lengths]

    def goes_on(self, text: str, end: int) -> bool:
        """Whether one of them begins with the last character of what ends at a place, and goes on behind it."""
        head = text[end - 1 : end + 1]
        if len(head) < 2:
            return False
        if head[0] not in self._lengths:
            self._take_apart(head[0])
        return any(text[end - 1 : end - 1 + length] in self._step.words for length in self._lengths.get(head, ()))

    def _take_apart(self, first: str) -> None:
        """Note the words that begin with a character. Two threads may do so at once."""
        words = self._step.matcher.beginning_with(first)
        found: dict[str, set[int]] = {}
        for word, plain in zip(words, self._alone(words), strict=True):
            if len(word) > 1 and plain != self._step.words[word]:
                found.setdefault(word[:2], set()).add(len(word))
        self._lengths.update(found)
        self._lengths[first] = set()

    def _alone(self, words: Iterable[str]) -> list[str]:
        """What the characters of words become on their own."""
        joined = "\n".join(words)
        return self._step.characters.replace(joined).split("\n") if joined else []
