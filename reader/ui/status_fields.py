"""The status bar: where the reader is, and how the text is shown. Every field can be clicked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from reader.model.outline import Outline
from reader.model.script import Script
from reader.model.text_change import ChangeKind
from reader.state.change_count import ChangeCounts
from reader.ui.encoding_names import encoding_name
from reader.ui.script_control import script_name

#: Formats whose files need not say how they are encoded.
_CHOSEN = ("text", "markdown", "html")


class StatusFields(QStatusBar):
    """Paragraph, share read, changes, script, encoding, length.

    Signals:
        outline_requested: the paragraph's number was clicked.
        share_requested: the share read was clicked.
        original_requested: the script was clicked; the text is to be shown as written, or converted again.
        changes_requested: the number of changes was clicked; they are to be seen, or no more.
        encoding_requested: the encoding was clicked.
    """

    outline_requested = Signal()
    share_requested = Signal()
    original_requested = Signal()
    changes_requested = Signal()
    encoding_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._paragraph = self._field(self.tr("Paragraph; click for the outline"))
        self._paragraph.clicked.connect(self.outline_requested)
        self._share = self._field(self.tr("How far you have read; click to go to a place"))
        self._share.clicked.connect(self.share_requested)
        self._script = self._field(self.tr("How the text is shown; click to compare with the original"))
        self._script.clicked.connect(self.original_requested)
        self._changes = self._field(self.tr("What conversion has changed; click to underline it"))
        self._changes.clicked.connect(self.changes_requested)
        self._encoding = self._field(self.tr("How the file is encoded; click to choose"))
        self._encoding.clicked.connect(self.encoding_requested)
        self._length = self._field(self.tr("Characters of the whole text, without spaces"))
        for field in (self._paragraph, self._share):
            self.addWidget(field)
        for field in (self._changes, self._script, self._encoding, self._length):
            self.addPermanentWidget(field)
        #: What a narrow window does without.
        self._spared = (self._changes, self._encoding, self._length)
        self._has_room = True
        self.clear()

    def clear(self) -> None:
        """Nothing is open."""
        for field in (self._paragraph, self._share, self._changes, self._script, self._encoding, self._length):
            self._set(field, "")

    def set_room(self, has_room: bool) -> None:
        """Show every field, or the place and the script only."""
        self._has_room = has_room
        for field in self._spared:
            self._set(field, field.text())

    def show_place(self, outline: Outline, address: int, share: float) -> None:
        """Show the place that is read, and the document's length."""
        number = outline.paragraph_at(address)
        if number is not None:
            total = f"{len(outline.starts):,}" if outline.is_complete else "…"
            self._set(self._paragraph, f"¶ {number + 1:,} / {total}")
        else:
            self._set(self._paragraph, "")
        self._set(self._share, f"{share:.0%}")
        text = self.tr("{count} characters") if outline.is_complete else self.tr("{count}… characters")
        self._set(self._length, text.format(count=f"{outline.characters:,}"))

    def show_script(self, source: Script | None, target: Script | None, is_converted: bool, has_words: bool) -> None:
        """Say how the text is shown, and that it is converted if it is."""
        written = script_name(source) if source is not None else self.tr("Script unknown")
        if not is_converted:
            text = written if target is None else self.tr("{written}, as written").format(written=written)
        elif has_words:
            text = self.tr("Converted: {written} → {shown}, regional words")
        else:
            text = self.tr("Converted: {written} → {shown}")
        self._set(self._script, text.format(written=written, shown=script_name(target)))

    def show_changes(self, counts: ChangeCounts | None) -> None:
        """Say how much conversion has changed; None of a text that is shown as it is written."""
        if counts is None:
            self._set(self._changes, "")
            return
        text = self.tr("Changes: {count}") if counts.is_complete else self.tr("Changes: {count}…")
        is_begun = counts.total or counts.is_complete
        self._set(self._changes, text.format(count=f"{counts.total:,}" if is_begun else ""))
        kinds = self.tr(
            "What conversion has changed; click to underline it. Regional words {words}, one of several forms {forms}, "
            "your own words {own}, other characters {characters}."
        ).format(
            words=f"{counts.kinds[ChangeKind.REGIONAL]:,}",
            forms=f"{counts.kinds[ChangeKind.CHOICE]:,}",
            own=f"{counts.kinds[ChangeKind.OWN]:,}",
            characters=f"{counts.kinds[ChangeKind.CHARACTER]:,}",
        )
        self._changes.setToolTip(kinds)
        self._changes.setAccessibleDescription(kinds)

    def show_encoding(self, encoding: str, file_format: str = "text") -> None:
        """Say how the file is encoded; of a file that says it itself, what it is."""
        is_chosen = file_format in _CHOSEN
        self._set(self._encoding, encoding_name(encoding) if is_chosen else file_format.upper())
        self._encoding.setEnabled(is_chosen)

    @property
    def encoding_field(self) -> QWidget:
        """Where the choice of encodings belongs."""
        return self._encoding

    def _field(self, label: str) -> QToolButton:
        field = QToolButton()
        field.setToolTip(label)
        field.setAccessibleDescription(label)
        return field

    def _set(self, field: QToolButton, text: str) -> None:
        field.setText(text)
        field.setVisible(bool(text) and (self._has_room or field not in self._spared))
