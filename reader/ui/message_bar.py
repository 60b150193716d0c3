"""A line above the article for what the reader should know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.ui.icons import icon
from reader.ui.messages import Message, MessageAction
from reader.ui.theme import Theme
from reader.view.visible_text import visible


class MessageBar(QFrame):
    """Shows one message until it is closed or another one comes. Never in the way of reading.

    Signals:
        action_requested: the ``MessageAction`` that the message offered.
    """

    action_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self.setObjectName("message")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.set_theme(theme)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown."""
        return self._message

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._close.setIcon(icon("remove", theme.muted))

    def show_message(self, message: Message) -> None:
        """Show a message over the one before."""
        self._message = message
        # Names of files are in it.
        text = visible(message.text)
        self._text.setText(text)
        self.setAccessibleName(text)
        labels = {
            MessageAction.OPEN: self.tr("Open…"),
            MessageAction.RELOAD: self.tr("Reload"),
            MessageAction.CHOOSE_ENCODING: self.tr("Encoding…"),
            MessageAction.GIVE_UP_OPENING: self.tr("Cancel"),
            MessageAction.REPAIR: self.tr("Restore"),
            MessageAction.PUT_BACK: self.tr("Put back"),
        }
        self._action.setVisible(message.action is not None)
        if message.action is not None:
            self._action.setText(labels[message.action])
        self.show()

    def dismiss(self) -> None:
        """Close the message."""
        self._message = None
        self.hide()

    def dismiss_passing(self) -> None:
        """Close the message if it was about a document that is no longer open."""
        if self._message is not None and not self._message.is_lasting:
            self.dismiss()

    def _act(self) -> None:
        if self._message is not None and self._message.action is not None:
            action = self._message.action
            self.dismiss()
            self.action_requested.emit(action)
