"""Opening what is large: first paint, the outline behind it, memory, and how soon the work can be given up.

    python tests/benchmarks/formats.py

Each file is opened in a process of its own. Times in seconds, memory in MB beyond what the window takes without a file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

_SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著；他把信收進外套，往山上走去。"
_SIMPLE = "船在夜里靠了岸，没有人出来迎接，只有灯塔还亮着；他把信收进外套，往山上走去。"
_WINDOW = (1280, 840)


def _novel(path: Path, size: int, encoding: str, sentence: str) -> None:
    with path.open("wb") as file:
        number = 0
        while file.tell() < size:
            number += 1
            chapter = f"第{number}章　夜航\n" + f"　　{sentence * 4}\n" * 40
            file.write(chapter.encode(encoding))


def _book(path: Path, chapters: int) -> None:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(chapters))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(chapters))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "a.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for number in range(chapters):
            body = f"<h1>第{number + 1}章</h1>" + f"<p>{_SENTENCE * 3}</p>" * 25
            archive.writestr(
                f"c{number}.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
            )


def _files(folder: Path) -> dict[str, Path]:
    files = {
        "2 KB, UTF-8": folder / "small.txt",
        "100 MB, UTF-8": folder / "utf8.txt",
        "100 MB, GB18030": folder / "gb.txt",
        "one line of 5 MB": folder / "line.txt",
        "10 million lines": folder / "lines.txt",
        "EPUB, 30 chapters": folder / "small.epub",
        "EPUB, 3,000 chapters": folder / "large.epub",
    }
    _novel(files["2 KB, UTF-8"], 2 << 10, "utf-8", _SENTENCE)
    _novel(files["100 MB, UTF-8"], 100 << 20, "utf-8", _SENTENCE)
    _novel(files["100 MB, GB18030"], 100 << 20, "gb18030", _SIMPLE)
    files["one line of 5 MB"].write_text(_SENTENCE * (5_000_000 // len(_SENTENCE.encode())), encoding="utf-8")
    with files["10 million lines"].open("w", encoding="utf-8") as file:
        for _ in range(100):
            file.write("短短的一行\n" * 100_000)
    _book(files["EPUB, 30 chapters"], 30)
    _book(files["EPUB, 3,000 chapters"], 3000)
    return files


def _measure(path: Path) -> dict[str, float]:
    from PySide6.QtCore import QEventLoop
    from read import _resident

    from reader.app import ReaderProgram, keep_window_quick
    from reader.ui.application import ReaderApplication

    application = ReaderApplication(["benchmark"])
    program = ReaderProgram(application, None, path.parent / "errors.log")
    keep_window_quick()
    program.window.resize(*_WINDOW)
    program.window.show()
    application.processEvents()
    session, view = program.session, program.window.article.view
    before = _resident()
    found: dict[str, float] = {}

    loop = QEventLoop()
    session.opened.connect(loop.quit)
    start = time.perf_counter()
    session.open(path)
    if not session.document:
        loop.exec()
    view.viewport().repaint()
    found["paint"] = time.perf_counter() - start

    longest = 0.0
    while session.is_opening or not session.outline.is_complete:
        step = time.perf_counter()
        application.processEvents()
        longest = max(longest, time.perf_counter() - step)
        time.sleep(0.001)
    found["outline"] = time.perf_counter() - start
    found["stall"] = longest
    found["memory"] = _resident() - before

    # Another file in the middle of counting this one.
    session.reload()
    loop.exec()
    application.processEvents()
    start = time.perf_counter()
    session.open(path.with_name("small.txt"))
    loop.exec()
    view.viewport().repaint()
    found["cancel"] = time.perf_counter() - start
    start = time.perf_counter()
    program.window.close()
    program.close()
    found["close"] = time.perf_counter() - start
    return found


def _main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(_measure(Path(sys.argv[1]))))
        return
    names = ("paint", "outline", "stall", "memory", "cancel", "close")
    print(f"{'':22}" + "".join(f"{name:>10}" for name in names))
    with tempfile.TemporaryDirectory() as folder:
        for name, path in _files(Path(folder)).items():
            said = subprocess.run(
                [sys.executable, __file__, str(path)], capture_output=True, text=True, check=True
            ).stdout.splitlines()[-1]
            found = json.loads(said)
            print(f"{name:22}" + "".join(f"{found[key]:10.3f}" for key in names))


if __name__ == "__main__":
    _main()
