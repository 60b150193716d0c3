"""What the tests of the command line share."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def jianfan() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the program in a process of its own, in a system that speaks no Chinese."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "LC_ALL")}
        # Without this Python would take the C locale for one in UTF-8.
        environment |= {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
        return subprocess.run(
            [sys.executable, "-m", "reader", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env=environment,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def book() -> bytes:
    """A small book."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _BOOK.items():
            archive.writestr(name, content)
    return file.getvalue()


_BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    ),
    "book.opf": (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    ),
    "a.xhtml": (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>離岸</h1><p>船在夜裡靠了岸。</p><p>燈塔還亮著。</p>'
        "</body></html>"
    ),
}
