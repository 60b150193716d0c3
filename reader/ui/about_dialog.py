"""Says what the program is, and under which licences its parts stand."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.resources import resource
from reader.ui.icons import application_icon

_ICON = 64
_SIZE = QSize(960, 560)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program that somebody else made, or the program itself.

    Attributes:
        name: as its makers write it.
        licence: SPDX expression.
        files: names of the licence texts in ``resources/licenses``, one after the other.
    """

    name: str
    licence: str
    files: tuple[str, ...]

    def text(self) -> str:
        """The licence in full."""
        return "\n\n".join(resource("licenses", file).read_text(encoding="utf-8") for file in self.files)


def components() -> list[Component]:
    """All parts that the executable may hold, the program itself first."""
    entries = json.loads(resource("licenses", "index.json").read_text(encoding="utf-8"))
    return [Component(entry["name"], entry["licence"], tuple(entry["files"])) for entry in entries]


class AboutDialog(QDialog):
    """Name, version, what it is, and the licence of each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Jianfan Reader"))
        self._components = components()
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(_ICON, _ICON))
        name = QLabel(f"簡繁讀 Jianfan Reader {__version__}")
        name.setObjectName("title")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what = QLabel(self.tr("Reads Chinese text in your own script. Never connects to a network."))
        what.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(picture)
        titles = QVBoxLayout()
        titles.addWidget(name)
        titles.addWidget(what)
        head.addLayout(titles, 1)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Parts of the program"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([f"{part.name} — {part.licence}" for part in self._components])
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("Licence"))
        self._list.currentRowChanged.connect(self._show_licence)
        lists = QHBoxLayout()
        lists.addWidget(self._list, 2)
        lists.addWidget(self._text, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addLayout(lists, 1)
        layout.addWidget(buttons)
        self._list.setCurrentRow(0)
        self.resize(_SIZE)

    def _show_licence(self, row: int) -> None:
        self._text.setPlainText(self._components[row].text())
