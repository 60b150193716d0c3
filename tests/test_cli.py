"""The command line, in processes of its own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import main


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_wrong_usage_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--nonsense"])
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
def test_no_screen_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["text.txt"]) == 1
    assert "screen" in capsys.readouterr().err


def test_qt_is_loaded_by_the_window_only() -> None:
    program = "import sys, reader.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_program_that_is_asked_to_end_remembers(tmp_path: Path, name: str) -> None:
    text = tmp_path / "文 章.txt"
    text.write_text("春天到了，河邊的柳樹發芽。\n" * 200, encoding="utf-8")
    home = tmp_path / "home"
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([sys.executable, "-m", "reader", str(text)], env=environment)
    database = home / "jianfan-reader" / "library.sqlite3"
    try:
        for _ in range(300):
            if database.exists() and _opened(database):
                break
            time.sleep(0.1)
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
    assert _opened(database) == [os.fsencode(text)]
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM window").fetchone()[0] == 2
    connection.close()


def _opened(database: Path) -> list[bytes]:
    connection = sqlite3.connect(database)
    try:
        return [row[0] for row in connection.execute("SELECT path FROM file")]
    except sqlite3.OperationalError:
        return []
    finally:
        connection.close()
