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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens have other names elsewhere")
@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":47119"},
            "The screen “:47119” cannot be reached. Start it from",
        ),
        ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "none"}, "The screen “none” cannot be reached."),
        ({"QT_QPA_PLATFORM": "imax", "DISPLAY": ":47119"}, "Qt cannot open a window here.\n  "),
    ],
)
def test_a_screen_that_does_not_answer_is_a_sentence(tmp_path: Path, told: dict[str, str], sentence: str) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), **told}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-m", "reader"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"jianfan: {sentence}")
    assert "reinstall" not in done.stderr.lower()


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


def test_a_windowed_program_has_no_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = tmp_path / "in.txt"
    text.write_text("头发", encoding="utf-8")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["convert", str(text)]) == 0
    assert main(["convert"]) == 0
    assert main(["convert", str(tmp_path / "nothing")]) == 1


def test_a_command_is_exactly_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("reader.cli.program.open_window", lambda path: opened.append(path) or 0)
    for arguments in (["./convert"], ["Convert"], ["open", "convert"], ["open"], [], ["--", "convert"]):
        assert main(arguments) == 0
    assert opened == [Path("convert"), Path("Convert"), Path("convert"), None, None, Path("convert")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_who_has_enough_is_no_error(tmp_path: Path) -> None:
    text = tmp_path / "in.txt"
    text.write_text("头发花白的人\n" * 100_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "convert", str(text)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().decode() == "頭髮花白的人\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a device")
def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "in.txt"
    text.write_text("头发", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "reader", "convert", str(text)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr.count(b"\n")) == (1, 1)
    assert b"could not be printed" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_interrupted_program_says_nothing() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "convert"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    process.stdin.write("头发\n".encode() * 100_000)
    process.stdin.flush()
    # More than a pipe holds has been taken: it reads.
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of child processes in files")
@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.1])
def test_interrupting_a_program_that_parses_says_nothing(tmp_path: Path, delay: float) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<meta charset=utf-8>" + "<p>船在夜裡靠了岸，<b>沒有人</b>出來迎接。</p>" * 60_000, encoding="utf-8"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "inspect", str(page)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    # Another than the one that tidies up after the others.
    while len(children.read_text().split()) < 2:
        assert process.poll() is None
        time.sleep(0.002)
    time.sleep(delay)
    # As a terminal does: to the program and to all that it has started.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
