"""The sentences of a text, and what each of them tells."""

from __future__ import annotations

import re

from reader.convert.matcher import LONG
from reader.convert.senses import Region, Sentence, prepare_topics

#: What ends a sentence.
_MARK = re.compile("[。！？!?\n]")

#: Code points of a text on either side of a word that its sentence is looked for in.
_REACH = 150


class Sentences:
    """The sentences of a text, found and told as they are asked for: few of a long text are."""

    def __init__(self, text: str, region: Region) -> None:
        """Of a text in simplified characters, with the words of a region."""
        self._text = text
        self._region = region
        self._known: dict[tuple[int, int], Sentence] = {}

    def at(self, start: int, end: int) -> Sentence:
        """The sentence that holds a place, as much of it as is near."""
        first = max(0, start - _REACH)
        begun = start - len(_MARK.split(self._text[first:start])[-1])
        ends = _MARK.search(self._text, end, end + _REACH)
        stop = ends.start() if ends else min(end + _REACH, len(self._text))
        known = self._known.get((begun, stop))
        if known is None:
            if not self._known and len(self._text) >= LONG:
                prepare_topics()
            known = self._known[begun, stop] = Sentence(self._text[begun:stop], self._region)
        return known
