"""Lets the reader choose how the chapters of a text are found, and shows at once which these are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.formats.chapter_preview import Preview
from reader.formats.chapters import BadPattern, own_pattern
from reader.formats.kept_chapters import KeptChapters
from reader.model.document import Document
from reader.state.chapter_preview import ChapterPreview
from reader.ui.chapter_choice import ChapterChoice
from reader.ui.chapter_list import ChapterList
from reader.ui.pattern_fault import pattern_fault_text
from reader.ui.uniform_list import UniformListView
from reader.view.visible_text import visible

_SIZE = QSize(760, 520)
#: Milliseconds after a key in which nothing is looked for: the next one comes soon.
_PAUSE = 150


class ChaptersDialog(QDialog):
    """The choice on the left, the chapters that it gives on the right.

    Signals:
        chapters_requested: ``KeptChapters`` that are to hold from now on.
        place_requested: the address of a chapter that the reader wants to see.
    """

    chapters_requested = Signal(object)
    place_requested = Signal(int)

    def __init__(
        self,
        document: Document,
        kept: KeptChapters,
        preview: ChapterPreview,
        shown: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """The dialog.

        Args:
            document: whose chapters are chosen.
            kept: what holds now.
            preview: finds out.
            shown: how the page shows a text.
            parent: over which it opens.
        """
        super().__init__(parent)
        self._document = document
        self._kept = kept
        self._preview = preview
        self.setWindowTitle(self.tr("Chapters"))
        self._choice = ChapterChoice(document.format == "text")
        self._count = QLabel()
        self._count.setObjectName("heading")
        self._model = ChapterList(lambda text: visible(shown(text)))
        self._list = UniformListView()
        self._list.setAccessibleName(self.tr("The chapters that this gives"))
        self._list.setModel(self._model)
        self._list.activated.connect(self._go_to)
        self._keeps_lines = QCheckBox(self.tr("Keep what I said of {count} lines").format(count=len(kept.lines)))
        self._keeps_lines.setChecked(True)
        self._keeps_lines.setVisible(bool(kept.lines))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        # While nothing can be accepted, Enter does nothing: it must not give up what was typed.
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._choice.choose(kept.rules, kept.pattern)
        self._choice.setFocus()
        self._choice.changed.connect(self._wait)
        self._keeps_lines.toggled.connect(self._wait)
        preview.found.connect(self._show)
        preview.failed.connect(self._fail)
        preview.counted.connect(self._choice.show_counts)
        self.finished.connect(preview.close)
        self.accepted.connect(lambda: self.chapters_requested.emit(self.chosen))
        if document.format == "text":
            preview.count(document)
        self._look()

    @property
    def chosen(self) -> KeptChapters:
        """What the reader has chosen."""
        keeps = self._keeps_lines.isChecked()
        return KeptChapters(
            self._choice.rules,
            self._choice.pattern,
            self._kept.lines if keeps else (),
            self._kept.lost if keeps else (),
        )

    def _lay_out(self) -> None:
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self._choice, 1)
        left.addWidget(self._keeps_lines)
        right.addWidget(self._count)
        right.addWidget(self._list, 1)
        both.setSpacing(16)
        both.addLayout(left, 4)
        both.addLayout(right, 5)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self._buttons)
        self.resize(_SIZE)

    def _wait(self) -> None:
        """The choice is another one; what it gives is looked for when no key comes for a while."""
        self._allow(False)
        self._timer.start()

    def _look(self) -> None:
        """Find out what the choice gives."""
        self._allow(False)
        self._preview.give_up_looking()
        self._choice.show_fault("")
        if self._choice.lacks_pattern:
            self._clear()
            return
        try:
            if self._choice.pattern:
                own_pattern(self._choice.pattern)
        except BadPattern as error:
            self._fail(error)
        else:
            self._preview.look(self._document, self.chosen.chapters())

    def _show(self, preview: Preview) -> None:
        self._model.set_entries(preview.headings)
        count = f"{len(preview.headings):,}"
        if not preview.is_complete:
            text = self.tr("{count}… chapters")
        elif preview.regularity:
            text = self.tr("{count} chapters, {share} of them numbered in order")
        else:
            text = self.tr("{count} chapters")
        self._count.setText(text.format(count=count, share=f"{preview.regularity:.0%}"))
        self._allow(True)

    def _fail(self, error: Exception) -> None:
        self._clear()
        if isinstance(error, BadPattern):
            self._choice.show_fault(pattern_fault_text(error))

    def _clear(self) -> None:
        self._model.set_entries(())
        self._count.setText("")
        self._allow(False)

    def _allow(self, is_allowed: bool) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_allowed)

    def _go_to(self, index: QModelIndex) -> None:
        self.place_requested.emit(self._model.entry(index.row()).address)
