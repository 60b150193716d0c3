"""Arguments as they were typed."""

from __future__ import annotations


def as_typed(argument: str) -> str:
    """An argument in which Chinese counts as such where the system's encoding is ASCII, as with ``LANG=C``.

    Python then has each byte as a lone surrogate. What does not become UTF-8 is left as it is; so are names of files,
    which the system has to be given as they came.
    """
    try:
        return argument.encode("utf-8", "surrogateescape").decode()
    except UnicodeError:
        return argument
