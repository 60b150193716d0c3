"""What the reader does with keyword lists that takes a dialog or a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from reader.errors import UnreadableFile
from reader.model.keyword_list import KeywordList
from reader.search.keyword_files import BadKeywordFile
from reader.state.keyword_transfer import KEYWORD_FORMS, KeywordTransfer
from reader.state.keywords import Keywords
from reader.state.tasks import TaskRunner
from reader.ui.keyword_model import list_name
from reader.ui.message_bar import MessageBar
from reader.ui.messages import Message, MessageAction, unreadable_text


class KeywordCommands(QObject):
    """Asks for names and files, and tells what became of them."""

    def __init__(self, keywords: Keywords, runner: TaskRunner, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._keywords = keywords
        self._messages = messages
        self._window = window
        self._offered: Message | None = None
        keywords.changed.connect(self._withdraw)
        messages.action_requested.connect(self._act)
        self._transfer = KeywordTransfer(runner, self)
        self._transfer.read.connect(self._receive)
        self._transfer.written.connect(self._tell_of_file)
        self._transfer.failed.connect(self._tell_of_error)

    def make_list(self) -> None:
        """Let the reader name a list, and make it."""
        name = self._ask_name(self.tr("New list"), "")
        if name:
            self._keywords.add_list(name)

    def rename(self, number: int) -> None:
        """Let the reader give a list another name."""
        one = self._keywords.lists[number]
        name = self._ask_name(self.tr("Rename the list"), one.name)
        if name:
            self._keywords.set_list(number, replace(one, name=name))

    def remove_word(self, number: int, place: int) -> None:
        """Take a word out of its list, and offer to put it back."""
        word = self._keywords.lists[number].keywords[place].text
        self._keywords.remove(number, place)
        self._offer(self.tr("“{word}” is no longer coloured.").format(word=word))

    def remove(self, number: int) -> None:
        """Forget a list, and offer to put it back."""
        one = self._keywords.lists[number]
        self._keywords.remove_list(number)
        text = self.tr("The list “{name}” and its {count} words are removed.")
        self._offer(text.format(name=list_name(one), count=f"{len(one.keywords):,}"))

    def _offer(self, text: str) -> None:
        self._offered = Message(text, MessageAction.PUT_BACK)
        self._messages.show_message(self._offered)

    def _act(self, action: MessageAction) -> None:
        if action is MessageAction.PUT_BACK:
            self._keywords.put_back()

    def _withdraw(self) -> None:
        """Once something else is changed, nothing can be put back any more."""
        if self._messages.message is self._offered is not None and not self._keywords.can_put_back:
            self._messages.dismiss()

    def import_lists(self) -> None:
        """Let the reader choose a file of lists."""
        words, all_files = self.tr("Keyword lists"), self.tr("All files")
        patterns = " ".join(f"*{suffix}" for suffix in KEYWORD_FORMS)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import keyword lists"), str(Path.home()), f"{words} ({patterns});;{all_files} (*)"
        )
        if chosen:
            self._transfer.take(Path(chosen))

    def export_lists(self, number: int) -> None:
        """Let the reader choose a file to write a list to, or, with -1, all of them."""
        lists = self._keywords.lists if number < 0 else self._keywords.lists[number : number + 1]
        names = {
            ".json": self.tr("Everything (JSON)"),
            ".csv": self.tr("A table (CSV)"),
            ".txt": self.tr("Words, one a line"),
        }
        filters = [f"{names[suffix]} (*{suffix})" for suffix in KEYWORD_FORMS]
        stem = list_name(lists[0]) if len(lists) == 1 else self.tr("Keyword lists")
        chosen, used = QFileDialog.getSaveFileName(
            self._window, self.tr("Export keyword lists"), str(Path.home() / f"{stem}.json"), ";;".join(filters)
        )
        if chosen:
            suffix = next((one for one, text in zip(KEYWORD_FORMS, filters, strict=True) if text == used), ".json")
            path = Path(chosen)
            self._transfer.write(path if path.suffix.lower() in KEYWORD_FORMS else Path(f"{path}{suffix}"), lists)

    def _receive(self, path: Path, lists: tuple[KeywordList, ...]) -> None:
        self._keywords.take_in(lists)
        text = self.tr("{count} words in {lists} lists were taken from “{name}”.").format(
            count=f"{sum(len(one.keywords) for one in lists):,}", lists=len(lists), name=path.name
        )
        self._messages.show_message(Message(text))

    def _tell_of_file(self, path: Path) -> None:
        self._messages.show_message(Message(self.tr("The lists are in “{name}”.").format(name=path.name)))

    def _tell_of_error(self, path: Path, error: Exception) -> None:
        self._messages.show_message(Message(transfer_text(path, error)))

    def _ask_name(self, title: str, name: str) -> str:
        text, is_meant = QInputDialog.getText(self._window, title, self.tr("Name:"), text=name)
        return text.strip() if is_meant else ""


def transfer_text(path: Path, error: Exception) -> str:
    """Why lists could not be read from a file or written to it, and what to try."""
    match error:
        case UnreadableFile():
            return unreadable_text(error)
        case BadKeywordFile(line=0):
            text = QCoreApplication.translate(
                "KeywordCommands",
                "“{name}” holds no keyword lists ({detail}). Plain lines can be read from .txt.",
            )
            return text.format(name=path.name, detail=error.detail)
        case BadKeywordFile():
            text = QCoreApplication.translate(
                "KeywordCommands",
                "“{name}” holds no keyword lists: line {line} cannot be read ({detail}). Plain lines can be read from "
                ".txt.",
            )
            return text.format(name=path.name, line=error.line, detail=error.detail)
    text = QCoreApplication.translate(
        "KeywordCommands", "“{name}” could not be written ({detail}). Choose another folder, or make room on the disk."
    )
    return text.format(name=path.name, detail=error)
