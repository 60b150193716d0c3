"""The composition root: the only place that builds what lives as long as the program."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_data_path, user_log_path
from PySide6.QtCore import QTimer

from reader.convert.converters import Converters
from reader.resources import resource
from reader.search.fold import fold
from reader.search.suggestion_worker import SuggestionWorker
from reader.state.dictionaries import Dictionaries
from reader.state.keywords import Keywords
from reader.state.preferences import Preferences
from reader.state.readings import Readings
from reader.state.recent_queries import RecentQueries
from reader.state.search import Search
from reader.state.session import Session
from reader.state.suggestions import Suggestions
from reader.state.tasks import TaskRunner
from reader.state.vocabulary import Vocabulary
from reader.state.word_lookup import WordLookup
from reader.store.dictionaries import StoredDictionaries
from reader.store.store import Store
from reader.ui.application import ReaderApplication
from reader.ui.crash_report import CrashReports
from reader.ui.no_screen import told_without_screen
from reader.ui.owners import Owners
from reader.ui.translation import install_translation
from reader.ui.window import ReaderWindow

#: The name of the folders in which the platform keeps what programs write.
_FOLDER = "jianfan-reader"


class ReaderProgram:
    """Everything of one run, built in the order in which the parts need each other, and closed in the other.

    Attributes:
        session: of the program.
        keywords: of the program.
        search: of the program.
        recent_queries: of the program.
        preferences: of the program.
        vocabulary: of the program.
        dictionaries: of the program.
        window: of the program.
    """

    def __init__(self, application: ReaderApplication, database: Path | None, log: Path) -> None:
        """Build the program.

        Args:
            application: Qt's.
            database: where everything is remembered; None to remember nothing beyond this run.
            log: where defects are written down.
        """
        self._crashes = CrashReports(log)
        self._crashes.install()
        self._store = Store(database)
        self._runner = TaskRunner(lambda: application.busy_since)
        self.preferences = Preferences(self._store.settings)
        self._translators = install_translation(application, self.preferences.settings.language)
        self.vocabulary = Vocabulary(self._store.own_words)
        converters = Converters()
        self.session = Session(self._store.library, converters, self.vocabulary, self._runner, resource("samples"))
        self.keywords = Keywords(self._store.keywords, self._runner)
        self.search = Search(lambda clause: converters.named("s2t").convert(clause), self._runner)
        self.recent_queries = RecentQueries(self._store.settings)
        installed = StoredDictionaries((database or log).with_name("dictionaries.sqlite3"), fold)
        self.dictionaries = Dictionaries(installed, self._runner)
        self.suggestions = Suggestions(self._store.settings, self._runner, SuggestionWorker())
        owners = Owners(
            self.session,
            self.keywords,
            self.search,
            self.recent_queries,
            self.suggestions,
            self.preferences,
            self.vocabulary,
            self.dictionaries,
            WordLookup(converters, installed, self._runner),
            Readings(self._runner),
            self._runner,
        )
        self.window = ReaderWindow(owners, self._store.window, self._crashes)
        application.file_requested.connect(self.session.open)

    def start(self, path: Path | None) -> None:
        """Show the window, and open a file in it; without one, the welcome article."""
        if path is None:
            self.window.open_welcome()
        else:
            self.session.open(path)
        self.window.show()
        self.window.show_notice(self._store.notice)

    def close(self) -> None:
        """Let go of everything, what was remembered last first of all."""
        self.session.close()
        self.keywords.finish()
        self.suggestions.close()
        self._runner.close()
        self._store.close()
        self._crashes.uninstall()


def run(path: Path | None, say: Callable[[str], None]) -> int:
    """Open the window on a file, and stay until it is closed.

    Args:
        path: the file; None for the welcome article.
        say: tells whoever started the program that no window can be opened, which ends it.

    Returns:
        The exit status.
    """
    with told_without_screen(say):
        application = ReaderApplication(sys.argv[:1])
    application.end_on_signals()
    log = user_log_path(_FOLDER, appauthor=False) / "errors.log"
    program = ReaderProgram(application, user_data_path(_FOLDER, appauthor=False) / "library.sqlite3", log)
    program.start(path)
    keep_window_quick()
    status = application.exec()
    program.close()
    return status


def keep_window_quick() -> None:
    """Set the interpreter up for a program with a window, once that is made."""
    # While the background is at work, the window gets its turn after a tenth of a millisecond, not five: it asks for it
    # again and again while it paints. The work takes no longer.
    sys.setswitchinterval(0.0001)
    # What the program is made of stays as long as it runs: no collection of garbage has to look through it again, which
    # would hold up a frame (16 to 23 ms).
    QTimer.singleShot(0, gc.freeze)
