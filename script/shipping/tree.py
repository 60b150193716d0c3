"""The program as it lies in the folders of a Linux system, for packages of all kinds."""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import datetime
from pathlib import Path

from shipping import completions, desktop, icons
from shipping.command_line import command_lines
from shipping.identity import COMMAND, IDENTIFIER, PACKAGE, ROOT
from shipping.manual import manual

_SHARE = Path("usr/share")


def lay_out(bundle: Path, top: Path, date: datetime) -> None:
    """Copy a bundle below ``top/usr``, and write beside it what desktops and shells look for.

    Args:
        bundle: the folder that ``build.spec`` made.
        top: an empty folder, or none yet.
        date: of the release.
    """
    home = top / "usr" / "lib" / PACKAGE
    shutil.copytree(bundle, home, symlinks=True)
    link = top / "usr" / "bin" / COMMAND
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{PACKAGE}/{COMMAND}")

    lines = command_lines()
    share = top / _SHARE
    _write(share / "applications" / f"{IDENTIFIER}.desktop", desktop.desktop_entry())
    _write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", desktop.metainfo(date))
    _write(share / "bash-completion" / "completions" / COMMAND, completions.bash(lines))
    _write(share / "zsh" / "vendor-completions" / f"_{COMMAND}", completions.zsh(lines))
    _write(share / "fish" / "vendor_completions.d" / f"{COMMAND}.fish", completions.fish(lines))
    _write(share / "man" / "man1" / f"{COMMAND}.1.gz", _compressed(manual(lines, date)))
    themes = share / "icons" / "hicolor"
    for edge in icons.HICOLOR:
        _write(themes / f"{edge}x{edge}" / "apps" / f"{IDENTIFIER}.png", icons.png(edge))
    _write(themes / "scalable" / "apps" / f"{IDENTIFIER}.svg", icons.SOURCE.read_bytes())
    _write(share / "doc" / PACKAGE / "changelog.gz", _compressed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))


def set_modes(top: Path, date: datetime) -> None:
    """Give every file the mode that its kind has in packages, and the date of the release, whoever made it."""
    for path in sorted(top.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.is_dir() or (path.name in (COMMAND, "AppRun") and path.parent.name != "completions")
            path.chmod(0o755 if is_program else 0o644)
        _date(path, date)
    top.chmod(0o755)
    _date(top, date)


def _date(path: Path, date: datetime) -> None:
    os.utime(path, (date.timestamp(), date.timestamp()), follow_symlinks=False)


def _compressed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
