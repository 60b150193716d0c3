from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Unreadable, UnreadableFile
from reader.formats import source as source_module
from reader.formats.source import FileSource, MemorySource, open_source
from reader.model.document import FileChange

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")

CONTENT = bytes(index * 7 % 251 for index in range(400_000))


@pytest.fixture
def in_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are read as large ones are."""
    monkeypatch.setattr(source_module, "WHOLE_LIMIT", 1000)


def reason_of(path: Path) -> Unreadable:
    with pytest.raises(UnreadableFile) as caught:
        open_source(path)
    assert caught.value.path == path
    return caught.value.reason


def test_a_small_file_is_read_whole(written: Callable[..., Path]):
    source = open_source(written("一二三"))
    assert isinstance(source, MemorySource)
    assert source.size == 9
    assert source.read(3, 6) == "二".encode()
    source.close()
    source.close()
    assert source.read(0, 3) == "一".encode()


@pytest.mark.usefixtures("in_windows")
def test_a_large_file_is_read_where_it_is_asked_for(written: Callable[..., Path]):
    source = open_source(written(CONTENT))
    assert isinstance(source, FileSource)
    assert source.size == len(CONTENT)
    window = source_module._WINDOW
    for start in (0, 1, window - 1, window, 3 * window - 10, len(CONTENT) - 5):
        for length in (0, 1, 20, window, window + 1, 3 * window):
            end = min(start + length, len(CONTENT))
            assert source.read(start, end) == CONTENT[start:end]
    source.close()
    source.close()


@pytest.mark.usefixtures("in_windows")
def test_few_windows_are_kept(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source_module, "_WINDOWS_KEPT", 2)
    source = open_source(written(CONTENT))
    assert isinstance(source, FileSource)
    for start in range(0, len(CONTENT), 50_000):
        source.read(start, start + 10)
    assert len(source._windows) == 2
    source.close()


@pytest.mark.usefixtures("in_windows")
def test_bytes_that_the_file_has_lost_read_as_line_feeds(written: Callable[..., Path]):
    path = written(CONTENT)
    source = open_source(path)
    os.truncate(path, 100_001)
    assert source.read(99_999, 100_009) == CONTENT[99_999:100_001] + b"\n" * 8
    assert source.read(200_000, 200_004) == b"\n" * 4
    assert source.read(0, len(CONTENT)) == CONTENT[:100_001] + b"\n" * (len(CONTENT) - 100_001)
    assert source.file_change() is FileChange.CHANGED
    source.close()


@pytest.mark.usefixtures("in_windows")
@pytest.mark.parametrize("filler", [b"\n\0", b"\0\n", b"\n\0\0\0"])
def test_the_filler_is_aligned(written: Callable[..., Path], filler: bytes):
    path = written(CONTENT)
    source = open_source(path)
    os.truncate(path, 99_999)
    lost = source.read(99_996, 100_096, filler)
    assert lost[:3] == CONTENT[99_996:99_999]
    assert lost[4:] == filler * (96 // len(filler))
    source.close()


@pytest.mark.usefixtures("in_windows")
def test_a_closed_file_reads_as_a_lost_one(written: Callable[..., Path]):
    source = open_source(written(CONTENT))
    source.close()
    assert source.read(70_000, 70_003) == b"\n\n\n"


@pytest.mark.usefixtures("in_windows")
def test_threads_read_and_close_at_once(written: Callable[..., Path]):
    source = open_source(written(CONTENT))
    wrong: list[int] = []

    def read(seed: int) -> None:
        for step in range(300):
            start = (seed * 7919 + step * 104_729) % (len(CONTENT) - 100)
            if source.read(start, start + 100) not in (CONTENT[start : start + 100], b"\n" * 100):
                wrong.append(start)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    source.close()
    for thread in threads:
        thread.join()
    assert not wrong


@given(content=st.binary(max_size=50), start=st.integers(0, 50), length=st.integers(0, 50))
def test_memory_reads_what_it_holds(content: bytes, start: int, length: int):
    source = MemorySource(content)
    start = min(start, source.size)
    end = min(start + length, source.size)
    assert source.read(start, end) == content[start:end]
    assert source.file_change() is None


def test_changes_are_seen(written: Callable[..., Path]):
    path = written("一")
    source = open_source(path)
    assert source.file_change() is None
    path.write_text("二三", encoding="utf-8")
    assert source.file_change() is FileChange.CHANGED
    path.unlink()
    assert source.file_change() is FileChange.VANISHED


def test_a_file_put_in_its_place_is_a_change(written: Callable[..., Path]):
    path = written("一")
    source = open_source(path)
    status = path.stat()
    other = written("二", "other.txt")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert source.file_change() is FileChange.CHANGED


def test_what_is_no_file_is_refused(tmp_path: Path):
    assert reason_of(tmp_path / "nothing.txt") is Unreadable.MISSING
    assert reason_of(tmp_path) is Unreadable.DIRECTORY
    assert reason_of(tmp_path / ("x" * 5000)) is Unreadable.FAILED
    assert reason_of(tmp_path / "nul\0.txt") is Unreadable.FAILED


@posix_only
def test_pipes_devices_sockets_and_loops_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert reason_of(pipe) is Unreadable.NOT_A_FILE
    assert reason_of(Path("/dev/zero")) is Unreadable.NOT_A_FILE
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert reason_of(loop) is Unreadable.FAILED
    assert reason_of(loop / "inside.txt") is Unreadable.FAILED
    (tmp_path / "file.txt").write_text("一", encoding="utf-8")
    assert reason_of(tmp_path / "file.txt" / "inside.txt") is Unreadable.MISSING
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)  # a socket's name must be short
        listener.bind("s")
        assert reason_of(tmp_path / "s") is Unreadable.NOT_A_FILE


@posix_only
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read anything")
def test_a_forbidden_file_is_refused(written: Callable[..., Path]):
    path = written("一")
    path.chmod(0)
    assert reason_of(path) is Unreadable.FORBIDDEN


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="Linux")
def test_a_file_without_a_size_is_read_to_its_end():
    source = open_source(Path("/proc/self/maps"))
    assert source.size > 0
    assert source.read(0, source.size).count(b"\n") > 3


@posix_only
def test_no_descriptor_is_left_open(tmp_path: Path, written: Callable[..., Path]):
    def opened() -> int:
        return len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0  # noqa: PTH208

    path = written("一")
    before = opened()
    open_source(path)
    reason_of(tmp_path)
    reason_of(Path("/dev/zero"))
    assert opened() == before


def test_a_file_that_nobody_closes_is_let_go_with_its_source(in_windows, tmp_path):
    path = tmp_path / "book.txt"
    path.write_bytes(CONTENT)
    source = open_source(path)
    assert isinstance(source, FileSource)
    descriptor = source._descriptor
    assert os.fstat(descriptor).st_size == len(CONTENT)
    del source
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(descriptor)
