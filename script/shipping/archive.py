"""Archives and sums that are the same bytes whenever they are made of the same files."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path


def pack(folder: Path, archive: Path, name: str, date: datetime) -> None:
    """Pack a folder into a ``.zip`` or a ``.tar.xz``, as the archive's name has it: sorted, of nobody, all of one date.

    Args:
        folder: what to pack.
        archive: the file to write.
        name: of the folder in the archive.
        date: that everything bears.
    """
    if archive.suffix == ".zip":
        _zip(folder, archive, name, date)
    else:
        _tar(folder, archive, name, date)


def _zip(folder: Path, archive: Path, name: str, date: datetime) -> None:
    moment = date.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                zipped.writestr(entry, path.read_bytes())


def _tar(folder: Path, archive: Path, name: str, date: datetime) -> None:
    def leveled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = int(date.timestamp())
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with tarfile.open(archive, "w:xz", format=tarfile.PAX_FORMAT) as tar:
        # Folders are gone through in the order of their names.
        tar.add(folder, name, filter=leveled)


def sums(files: Iterable[Path]) -> str:
    """What ``sha256sum --check`` reads."""
    return "".join(f"{digest(path)}  {path.name}\n" for path in sorted(files))


def digest(path: Path) -> str:
    """The SHA-256 of a file, or of all that is in a folder: names, links, whether it may be run, bytes."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    whole = hashlib.sha256()
    for inner in sorted(path.rglob("*")):
        whole.update(f"{inner.relative_to(path).as_posix()}\0".encode())
        if inner.is_symlink():
            whole.update(f"-> {inner.readlink()}\0".encode())
        elif inner.is_file():
            whole.update(f"{inner.stat().st_mode & 0o100} {digest(inner)}\0".encode())
    return whole.hexdigest()
