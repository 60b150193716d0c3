"""The version of Qt for Python that ``pyproject.toml`` asks for keeps None alive."""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextLayout


def test_no_reference_to_none_is_lost(qapp):
    before = sys.getrefcount(None)
    for _ in range(10_000):
        layout = QTextLayout("船")
        layout.beginLayout()
        layout.createLine().setLineWidth(100)
        layout.endLayout()
        # PySide6 6.12.0 loses several at every turn on Python 3.11, until the process is killed: do not wait for that.
        # From 3.12 on, None is immortal and its count fixed.
        assert sys.getrefcount(None) > before - 100
