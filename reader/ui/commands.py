"""What the reader asks for that takes more than one part of the window, or a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.formats.format_table import SUFFIXES
from reader.model.script import Script
from reader.resources import resource
from reader.state.keywords import Keywords
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.ui.article import Article
from reader.ui.messages import Message
from reader.ui.translation import catalogue_of


class Commands(QObject):
    """Turns requests into calls of the state and the article."""

    def __init__(
        self, session: Session, keywords: Keywords, preferences: Preferences, article: Article, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._keywords = keywords
        self._preferences = preferences
        self._article = article
        self._window = window
        #: The conversion that is gone back to from the original.
        self._converted: Script | None = None
        preferences.changed.connect(self._remember_script)
        self._remember_script()

    def ask_file(self) -> None:
        """Let the reader choose a file, beside the one that is open."""
        document = self._session.document
        folder = document.path.parent if document is not None and not self._is_own(document.path) else Path.home()
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        texts, all_files = self.tr("Texts"), self.tr("All files")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a text"), str(folder), f"{texts} ({patterns});;{all_files} (*)"
        )
        if chosen:
            self._session.open(Path(chosen))

    def ask_place(self) -> None:
        """Let the reader name a place, and go there."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.place_dialog import PlaceDialog

        if self._session.document is None:
            return
        dialog = PlaceDialog(len(self._session.outline.starts), self._window)
        if dialog.exec() and (place := dialog.place) is not None:
            if place.paragraph is not None:
                self._article.go_to_paragraph(place.paragraph)
            elif place.share is not None:
                self._article.go_to_share(place.share)

    def open_welcome(self) -> None:
        """Open the short manual."""
        self._session.open(welcome_path(self._preferences.settings.language))

    def compare(self) -> None:
        """Show the original; from the original, what was shown before, or what differs from it most."""
        settings = self._preferences.settings
        if settings.script is not None:
            self._preferences.set("script", None)
            return
        written = self._session.script
        other = Script.SIMPLIFIED if written is not None and written.is_traditional else Script.TAIWAN
        self._preferences.set("script", self._converted or other)

    def colour_selection(self) -> bool:
        """Colour the selected word; False if none is selected."""
        word = self._article.selected_word()
        if word:
            self._keywords.add(word)
            # The colour is to be seen, which the selection would lie over.
            self._article.view.select(None)
        return bool(word)

    def resize_text(self, steps: int) -> None:
        """Make the text larger or smaller."""
        self._preferences.set("font_size", self._preferences.settings.font_size + steps)

    def switch_writing(self) -> None:
        """Show the document vertically instead of horizontally, or back."""
        document, choice = self._session.document, self._preferences.settings.writing
        self._preferences.set("writing", choice.switched(document is not None and document.is_vertical))

    def set_full_screen(self, is_full: bool) -> None:
        """Let the window fill the screen, or be as it was."""
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if is_full else state & ~full)

    def choose_language(self, language: str) -> None:
        """Take another language for the window, and say from when on."""
        if language == self._preferences.settings.language:
            return
        self._preferences.set("language", language)
        text = QCoreApplication.translate("Messages", "The window speaks the new language from its next start on.")
        self._article.messages.show_message(Message(text))

    def _remember_script(self) -> None:
        self._converted = self._preferences.settings.script or self._converted

    def _is_own(self, path: Path) -> bool:
        return path.is_relative_to(resource("samples"))


def welcome_path(language: str) -> Path:
    """The welcome article in the script of the window's language."""
    name = "welcome.zh-Hans.txt" if catalogue_of(language) == "zh_CN" else "welcome.zh-Hant.txt"
    return resource("samples", name)
