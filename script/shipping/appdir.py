"""The folder that becomes an AppImage as soon as its runtime is put before it (AppImage's specification of AppDirs)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from shipping import desktop, icons
from shipping.identity import COMMAND, IDENTIFIER, PACKAGE
from shipping.tree import lay_out, set_modes


def make_appdir(bundle: Path, target: Path, date: datetime) -> None:
    """Lay the program out as an AppDir.

    Args:
        bundle: the folder that ``build.spec`` made.
        target: the AppDir; nothing may be there yet.
        date: of the release.
    """
    lay_out(bundle, target, date)
    (target / f"{IDENTIFIER}.desktop").write_text(desktop.desktop_entry(), encoding="utf-8")
    (target / f"{IDENTIFIER}.png").write_bytes(icons.png(256))
    (target / ".DirIcon").symlink_to(f"{IDENTIFIER}.png")
    (target / "AppRun").symlink_to(f"usr/lib/{PACKAGE}/{COMMAND}")
    set_modes(target, date)
