"""Writes a text to a file as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Put a text in the place of a file, if there is one: beside it first, so that nothing is lost where that fails.

    A table for spreadsheets (.csv) begins with the mark without which they take it for the system's own encoding.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    beside = path.with_name(f".{path.name}.new")
    encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
    # A text may come with its mark already.
    content = text.removeprefix("\ufeff")
    try:
        beside.write_text(content, encoding=encoding, errors="replace", newline="")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
