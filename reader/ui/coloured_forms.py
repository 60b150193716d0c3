"""Text that is coloured by its form, whatever it says."""

from __future__ import annotations

from collections import OrderedDict

from reader.model.block import Block
from reader.model.keyword_list import HighlightStyle
from reader.model.position import Span
from reader.model.text_pattern import TextPattern
from reader.search.text_patterns import find_patterns
from reader.view.content import Highlight

#: The ink of each form, an index into the palette.
INKS = {
    TextPattern.DIALOGUE: 1,
    TextPattern.BOOK_TITLE: 4,
    TextPattern.DATE: 2,
    TextPattern.NUMBER: 5,
    TextPattern.PUNCTUATION: 3,
}

#: Blocks whose forms are kept: a few screens.
_KEPT = 300


class ColouredForms:
    """Finds the forms of blocks as they come into sight."""

    def __init__(self) -> None:
        self._wanted: frozenset[TextPattern] = frozenset()
        self._kept: OrderedDict[tuple[int, str], tuple[Highlight, ...]] = OrderedDict()

    def want(self, wanted: frozenset[TextPattern]) -> bool:
        """Colour these forms; whether that is a change."""
        if wanted == self._wanted:
            return False
        self._wanted = wanted
        self._kept.clear()
        return True

    def highlights(self, block: Block) -> tuple[Highlight, ...]:
        """The forms of a block: of those inside each other the inner one is seen, for it comes later."""
        if not self._wanted:
            return ()
        key = (block.start, block.text)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = tuple(
                Highlight(Span(one.start, one.end), INKS[one.pattern], style=HighlightStyle.TEXT)
                for one in find_patterns(block.text, self._wanted)
            )
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found
