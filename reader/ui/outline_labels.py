"""What the outline says of a paragraph: its heading, or in a few words what it is about."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QCoreApplication

from reader.formats.parsed import OBJECT
from reader.model.block import BlockKind
from reader.state.session import Session
from reader.view.visible_text import visible

#: Code points of a paragraph that are looked at.
_OPENING = 400
#: Labels that are kept: what is scrolled back and forth through.
_KEPT = 2000


class OutlineLabels:
    """Makes labels as rows come into sight, in the script that is shown."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: OrderedDict[int, str] = OrderedDict()

    def forget(self) -> None:
        """Another document is open, or it is shown in another script."""
        self._kept.clear()

    def label(self, paragraph: int) -> str:
        """The label of a paragraph by its number; empty if there is none."""
        found = self._kept.get(paragraph)
        if found is None:
            found = self._made(paragraph)
            self._kept[paragraph] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _made(self, paragraph: int) -> str:
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.search.gist import gist_of

        document, starts = self._session.document, self._session.outline.starts
        if document is None or paragraph >= len(starts):
            return ""
        block = document.block_at(starts[paragraph])
        text = block.text.strip()[:_OPENING]
        if block.kind is BlockKind.IMAGE and text == OBJECT:
            return QCoreApplication.translate("OutlineLabels", "(picture)")
        label = text if block.is_heading else gist_of(text).label(text)
        return visible(self._session.rendition.convert(label, block.text).text)
