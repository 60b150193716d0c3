"""Tells a file again after it was moved or renamed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

_SAMPLE = 64 << 10


def fingerprint(size: int, read: Callable[[int, int], bytes]) -> str:
    """A hash of a file's size, its beginning and its end.

    Args:
        size: in bytes.
        read: the bytes from one offset to another.
    """
    digest = hashlib.blake2b(str(size).encode(), digest_size=16)
    digest.update(read(0, min(size, _SAMPLE)))
    digest.update(read(max(0, size - _SAMPLE), size))
    return digest.hexdigest()
