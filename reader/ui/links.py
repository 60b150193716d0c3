"""Follows links out of the document, when the reader says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.ui.link_target import LinkTarget, link_target
from reader.ui.message_bar import MessageBar
from reader.ui.messages import link_refused_message, link_unopened_message


class Links(QObject):
    """Asks first, then lets the system open what the link names. The program itself connects to nothing."""

    def __init__(
        self, messages: MessageBar, window: QWidget, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
    ) -> None:
        """Links of one window.

        Args:
            messages: where it is said why a link is not followed.
            window: over which is asked.
            open_url: hands an address to the system; whether that took it.
        """
        super().__init__(window)
        self._messages = messages
        self._window = window
        self._open_url = open_url

    def ask(self, address: str) -> None:
        """Ask whether to open a link; one that is refused is a message."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.link_dialog import LinkDialog

        target = link_target(address)
        if target is None:
            self._messages.show_message(link_refused_message(address))
            return
        dialog = LinkDialog(target, self._window)
        dialog.open_requested.connect(lambda: self._open(target))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(self, target: LinkTarget) -> None:
        if not self._open_url(QUrl.fromEncoded(target.url.encode("ascii"))):
            self._messages.show_message(link_unopened_message(target.is_mail))
