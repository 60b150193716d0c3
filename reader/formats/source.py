"""The bytes of a file, wherever they are asked for."""

from __future__ import annotations

import errno
import os
import stat
from abc import ABC, abstractmethod
from collections import OrderedDict
from pathlib import Path
from threading import Lock

from reader.errors import Unreadable, UnreadableFile
from reader.model.document import FileChange

#: Files up to this many bytes are read whole and let go of at once; larger ones stay open and are read where needed.
WHOLE_LIMIT = 32 << 20

_WINDOW = 64 << 10
_WINDOWS_KEPT = 32

#: A pipe or a device must not make ``open`` wait, and no child process may inherit the file. Windows knows neither
#: flag, but tells text from binary files.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


class Source(ABC):
    """Bytes with a fixed size, whatever happens to the file. Safe to read from several threads.

    Never a memory map: a mapped file that another program cuts short kills the process.

    Attributes:
        size: in bytes, as it was when the file was opened.
        fingerprint: tells whether the file is still what it was; None for bytes that are no file's.
    """

    size: int
    fingerprint: Fingerprint | None

    @abstractmethod
    def read(self, start: int, end: int, filler: bytes = b"\n") -> bytes:
        """The bytes from ``start`` to ``end``, ``0 <= start <= end <= size``. Never fails and never comes short.

        Args:
            start: offset of the first byte.
            end: offset behind the last byte.
            filler: stands, over and over and aligned to its own length, where the file has lost its bytes.
        """

    @abstractmethod
    def again(self) -> Source:
        """The same bytes, to be closed by themselves. Of a source that is closed, one that is closed as well."""

    @abstractmethod
    def file_change(self) -> FileChange | None:
        """What happened to the file since it was opened, or None."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file. Calling it twice is harmless."""


class Fingerprint:
    """What told a file from any other when it was opened. Outlives the source that it was taken from."""

    def __init__(self, path: Path, status: os.stat_result) -> None:
        self._path = path
        self._mark = self._mark_of(status)

    @staticmethod
    def _mark_of(status: os.stat_result) -> tuple[int, int, int, int]:
        return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns

    def change(self) -> FileChange | None:
        """What happened to the file since then. A file that cannot be looked at counts as gone."""
        try:
            status = self._path.stat()
        except OSError:
            return FileChange.VANISHED
        return None if self._mark_of(status) == self._mark else FileChange.CHANGED


class MemorySource(Source):
    """A file that was read whole: nothing that happens to it afterwards is seen."""

    def __init__(self, content: bytes, fingerprint: Fingerprint | None = None) -> None:
        self.size = len(content)
        self._content = content
        self.fingerprint = fingerprint

    def read(self, start: int, end: int, filler: bytes = b"\n") -> bytes:
        """The bytes as they were."""
        return self._content[start:end]

    def again(self) -> MemorySource:
        """The same bytes, held once."""
        return MemorySource(self._content, self.fingerprint)

    def file_change(self) -> FileChange | None:
        """What happened to the file since, or None; nothing ever happens to bytes without one."""
        return self.fingerprint.change() if self.fingerprint else None

    def close(self) -> None:
        """Nothing to do: the file was closed when it had been read."""


class FileSource(Source):
    """A file that stays open and is read in windows, of which the latest are kept."""

    def __init__(
        self, descriptor: int | None, size: int, fingerprint: Fingerprint | None, lock: Lock | None = None
    ) -> None:
        self.size = size
        self._descriptor = descriptor
        self.fingerprint = fingerprint
        self._windows: OrderedDict[int, bytes] = OrderedDict()
        # Held while reading as well: a descriptor that another thread closes meanwhile may already be another file's.
        self._lock = lock or Lock()

    def read(self, start: int, end: int, filler: bytes = b"\n") -> bytes:
        """The bytes as they are, or as they were when their window was read."""
        with self._lock:
            data = self._stretch(start, end) if end - start > _WINDOW else self._windowed(start, end)
        lost = end - start - len(data)
        if lost <= 0:
            return data
        phase = (start + len(data)) % len(filler)
        return data + (filler * (lost // len(filler) + 2))[phase : phase + lost]

    def again(self) -> FileSource:
        """Another descriptor of the same open file, which reads on even if the file was replaced meanwhile."""
        with self._lock:
            descriptor = os.dup(self._descriptor) if self._descriptor is not None else None
        # Where a descriptor has to be set to a place to be read there, both share that place, and so the lock.
        return FileSource(descriptor, self.size, self.fingerprint, self._lock)

    def file_change(self) -> FileChange | None:
        """What happened to the file since, or None."""
        return self.fingerprint.change() if self.fingerprint else None

    def close(self) -> None:
        """Let go of the file. From then on it reads as one that has lost all its bytes."""
        with self._lock:
            descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def __del__(self) -> None:
        """A document that came too late to be shown is dropped, and nobody closes it."""
        self.close()

    def _windowed(self, start: int, end: int) -> bytes:
        """Bytes that one window holds, or two neighbours. Short where the file is."""
        first = start - start % _WINDOW
        data = self._window(first)[start - first : end - first]
        if end > first + _WINDOW and len(data) == first + _WINDOW - start:
            data += self._window(first + _WINDOW)[: end - first - _WINDOW]
        return data

    def _window(self, start: int) -> bytes:
        window = self._windows.get(start)
        if window is None:
            window = self._windows[start] = self._stretch(start, min(start + _WINDOW, self.size))
            if len(self._windows) > _WINDOWS_KEPT:
                self._windows.popitem(last=False)
        else:
            self._windows.move_to_end(start)
        return window

    def _stretch(self, start: int, end: int) -> bytes:
        """Bytes straight from the file. Short where the file is, or cannot be read any more."""
        pieces = []
        try:
            while start < end and self._descriptor is not None:
                piece = _read_at(self._descriptor, start, end - start)
                if not piece:
                    break
                pieces.append(piece)
                start += len(piece)
        except OSError:
            # A disk that was pulled out, a share that went away: the same to the reader as a file cut short.
            pass
        return b"".join(pieces)


if hasattr(os, "pread"):

    def _read_at(descriptor: int, start: int, length: int) -> bytes:
        return os.pread(descriptor, length, start)

else:  # Windows

    def _read_at(descriptor: int, start: int, length: int) -> bytes:
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, length)


def open_source(path: Path) -> Source:
    """Open a regular file for reading, without ever waiting for a pipe or a device.

    Raises:
        UnreadableFile: MISSING, DIRECTORY, NOT_A_FILE, FORBIDDEN or FAILED.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, _reason(path, error), str(error)) from error
    keep = False
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(path, Unreadable.DIRECTORY)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(path, Unreadable.NOT_A_FILE)
        fingerprint = Fingerprint(path, status)
        if status.st_size > WHOLE_LIMIT:
            keep = True
            return FileSource(descriptor, status.st_size, fingerprint)
        return MemorySource(_read_whole(descriptor, status.st_size), fingerprint)
    except OSError as error:
        raise UnreadableFile(path, _reason(path, error), str(error)) from error
    finally:
        if not keep:
            os.close(descriptor)


def _read_whole(descriptor: int, size: int) -> bytes:
    """Up to ``size`` bytes; up to ``WHOLE_LIMIT`` of a file that says it has none, as those of ``/proc`` do."""
    missing = size or WHOLE_LIMIT
    pieces = []
    while missing and (piece := os.read(descriptor, min(missing, 1 << 20 if not size else missing))):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def _reason(path: Path, error: OSError | ValueError) -> Unreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unreadable.MISSING
    if isinstance(error, PermissionError):
        # Windows refuses to open a folder as it refuses a file that may not be read.
        return Unreadable.DIRECTORY if path.is_dir() else Unreadable.FORBIDDEN
    if isinstance(error, IsADirectoryError):
        return Unreadable.DIRECTORY
    if isinstance(error, BlockingIOError) or getattr(error, "errno", None) == errno.ENXIO:
        return Unreadable.NOT_A_FILE
    return Unreadable.FAILED
