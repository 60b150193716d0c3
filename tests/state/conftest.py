"""What the tests of the state share: threads, a memory that is gone afterwards, and small files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reader.convert.converters import Converters
from reader.model.document import Document
from reader.state import outline_count, tasks
from reader.state.session import Session
from reader.state.tasks import TaskRunner
from reader.state.vocabulary import Vocabulary
from reader.store.store import Store


@pytest.fixture
def runner(qapp: QCoreApplication) -> Iterator[TaskRunner]:
    """The threads of one test."""
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _count_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted here: nothing need wait for it."""
    monkeypatch.setattr(outline_count, "_DELAY", 0)


@pytest.fixture
def store() -> Iterator[Store]:
    """A store in memory."""
    made = Store(None)
    yield made
    made.close()


@pytest.fixture
def settle(runner: TaskRunner, qapp: QCoreApplication) -> Callable[[], None]:
    """Waits until all work that was begun is done, and all that it said has arrived."""

    def wait() -> None:
        for _ in range(3):  # what arrives may begin more work
            barrier = Barrier(tasks._THREADS + 1)
            for _ in range(tasks._THREADS):
                runner.submit(lambda barrier=barrier: barrier.wait(20))
            barrier.wait(20)
            qapp.processEvents()

    return wait


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file and gives its path."""

    def write(text: str | bytes, name: str = "book.txt", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def make_session(store: Store, runner: TaskRunner, tmp_path: Path) -> Iterator[Callable[..., Session]]:
    """Makes sessions over one memory: as several runs of the program would."""
    made: list[Session] = []

    def make(converters: Converters | None = None) -> Session:
        vocabulary = Vocabulary(store.own_words)
        made.append(Session(store.library, converters or Converters(), vocabulary, runner, tmp_path / "own"))
        return made[-1]

    yield make
    for session in made:
        session.close()


@pytest.fixture
def session(make_session: Callable[..., Session]) -> Session:
    """A session with nothing open."""
    return make_session()


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[..., Document]:
    """Opens a file in a session, and gives the document when it is there."""

    def wait(session: Session, path: Path, encoding: str | None = None) -> Document:
        with qtbot.waitSignal(session.opened):
            session.open(path, encoding)
        assert session.document is not None
        return session.document

    return wait
