"""Every failure has a sentence that says what happened, and one that says what to try."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ReaderError, StoreError, Unreadable, UnreadableFile
from reader.model.document import FileChange
from reader.store.notice import StoreNotice
from reader.ui.messages import (
    Message,
    MessageAction,
    change_message,
    error_message,
    notice_message,
    uncertain_encoding_message,
    unreadable_text,
)
from reader.ui.translation import LANGUAGES, install_translation

BRACES = "{name}{0}{detail!r}{.txt"


@pytest.fixture(params=["en", *LANGUAGES])
def _language(request, qapp):
    """Each language of the window in turn."""
    translators = install_translation(qapp, request.param)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def says_what_to_try(text: str) -> bool:
    """Whether there are two clauses at least, and an end."""
    return text[-1] in ".。" and any(mark in text[:-1] for mark in ".;,。；，")


@pytest.mark.usefixtures("_language")
class TestInEveryLanguage:
    """What the messages say in English and in the two languages of the catalogues."""

    @pytest.mark.parametrize("reason", Unreadable)
    def test_what_cannot_be_read(self, reason):
        message = error_message(UnreadableFile(Path("/books/紅樓夢.txt"), reason, "errno 5"))
        assert "紅樓夢.txt" in message.text
        assert "/books" not in message.text
        assert "{" not in message.text
        assert says_what_to_try(message.text)
        assert message.action is MessageAction.OPEN
        assert ("errno 5" in message.text) == (reason is Unreadable.FAILED)

    @pytest.mark.parametrize("reason", Unreadable)
    def test_braces_in_a_name_are_only_braces(self, reason):
        text = unreadable_text(UnreadableFile(Path("/books") / BRACES, reason, BRACES))
        assert text.count(BRACES) == (2 if reason is Unreadable.FAILED else 1)

    @pytest.mark.parametrize("change", FileChange)
    def test_the_file_has_changed(self, change):
        message = change_message(change, BRACES)
        assert message.text.count(BRACES) == 1
        assert (message.action is MessageAction.RELOAD) == (change is FileChange.CHANGED)
        assert message.action is not None or says_what_to_try(message.text)

    @pytest.mark.parametrize("notice", StoreNotice)
    def test_the_programs_memory(self, notice):
        message = notice_message(notice)
        assert (message is None) == (notice is StoreNotice.NONE)
        if message is not None:
            assert says_what_to_try(message.text)
            assert message.is_lasting

    def test_the_memory_fails(self):
        message = error_message(StoreError(Path("/home/reader.sqlite3"), BRACES))
        assert message.text.count(BRACES) == 1
        assert says_what_to_try(message.text)

    def test_the_encoding_is_a_guess(self):
        message = uncertain_encoding_message("Big5")
        assert "Big5" in message.text
        assert says_what_to_try(message.text)
        assert message.action is MessageAction.CHOOSE_ENCODING


def test_each_reason_has_its_own_sentence():
    texts = {unreadable_text(UnreadableFile(Path("a"), reason)) for reason in Unreadable}
    assert len(texts) == len(Unreadable)


def test_the_root_has_no_name_but_its_path():
    root = Path(Path.cwd().anchor)
    assert str(root) in unreadable_text(UnreadableFile(root, Unreadable.DIRECTORY))


def test_other_expected_errors_say_what_they_are():
    assert error_message(ReaderError("odd")) == Message("odd")


@pytest.mark.parametrize("defect", [ValueError("no"), RuntimeError(), KeyboardInterrupt()])
def test_a_defect_has_no_message(defect):
    assert error_message(defect) is None
