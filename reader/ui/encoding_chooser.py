"""The panel behind the encoding in the status bar: how the file begins in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.formats.candidates import Candidate
from reader.ui.encoding_delegate import ROW_ROLE, EncodingDelegate, EncodingRow
from reader.ui.encoding_names import encoding_name
from reader.ui.theme import Theme
from reader.view.visible_text import visible

_SIZE = QSize(540, 520)
_MARGIN = 8

#: The share of unreadable characters from which on a text makes no sense, and that from which on it is worth saying.
_SENSELESS, _SOME = 0.3, 0.005


class EncodingChooser(QFrame):
    """Lists encodings, the likeliest first. A click or Enter chooses, Escape leaves everything as it is.

    Signals:
        encoding_requested: the encoding that was chosen; None to have it detected from now on.
    """

    encoding_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._title = QLabel(self.tr("In which encoding does the text make sense?"))
        self._title.setObjectName("heading")
        self._delegate = EncodingDelegate(theme)
        self._list = QListWidget()
        self._list.setAccessibleName(self._title.text())
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, _MARGIN)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def popup_above(self, widget: QWidget) -> None:
        """Open above a button, empty until there are candidates."""
        self._list.clear()
        room = widget.screen().availableGeometry()
        above = widget.mapToGlobal(QPoint(0, 0)).y() - room.top() - _MARGIN
        self.resize(min(_SIZE.width(), room.width()), max(_SIZE.height() // 2, min(_SIZE.height(), above)))
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), -self.height() - 4))
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        self.move(left, max(room.top(), corner.y()))
        self.show()
        self._list.setFocus()

    def show_candidates(self, candidates: Sequence[Candidate], present: str, chosen: str | None) -> None:
        """List encodings.

        Args:
            candidates: what the file says in each.
            present: what it is shown in.
            chosen: what the reader has chosen for it; None where it was detected.
        """
        self._list.clear()
        for row in self._rows(candidates, present, chosen):
            item = QListWidgetItem(self._list)
            item.setData(ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((row.name, row.note, *row.lines)))
            if row.is_present:
                self._list.setCurrentItem(item)

    def _rows(self, candidates: Sequence[Candidate], present: str, chosen: str | None) -> list[EncodingRow]:
        detected = next((one for one in candidates if one.is_detected), None)
        note = self.tr("{encoding}, {share} sure")
        automatic = (
            note.format(encoding=encoding_name(detected.encoding), share=f"{detected.confidence:.0%}")
            if detected is not None
            else ""
        )
        rows = [EncodingRow(None, self.tr("Automatic"), automatic, is_present=chosen is None)]
        for one in candidates:
            lines = tuple(visible(line) for line in one.lines)
            is_present = chosen is not None and one.encoding == present
            is_legible = one.unreadable < _SENSELESS
            rows.append(
                EncodingRow(one.encoding, encoding_name(one.encoding), self._note(one), lines, is_present, is_legible)
            )
        return rows

    def _note(self, candidate: Candidate) -> str:
        if candidate.is_detected:
            return self.tr("detected")
        if candidate.unreadable >= _SOME:
            return self.tr("{share} unreadable").format(share=f"{candidate.unreadable:.0%}")
        return ""

    def _choose(self, item: QListWidgetItem) -> None:
        row = item.data(ROW_ROLE)
        if self.isVisible() and isinstance(row, EncodingRow):
            self.hide()
            self.encoding_requested.emit(row.encoding)
