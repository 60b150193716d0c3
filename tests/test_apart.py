"""Processes of the program's own: how they are started, bounded and ended."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from operator import methodcaller
from pathlib import Path
from pickle import PicklingError

import pytest

from reader.apart import ProcessApart, end_all

#: What a process does that waits until it is ended, or spoken to.
WAIT = methodcaller("poll", 600)


def running() -> set[int | None]:
    """The numbers of this program's other processes."""
    return {child.pid for child in multiprocessing.active_children()}


@pytest.mark.parametrize("kind", ["sleeping", "waiting"])
def test_only_processes_of_a_kind_are_ended(kind: str) -> None:
    made = {name: ProcessApart(WAIT, kind=name) for name in ("sleeping", "waiting")}
    end_all(kind)
    with pytest.raises(EOFError):
        made.pop(kind).connection.recv_bytes()
    (other,) = made.values()
    assert not other.connection.poll(0)
    other.end()
    assert other.connection.closed


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_is_ended_once_and_tells_how() -> None:
    before = running()
    process = ProcessApart(WAIT, kind="sleeping")
    assert process.end() == process.end() == -9
    process.kill()
    assert running() == before


def test_it_may_end_by_itself() -> None:
    process = ProcessApart(methodcaller("close"), kind="ending")
    with pytest.raises(EOFError):
        process.connection.recv_bytes()
    assert process.end(60) == 0


def test_what_cannot_be_started_leaves_nothing_open() -> None:
    before = running()
    with pytest.raises((AttributeError, PicklingError), match="local object"):
        ProcessApart(lambda connection: None, kind="local")
    assert running() == before


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space")
def test_a_process_that_takes_too_much_memory_is_stopped(tmp_path: Path):
    code = (
        "from reader.apart import restrict\nrestrict(1 << 30, 60)\n"
        "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    print('stopped')\n"
        "try:\n    open('written', 'wb', 0).write(b'x' * 100)\nexcept OSError:\n    print('unwritten')\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert found.stdout.split() == ["stopped", "unwritten"]
