"""Reads the parts of a zip archive that nobody vouches for."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path
from urllib.parse import unquote

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits

#: What reading a broken archive raises.
_BROKEN = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)


class Archive:
    """The entries of a zip file, by name. Nothing is ever unpacked to the disk, and a name is only ever a key."""

    def __init__(self, path: Path) -> None:
        """Open an archive.

        Raises:
            UnreadableFile: DAMAGED or TOO_LARGE.
        """
        self._path = path
        self._taken = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise UnreadableFile(path, Unreadable.DAMAGED, str(error)) from error
        entries = self._zip.infolist()
        if len(entries) > limits.ENTRIES:
            self._zip.close()
            raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{len(entries)} entries")
        if len({entry.header_offset for entry in entries}) < len(entries):
            self._zip.close()
            raise UnreadableFile(path, Unreadable.TOO_LARGE, "entries share their content")
        self.names: dict[str, zipfile.ZipInfo] = {entry.filename: entry for entry in entries}
        self._folded: dict[str, str] = {}
        for name in self.names:
            self._folded.setdefault(name.lower(), name)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def find(self, base: str, href: str) -> str | None:
        """The name of the entry that a relative reference means, or None: also where it leads out of the archive.

        Args:
            base: the folder that the reference is relative to.
            href: as written, percent-encoded or not; its fragment is ignored.
        """
        path = href.partition("#")[0]
        for spelling in (unquote(path), path):
            if not spelling or ":" in spelling.partition("/")[0] or "\\" in spelling or "\0" in spelling:
                continue
            name = posixpath.normpath(posixpath.join("/", base, spelling)).lstrip("/")
            if spelling.startswith("/"):
                name = posixpath.normpath(spelling).lstrip("/")
            if name in self.names:
                return name
            if name.lower() in self._folded:
                return self._folded[name.lower()]
        return None

    def read(self, name: str, most: int | None = None) -> bytes:
        """An entry's content: no more bytes than ``most``, or ``ENTRY_SIZE``.

        Raises:
            UnreadableFile: PROTECTED, TOO_LARGE or DAMAGED.
        """
        entry = self.names[name]
        if entry.flag_bits & 1:
            raise UnreadableFile(self._path, Unreadable.PROTECTED, name[:80])
        if entry.file_size > (limits.ENTRY_SIZE if most is None else most):
            raise UnreadableFile(self._path, Unreadable.TOO_LARGE, name[:80])
        try:
            # The size that an entry claims is as little to be believed as the rest of it.
            with self._zip.open(entry) as stream:
                content = stream.read(entry.file_size + 1)
        except _BROKEN as error:
            raise UnreadableFile(self._path, Unreadable.DAMAGED, f"{name[:80]}: {error}") from error
        self._taken += len(content)
        if self._taken > limits.TOTAL_SIZE:
            raise UnreadableFile(self._path, Unreadable.TOO_LARGE, name[:80])
        return content

    def head(self, name: str, length: int) -> bytes | None:
        """The first bytes of an entry; None where there is none, or it cannot be read."""
        entry = self.names.get(name)
        if entry is None or entry.flag_bits & 1:
            return None
        try:
            with self._zip.open(entry) as stream:
                return stream.read(length)
        except _BROKEN:
            return None


def read_image(path: Path, name: str) -> bytes | None:
    """A picture in an archive; None if it cannot be had, or is larger than ``IMAGE_SIZE``."""
    try:
        archive = Archive(path)
    except UnreadableFile:
        return None
    try:
        return archive.read(name, limits.IMAGE_SIZE) if name in archive.names else None
    except UnreadableFile:
        return None
    finally:
        archive.close()
