"""Which dictionaries are installed: add some, remove some."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.reference.registry import SUFFIXES
from reader.state.dictionaries import Dictionaries
from reader.ui.dictionary_messages import dictionary_text
from reader.view.visible_text import visible

_WIDTH = 460


class DictionariesDialog(QDialog):
    """Lists the dictionaries; files can be chosen or dropped on it. What goes wrong is said in it."""

    def __init__(self, dictionaries: Dictionaries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dictionaries = dictionaries
        self.setWindowTitle(self.tr("Dictionaries"))
        self.setAcceptDrops(True)
        self.setMinimumWidth(_WIDTH)
        hint = _label(
            self.tr(
                "CC-CEDICT (.u8), StarDict (.ifo) and tables of words (.tsv, .csv) in UTF-8. They are copied in: the"
                " files themselves are not needed any more."
            )
        )
        hint.setObjectName("muted")
        self._list = QListWidget()
        self._list.setAccessibleName(self.windowTitle())
        self._progress, self._failures = _label(""), _label("")
        self._failures.hide()
        self._buttons = QDialogButtonBox()
        self._add = QPushButton(self.tr("Add…"))
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setEnabled(False)
        self._list.currentRowChanged.connect(lambda row: self._remove.setEnabled(row >= 0))
        self._buttons.addButton(self._add, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._remove, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._add.clicked.connect(self._ask)
        self._remove.clicked.connect(self._remove_current)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list, 1)
        layout.addWidget(hint)
        layout.addWidget(self._progress)
        layout.addWidget(self._failures)
        layout.addWidget(self._buttons)
        dictionaries.changed.connect(self._show)
        dictionaries.progressed.connect(self._say_progress)
        dictionaries.failed.connect(self._say_failure)
        self._show()
        self._add.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Install what was dropped."""
        self._forget_failures()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._dictionaries.install(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _ask(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dictionaries, all_files = self.tr("Dictionaries"), self.tr("All files")
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add dictionaries"), str(Path.home()), f"{dictionaries} ({patterns});;{all_files} (*)"
        )
        self._forget_failures()
        for path in chosen:
            self._dictionaries.install(Path(path))

    def _remove_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._forget_failures()
            self._dictionaries.remove(item.data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        self._list.clear()
        for installed in self._dictionaries.installed():
            text = self.tr("{name}: {count} entries").format(name=visible(installed.name), count=f"{installed.size:,}")
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, installed.number)
        self._remove.setEnabled(False)
        self._progress.setVisible(self._dictionaries.is_installing)

    def _say_progress(self, name: str, size: int) -> None:
        text = self.tr("Adding “{name}”: {count} entries…").format(name=visible(name), count=f"{size:,}")
        self._progress.setText(text)
        self._progress.show()

    def _say_failure(self, error: Exception) -> None:
        """Say what went wrong, below what went wrong before."""
        self._failures.setText("\n".join(filter(None, (self._failures.text(), dictionary_text(error)))))
        self._failures.show()
        self._progress.setVisible(self._dictionaries.is_installing)

    def _forget_failures(self) -> None:
        self._failures.setText("")
        self._failures.hide()


def _label(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    return label
