"""The written forms of Chinese that a reader can ask for."""

from __future__ import annotations

from enum import Enum


class Script(Enum):
    """A script with its regional standard. The value is a BCP-47 language tag."""

    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    TAIWAN = "zh-Hant-TW"
    HONG_KONG = "zh-Hant-HK"

    @property
    def is_traditional(self) -> bool:
        """Whether the script is one of the Traditional standards."""
        return self is not Script.SIMPLIFIED
