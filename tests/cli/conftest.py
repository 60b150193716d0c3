"""What the tests of the command line share."""

from __future__ import annotations

import os
import subprocess
import sys
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
