"""What a reader does with the program in a first and a second sitting, and what has to come of it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from shipping.identity import PACKAGE
from shipping.pictures import ink, likeness, nearby, within_window
from shipping.places import USER, Place
from shipping.screen import Screen

#: In mainland China's script and encoding, with a name that has Chinese and a space in it.
_FILE = "三 国/讀 書记.txt"
_TEXT = "第一章 济南的春天\n\n" + "\n".join(
    f"第{number}段，济南的软件公司在河边，头发花白的老人说：面条很好吃，里面有干净的汤。" for number in range(300)
)
_SEARCHED, _COLOURED = "济南", "头发"

#: Lines of the article in a window of its usual size, from its upper left corner; nothing else stands there.
_ARTICLE = (310, 190, 500, 500)

#: How much of an article is ink, at least.
_WRITTEN = 0.02

#: At most so like is an article that has changed, and at least so like one that has been left and found again.
_SAME = 0.9995
_ALIKE = 0.97

#: Seconds for the program to end.
_CLOSING = 30


class UnexpectedError(Exception):
    """The program did something else than it has to."""


def read_twice(place: Place, language: str, pictures: Path) -> Iterator[str]:
    """Open a file, switch the script, turn pages, search, colour a word, close; and start again at the same place.

    Args:
        place: where.
        language: what ``LANG`` is.
        pictures: the folder for a picture of each step.

    Yields:
        What has been found to be right.

    Raises:
        UnexpectedError: something was not.
    """
    # A home of its own: nothing of an earlier sitting is remembered.
    home = f"{place.home}/{language}"
    path = f"{home}/{_FILE}"
    _write(place, home, path)
    environment = {"LANG": language, "HOME": home}

    def kept(picture: QImage, step: str) -> QImage:
        picture.save(str(pictures / f"{place.name.replace(' ', '-')}-{language}-{step}.png"))
        return _article(picture)

    def unlike(article: QImage, step: str) -> QImage:
        """The article when it has become another one."""
        try:
            found = screen.at_rest(lambda now: likeness(_article(now), article) < _SAME, _article)
        except TimeoutError as error:
            kept(screen.picture(), step)
            raise UnexpectedError(f"nothing changes in the text: {step}") from error
        return kept(found, step)

    with Screen() as screen:
        environment["DISPLAY"] = screen.display
        with _started(place, path, environment, screen) as process:
            opened = kept(screen.picture(), "1-opened")
            yield "opened a GB18030 file with a Chinese name and a space in its path"

            screen.press("ctrl+4")
            converted = unlike(opened, "2-taiwan")
            yield "switched to Taiwan's script"

            screen.press("space")
            turned = unlike(converted, "3-turned")
            screen.press("ctrl+f")
            screen.paste(_SEARCHED)
            found = unlike(turned, "4-found")
            # Once out of the box, once out of the search.
            screen.press("Return", "Escape", "Escape")
            left = unlike(found, "5-left")
            yield f"searched for {_SEARCHED}, which stands there as 濟南"

            screen.press("ctrl+shift+h")
            screen.paste(_COLOURED)
            screen.press("Return")
            coloured = unlike(left, "6-coloured")
            yield f"coloured {_COLOURED}"
            _close(screen, process)
        place_then = _remembered(place, home, path)
        yield "closed; the store holds the place, the script, the search and the word"

        with _started(place, path, environment, screen) as process:
            again = screen.picture()
            kept(again, "7-again")
            _expect(nearby(coloured, again, *_ARTICLE[:2]) > _ALIKE, "the second sitting shows what the first one left")
            _close(screen, process)
        _expect(_remembered(place, home, path) == place_then, "the place is the same")
        yield "started again at the same place"


def _article(picture: QImage) -> QImage:
    return within_window(picture, *_ARTICLE)


@contextmanager
def _started(
    place: Place, path: str, environment: Mapping[str, str], screen: Screen
) -> Iterator[subprocess.Popen[bytes]]:
    blank = screen.picture()
    process = place.start([path], environment)
    try:
        try:
            screen.focus()
            screen.at_rest(lambda now: now != blank and ink(_article(now)) > _WRITTEN, _article)
        except (TimeoutError, subprocess.SubprocessError) as error:
            process.kill()
            raise UnexpectedError(f"no window: {_said(process)}") from error
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()


def _close(screen: Screen, process: subprocess.Popen[bytes]) -> None:
    screen.press("ctrl+q")
    try:
        status = process.wait(_CLOSING)
    except subprocess.TimeoutExpired as error:
        raise UnexpectedError("it does not close") from error
    said = _said(process)
    _expect(status == 0, f"it ends with 0, not {status}: {said}")
    _expect(said == "", f"it says nothing, not {said!r}")


def _said(process: subprocess.Popen[bytes]) -> str:
    said = b"".join(pipe.read() for pipe in (process.stdout, process.stderr) if pipe)
    # Qt says that it does what it is asked to in any case: a locale without UTF-8 is treated as one with it.
    lines = [line for line in said.decode(errors="replace").splitlines() if line]
    return "\n".join(lines) if not any("locale" in line for line in lines) else ""


def _remembered(place: Place, home: str, path: str) -> int:
    """Where in the file the reader was, as the store has it, when all else in it is as it has to be."""
    database = place.outside(f"{home}/.local/share/{PACKAGE}/library.sqlite3")
    for _ in range(20):
        if database.exists():
            break
        time.sleep(0.1)
    with closing(sqlite3.connect(database)) as store:
        files = store.execute("SELECT path, address FROM file WHERE path = ?", (os.fsencode(path),)).fetchall()
        words = [row[0] for row in store.execute("SELECT text FROM keyword")]
        settings = {name: json.loads(value) for name, value in store.execute("SELECT name, value FROM setting")}
    _expect(len(files) == 1, "the file is remembered")
    _expect(files[0][1] > 0, "the place is not the beginning")
    _expect(words == [_COLOURED], f"one word is coloured, not {words}")
    _expect(settings["script"] == "zh-Hant-TW", "the script is remembered")
    _expect(_SEARCHED in settings["recent_queries"], "the search is remembered")
    return int(files[0][1])


def _write(place: Place, home: str, path: str) -> None:
    outside = place.outside(path)
    outside.parent.mkdir(parents=True, exist_ok=True)
    outside.write_bytes(_TEXT.encode("gb18030"))
    if place.home != str(place.outside(place.home)):
        for each in (outside, outside.parent, place.outside(home)):
            os.chown(each, USER, USER)


def _expect(is_right: bool, what: str) -> None:
    if not is_right:
        raise UnexpectedError(f"not so: {what}")
