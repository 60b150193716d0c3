"""Tells what a character is that cannot be seen, or that no font has, while the mouse rests on it."""

from __future__ import annotations

import unicodedata
from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reader.view.odd_characters import OddCharacter
from reader.view.text_view import TextView


class OddCharacterTips(QObject):
    """Answers for a view's odd characters when a tooltip is asked for."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a tooltip where there is something to tell; whatever else is asked goes on to others."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._view.page is not None:
            odd = self._view.page.odd_at(QPointF(event.pos()))
            if odd is not None:
                QToolTip.showText(event.globalPos(), escape(self._sentence(odd)), self._view.viewport())
                return True
        return super().eventFilter(watched, event)

    def _sentence(self, odd: OddCharacter) -> str:
        code = f"{odd.code:04X}"
        category = unicodedata.category(chr(odd.code))
        if odd.has_width and category not in ("Cc", "Cf", "Zl", "Zp"):
            # "{code}" stands for the number of the character.
            return self.tr("U+{code}: no font here has this character").format(code=code)
        return f"U+{code} {unicodedata.name(chr(odd.code), '')}".strip()
