"""Suggestions: read when asked for, a chapter at a time, given up and ignored as the reader likes."""

from __future__ import annotations

from threading import Event

import pytest

from reader.formats.registry import open_document
from reader.model.entity import EntityKind
from reader.model.suggested import Suggested, SuggestedWord
from reader.search.errors import SuggestingEnded
from reader.search.suggestion_worker import SuggestionWorker
from reader.state.suggestions import Suggestions

ARTICLE = (
    "青島市黨政代表團到雲南昆明考察\n"
    "3月5日至6日，青島市委書記王建國率領青島市黨政代表團到雲南省昆明市考察東西部協作。\n"
    "王建國李思遠出席了會議。李思遠說，三年來簽了12項協議，東西部協作走得更遠。\n"
)


class Unreliable:
    """A worker that fails so often, and then suggests a word."""

    def __init__(self, times):
        self.times = times
        self.rested, self.is_closed = Event(), False

    def read(self, document):
        yield None
        if self.times:
            self.times -= 1
            raise SuggestingEnded("SIGKILL")
        yield Suggested((SuggestedWord("協作", 3),), 1.0)

    def rest(self):
        self.rested.set()

    def close(self):
        self.is_closed = True


@pytest.fixture
def suggestions(store, runner, suggestion_worker):
    return Suggestions(store.settings, runner, suggestion_worker)


@pytest.fixture
def read(qtbot, suggestions, written):
    """Lets a document be read to its end."""

    def of(text: str = ARTICLE):
        document = open_document(written(text))
        suggestions.look_in(document)
        suggestions.begin()
        qtbot.waitUntil(lambda: not suggestions.is_reading and suggestions.share == 1)
        return document

    return of


def texts(suggestions, kind=None):
    return [word.text for word in suggestions.words if word.kind is kind]


def test_keywords_and_names_are_suggested(suggestions, read):
    read()
    assert "東西部協作" in texts(suggestions)
    assert texts(suggestions, EntityKind.PERSON) == ["王建國", "李思遠"]
    assert "3月5日至6日" in texts(suggestions, EntityKind.DATE)
    assert not set(texts(suggestions)) & {"王建國", "李思遠"}
    counts = {word.text: word.count for word in suggestions.words}
    assert counts["王建國"] == 2


def test_nothing_is_read_before_it_is_asked_for(qtbot, suggestions, written):
    document = open_document(written(ARTICLE))
    passages = []
    original = document.passages
    document.passages = lambda: passages.append(1) or original()
    suggestions.look_in(document)
    qtbot.wait(50)
    assert passages == []
    suggestions.begin()
    qtbot.waitUntil(lambda: suggestions.share == 1)
    suggestions.begin()
    qtbot.waitUntil(lambda: not suggestions.is_reading)
    assert passages == [1]


def test_a_novel_is_read_bit_by_bit_and_can_be_given_up(qtbot, suggestions, written):
    document = open_document(written(ARTICLE * 600))
    shares = []
    suggestions.changed.connect(lambda: shares.append(suggestions.share))
    suggestions.look_in(document)
    suggestions.begin()
    qtbot.waitUntil(lambda: any(0 < share < 1 for share in shares))
    suggestions.give_up()
    assert not suggestions.is_reading
    assert texts(suggestions, EntityKind.PERSON)[:1] == ["王建國"]
    share = suggestions.share
    suggestions.begin()
    assert not suggestions.is_reading
    qtbot.wait(100)
    assert suggestions.share == share


def test_what_comes_too_late_is_not_suggested(suggestions, written, settle):
    gate = Event()
    document = open_document(written(ARTICLE))
    passages = document.passages
    document.passages = lambda: gate.wait(20) and passages()
    suggestions.look_in(document)
    suggestions.begin()
    suggestions.look_in(None)
    gate.set()
    settle()
    assert suggestions.words == ()


def test_what_is_ignored_is_never_suggested_again(qapp, suggestions, read, store, runner):
    read()
    suggestions.ignore("王建国")
    assert texts(suggestions, EntityKind.PERSON) == ["李思遠"]
    other = Suggestions(store.settings, runner, SuggestionWorker())
    other._suggested = suggestions._suggested
    assert texts(other, EntityKind.PERSON) == ["李思遠"]
    other.forget_ignored()
    assert texts(other, EntityKind.PERSON) == ["王建國", "李思遠"]


def test_a_store_that_cannot_be_written(qtbot, suggestions, read, store):
    read()
    store.close()
    with qtbot.waitSignal(suggestions.failed):
        suggestions.ignore("王建國")
    assert "王建國" not in texts(suggestions, EntityKind.PERSON)


@pytest.mark.parametrize("known", ["甲", 3, {"a": 1}])
def test_what_another_version_wrote_does_no_harm(store, runner, known):
    store.settings.save({"ignored_suggestions": known})
    assert Suggestions(store.settings, runner, SuggestionWorker()).words == ()


def test_a_reading_that_fails_is_told_of_and_can_be_asked_for_again(qtbot, store, runner, written):
    suggestions = Suggestions(store.settings, runner, Unreliable(1))
    suggestions.look_in(open_document(written(ARTICLE)))
    told = []
    suggestions.changed.connect(lambda: told.append(suggestions.is_reading))
    with qtbot.waitSignal(suggestions.failed) as heard:
        suggestions.begin()
    assert heard.args[0].detail == "SIGKILL"
    assert told == [True, False]
    suggestions.begin()
    qtbot.waitUntil(lambda: texts(suggestions) == ["協作"] and not suggestions.is_reading)


def test_a_worker_without_work_rests(qtbot, store, runner, written, monkeypatch):
    monkeypatch.setattr("reader.state.suggestions._IDLE", 1)
    worker = Unreliable(0)
    suggestions = Suggestions(store.settings, runner, worker)
    suggestions.look_in(open_document(written(ARTICLE)))
    qtbot.waitUntil(worker.rested.is_set)
    worker.rested.clear()
    suggestions.begin()
    qtbot.waitUntil(worker.rested.is_set)


def test_closing_ends_the_process(store, runner, written):
    worker = Unreliable(0)
    suggestions = Suggestions(store.settings, runner, worker)
    suggestions.look_in(open_document(written(ARTICLE)))
    suggestions.begin()
    suggestions.close()
    assert worker.is_closed
    assert not suggestions.is_reading
