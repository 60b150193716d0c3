"""What every test stands on: no screen, a home of its own, and the sample texts where they are at hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from reader.app import ReaderProgram
    from reader.search.suggestion_worker import SuggestionWorker

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reader")

#: Milliseconds that a test waits for what must come. Machines are busy, and only a test that fails waits so long.
_PATIENCE = 30_000


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what belongs to whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    os.environ["HOME"] = str(home)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The program's own application, for pytest-qt. Loaded here, so that the core is tested without Qt."""
    from pytestqt.qtbot import QtBot

    from reader.ui.application import ReaderApplication

    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
        wait.__kwdefaults__["timeout"] = _PATIENCE
    return ReaderApplication


@pytest.fixture(scope="session")
def suggestion_worker() -> Iterator[SuggestionWorker]:
    """The process that reads for suggestions, as the program has it; the tests share it."""
    from reader.search.suggestion_worker import SuggestionWorker

    made = SuggestionWorker()
    yield made
    made.close()


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real texts that stand beside the repository on the machines of those who work on it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("no samples beside the repository")
    return folder


@pytest.fixture
def reading(qapp, qtbot, tmp_path: Path) -> Iterator[Callable[..., ReaderProgram]]:
    """The whole program with a text open and counted; in English, with a memory of its own, and nothing in its log."""
    from reader.app import ReaderProgram

    programs: list[ReaderProgram] = []

    def read(text: str, name: str = "文章.txt", size: tuple[int, int] = (1100, 800), **chosen: object) -> ReaderProgram:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        program = ReaderProgram(qapp, tmp_path / "memory" / "library.sqlite3", tmp_path / "errors.log")
        programs.append(program)
        for setting, value in {"language": "en", **chosen}.items():
            program.preferences.set(setting, value)
        program.window.resize(*size)
        with qtbot.waitExposed(program.window):
            program.start(path)
        target = program.preferences.settings.script
        qtbot.waitUntil(lambda: program.session.outline.is_complete and program.session.rendition.target is target)
        return program

    yield read
    for program in programs:
        program.window.close()
        program.close()
    assert not (tmp_path / "errors.log").exists()
