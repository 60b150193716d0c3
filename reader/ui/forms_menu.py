"""A menu of what is coloured by its form: dialogue, titles, dates, numbers, punctuation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.text_pattern import TextPattern
from reader.state.settings import FORMS, Settings


class FormsMenu(QMenu):
    """A switch for each form.

    Signals:
        setting_requested: the name of a setting, and whether it is to be on.
    """

    setting_requested = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Colour by form"))
        self._switches: dict[str, QAction] = {}
        for name, form in FORMS.items():
            action = QAction(form_name(form), self)
            action.setCheckable(True)
            action.triggered.connect(lambda is_on, name=name: self.setting_requested.emit(name, is_on))
            self._switches[name] = action
            self.addAction(action)

    def show_settings(self, settings: Settings) -> None:
        """Show what is on."""
        for name, action in self._switches.items():
            action.setChecked(getattr(settings, name))


def form_name(form: TextPattern) -> str:
    """What a form is called."""
    match form:
        case TextPattern.DIALOGUE:
            return QCoreApplication.translate("FormsMenu", "Dialogue 「…」 “…”")
        case TextPattern.BOOK_TITLE:
            return QCoreApplication.translate("FormsMenu", "Titles 《…》")
        case TextPattern.DATE:
            return QCoreApplication.translate("FormsMenu", "Dates and times")
        case TextPattern.NUMBER:
            return QCoreApplication.translate("FormsMenu", "Numbers")
        case TextPattern.PUNCTUATION:
            return QCoreApplication.translate("FormsMenu", "Punctuation")
