"""The file that was dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_file(dragged: QMimeData) -> Path | None:
    """The first local file among what is dragged, or None."""
    return next((Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()), None)
