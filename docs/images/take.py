"""Takes the pictures that stand beside this file, of the real window. Run by ``script/screenshots``."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from reader.app import ReaderProgram
from reader.model.script import Script
from reader.resources import resource
from reader.state.settings import ThemeChoice, WritingChoice
from reader.store.store import Store
from reader.ui.application import ReaderApplication

_WINDOW = QSize(1180, 760)
_WORDS = ("文章", "繁體", "詞", "檔案")


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of the window, and the file that shows it."""

    name: str
    language: str
    text: str
    theme: ThemeChoice
    script: Script | None
    paragraph: int
    is_vertical: bool = False


_PICTURES = (
    Picture("window.png", "zh_TW", "welcome.zh-Hant.txt", ThemeChoice.LIGHT, None, 0),
    Picture("vertical.png", "zh_TW", "welcome.zh-Hant.txt", ThemeChoice.SEPIA, None, 0, is_vertical=True),
    Picture("dark.png", "zh_CN", "welcome.zh-Hans.txt", ThemeChoice.DARK, Script.TAIWAN, 7),
)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _take(application: ReaderApplication, picture: Picture, folder: Path) -> None:
    database = folder / f"{picture.name}.sqlite3"
    store = Store(database)
    store.settings.save({"language": picture.language})
    store.close()
    program = ReaderProgram(application, database, folder / "errors.log")
    program.preferences.set("theme", picture.theme)
    program.preferences.set("script", picture.script)
    if picture.is_vertical:
        program.preferences.set("writing", WritingChoice.VERTICAL)
    for word in _WORDS:
        program.keywords.add(word)
    program.window.resize(_WINDOW)
    program.start(resource("samples", picture.text))
    _wait(1500)
    if picture.paragraph:
        program.window.article.go_to_paragraph(picture.paragraph)
    program.window.article.step(is_forward=True)
    _wait(500)
    program.window.grab().save(str(Path(__file__).with_name(picture.name)))
    program.window.close()
    program.close()


def _main() -> None:
    application = ReaderApplication(["screenshots"])
    with tempfile.TemporaryDirectory() as folder:
        for picture in _PICTURES:
            _take(application, picture, Path(folder))


if __name__ == "__main__":
    _main()
