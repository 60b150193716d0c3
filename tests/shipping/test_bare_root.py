"""Whatever keeps a bare root from being made is said, and nothing passes in silence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from shipping import acceptance, bare_root
from shipping.bare_root import NoBareRootError, check_privileges, packed_root
from shipping.scenario import UnexpectedError


def test_only_root_may_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare_root.shutil, "which", lambda tool: f"/usr/sbin/{tool}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(NoBareRootError, match="sudo"):
        check_privileges()


def test_a_missing_tool_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare_root.shutil, "which", lambda tool: None if tool == "debootstrap" else tool)
    with pytest.raises(NoBareRootError, match="debootstrap not installed"):
        check_privileges()


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands of the distribution, as a test wants them: scripts that come first in the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(bare_root, "_suite", lambda: "bookworm")
    _script(folder / "apt-cache", 'for name; do :; done\ncase "$name" in new*) exit 100;; esac\necho "Package: $name"')
    _script(folder / "apt-get", "echo http://archive.example/debian bookworm")
    return folder


def _script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
    path.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Debian's")
def test_a_root_is_made_once_of_what_the_archive_has(tools: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    _script(tools / "debootstrap", f'echo "$@" >>{log}\nmkdir -p "$4/etc"\necho bare >"$4/etc/issue"')
    packed = packed_root(["libglib2.0-0", "new-name | old-name", "libc6 (>= 2.35)"])
    assert packed_root(["libc6 (>= 2.35)", "new-name | old-name", "libglib2.0-0"]) == packed
    lines = log.read_text().splitlines()
    assert len(lines) == 1
    assert "--include=libc6,libglib2.0-0,old-name bookworm" in lines[0]
    assert lines[0].endswith(" http://archive.example/debian")
    root = bare_root.unpacked_root(packed)
    assert (root / "etc" / "issue").read_text() == "bare\n"
    assert packed_root(["libc6"]) != packed


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Debian's")
def test_an_archive_that_fails_leaves_nothing_and_is_told(tools: Path, tmp_path: Path) -> None:
    _script(tools / "debootstrap", "echo 'E: Failed getting release file'; exit 1")
    with pytest.raises(NoBareRootError, match="Failed getting release file"):
        packed_root(["libc6"])
    assert list((tmp_path / "cache" / "jianfan-reader").iterdir()) == []
    with pytest.raises(NoBareRootError, match="none of new-one, new-two"):
        packed_root(["new-one | new-two"])


@pytest.mark.parametrize(
    ("error", "arguments", "status", "told"),
    [
        (None, [], 0, ""),
        (UnexpectedError("no window"), ["--where-possible"], 1, "FAILED: no window"),
        (TimeoutError("too slow"), [], 1, "FAILED: too slow"),
        (NoBareRootError("no rights"), [], 3, "NOT TRIED in a bare root: no rights."),
        (NoBareRootError("no rights"), ["--where-possible"], 0, "NOT TRIED in a bare root: no rights."),
    ],
)
def test_the_status_says_what_was_tried(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception | None,
    arguments: list[str],
    status: int,
    told: str,
) -> None:
    def everything(_: Path):
        yield "built"
        if error:
            raise error

    monkeypatch.setattr(acceptance, "_everything", everything)
    monkeypatch.setattr(sys, "argv", ["acceptance", *arguments, str(tmp_path)])
    assert acceptance.main() == status
    said = capsys.readouterr()
    assert "built" in said.out
    assert told in said.err
