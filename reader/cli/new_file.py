"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reader.cli.errors import Unwritable


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and put it there when all is written; after an error, what was there stays.

    A link is followed, and the permissions of the file that was there are kept. What is no regular file, such as
    ``/dev/null``, is written as it is.

    Raises:
        Unwritable: the system does not let it be written.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as stream:
                yield stream
            return
        with _replacing(target, mode) as stream:
            yield stream
    except OSError as error:
        raise Unwritable(path, error.strerror or str(error)) from error


@contextmanager
def _replacing(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_mask())
        written.replace(target)
    except BaseException:
        with suppress(OSError):
            written.unlink()
        raise


def _mask() -> int:
    """The permissions that new files are not given. It can only be asked by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
