"""The one control for the script: as written, or one of the four, and regional words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from reader.model.script import Script

#: The scripts in the order of their keys (Ctrl+1 to Ctrl+5): label, name, script. Labels are the same in all languages.
SCRIPTS: tuple[tuple[str, str, Script | None], ...] = (
    ("原文", str(QT_TRANSLATE_NOOP("ScriptControl", "As written")), None),
    ("简", str(QT_TRANSLATE_NOOP("ScriptControl", "Simplified")), Script.SIMPLIFIED),
    ("繁", str(QT_TRANSLATE_NOOP("ScriptControl", "Traditional (OpenCC)")), Script.TRADITIONAL),
    ("臺", str(QT_TRANSLATE_NOOP("ScriptControl", "Traditional, Taiwan")), Script.TAIWAN),
    ("港", str(QT_TRANSLATE_NOOP("ScriptControl", "Traditional, Hong Kong")), Script.HONG_KONG),
)


def script_name(script: Script | None) -> str:
    """The name of a script in the language of the window."""
    name = next(name for _, name, found in SCRIPTS if found is script)
    return QCoreApplication.translate("ScriptControl", name)


class ScriptControl(QFrame):
    """A row of buttons of which one is pressed, and a switch; where there is no room for it, one button with a menu.

    Signals:
        script_requested: a ``Script``, or None for the original.
        words_requested: whether regional words are wanted.
    """

    script_requested = Signal(object)
    words_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Script | None, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for number, (label, _, script) in enumerate(SCRIPTS, start=1):
            button = self._button(label, f"{script_name(script)} (Ctrl+{number})")
            button.setAccessibleName(script_name(script))
            button.clicked.connect(lambda _=False, script=script: self.script_requested.emit(script))
            self._group.addButton(button)
            self._buttons[script] = button
            layout.addWidget(button)
        layout.addSpacing(6)
        words = self.tr("Regional words, such as 軟體 for 软件 (Ctrl+6)")
        self._words = self._button(self.tr("Words"), words)
        self._words.setAccessibleName(self.tr("Regional words"))
        self._words.clicked.connect(self.words_requested)
        layout.addWidget(self._words)
        self._narrow = self._button("", self.tr("Script"))
        self._narrow.setAccessibleName(self.tr("Script"))
        self._narrow.setCheckable(False)
        self._narrow.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._narrow.setMenu(self._made_menu())
        layout.addWidget(self._narrow)
        self.set_room(has_room=True)

    def set_room(self, has_room: bool) -> None:
        """Be a row of buttons, or one button."""
        for button in (*self._buttons.values(), self._words):
            button.setVisible(has_room)
        self._narrow.setVisible(not has_room)

    def show_choice(self, script: Script | None, has_regional_words: bool) -> None:
        """Show what is chosen."""
        self._buttons[script].setChecked(True)
        self._words.setChecked(has_regional_words)
        self._words.setEnabled(script not in (None, Script.TRADITIONAL))
        self._choices[script].setChecked(True)
        self._words_choice.setChecked(has_regional_words)
        self._words_choice.setEnabled(self._words.isEnabled())
        self._narrow.setText(f"{self._buttons[script].text()} ▾")

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices: dict[Script | None, QAction] = {}
        for _, _, script in SCRIPTS:
            action = menu.addAction(script_name(script))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, script=script: self.script_requested.emit(script))
            self._choices[script] = action
        menu.addSeparator()
        self._words_choice = menu.addAction(self.tr("Regional words"))
        self._words_choice.setCheckable(True)
        self._words_choice.triggered.connect(self.words_requested)
        return menu

    def _button(self, label: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("segment")
        button.setText(label)
        button.setToolTip(tip)
        button.setCheckable(True)
        return button
