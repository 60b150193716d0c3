"""What every engine can do, and the engines there are."""

from __future__ import annotations

from typing import Protocol

from reader.convert.conversion import Conversion


class Converter(Protocol):
    """Shows a text in another way. Safe to use from several threads."""

    def convert(self, text: str) -> str:
        """The shown form of a text of any length."""

    def convert_aligned(self, text: str) -> Conversion:
        """The shown form of a paragraph, with its alignment."""
