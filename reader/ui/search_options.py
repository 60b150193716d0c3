"""How a search is meant: switches that the search box and the results share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.model.query import EVERY_TIER, SAME_SCRIPT, Query, Tier
from reader.model.script import Script


class SearchOptions(QObject):
    """Four switches.

    Attributes:
        regional: whether what other regions call a thing is found too; on at first.
        same_script: whether only what is written in the script of the query is found.
        whole_word: whether a match has to begin and end where a word does.
        pattern: whether the query is a regular expression.

    Signals:
        changed: the reader has turned one of them.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.regional = self._made(
            self.tr("Other regions’ words"), self.tr("Find 軟體 for 软件 and 計程車 for 出租车 too"), is_on=True
        )
        self.same_script = self._made(
            self.tr("Same script only"), self.tr("Find what is written in the script that you type, and nothing else")
        )
        self.whole_word = self._made(
            self.tr("Whole words"), self.tr("Find 大 where it is a word, and not in 大學 or 偉大")
        )
        self.pattern = self._made(
            self.tr("Regular expression"), self.tr("Match the text as it is written: 第[一二三]章, .{2}市")
        )

    @property
    def actions(self) -> tuple[QAction, ...]:
        """All of them, in the order in which they are shown."""
        return (self.regional, self.same_script, self.whole_word, self.pattern)

    def query(self, text: str, script: Script | None) -> Query:
        """The question that a text asks.

        Args:
            text: as typed.
            script: what its reader reads, and writes presumably; None where that is not known.
        """
        tiers = SAME_SCRIPT if self.same_script.isChecked() else EVERY_TIER - {Tier.REGIONAL}
        if self.regional.isChecked():
            tiers |= {Tier.REGIONAL}
        return Query(text, self.pattern.isChecked(), self.whole_word.isChecked(), tiers, script)

    def _made(self, text: str, tip: str, is_on: bool = False) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(self._change)
        return action

    def _change(self) -> None:
        # An expression means the text as it is written: the other switches that widen or narrow have no say.
        for action in (self.regional, self.same_script):
            action.setEnabled(not self.pattern.isChecked())
        self.changed.emit()
