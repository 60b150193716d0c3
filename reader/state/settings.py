"""The settings of the program, each declared once: what it is called in the store, its default and its range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from reader.convert.choice import Engine
from reader.model.script import Script


class ThemeChoice(Enum):
    """The colours of the page and the window; SYSTEM follows the desktop's light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The values that a numeric setting may take, ends included, and the step of its control."""

    minimum: int
    maximum: int
    step: int

    def clamp(self, value: int) -> int:
        """The nearest value within the bounds."""
        return max(self.minimum, min(self.maximum, value))


#: The range of every numeric setting, by its name in ``Settings``.
BOUNDS: Mapping[str, Bounds] = {
    "font_size": Bounds(10, 72, 1),
    "line_height": Bounds(120, 260, 10),
    "column_width": Bounds(16, 72, 2),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has chosen, everywhere the same.

    Attributes:
        theme: colours of page and window.
        font_family: the page's font; empty for the program's own choice.
        font_size: of the page's body, in device-independent pixels (1 em).
        line_height: distance of base lines, in percent of an em.
        column_width: the widest column, in em (characters per line).
        script: the script that new documents are shown in; None for the original.
        has_regional_words: whether regional vocabulary is converted with the script.
        engine: who converts.
        language: of the interface: "" follows the system, else "en", "zh_TW" or "zh_CN".
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    font_family: str = ""
    font_size: int = 20
    line_height: int = 180
    column_width: int = 36
    script: Script | None = None
    has_regional_words: bool = False
    engine: Engine = Engine.JIANFAN
    language: str = ""

    def changed(self, name: str, value: Any) -> Settings:  # noqa: ANN401 (a setting may be of any of the types above)
        """A copy with one setting changed, numbers brought within their bounds.

        Raises:
            TypeError: no setting has this name.
        """
        if name in BOUNDS:
            value = BOUNDS[name].clamp(int(value))
        return replace(self, **{name: value})

    def to_stored(self) -> dict[str, Any]:
        """The settings as plain JSON values."""
        return {entry.name: _plain(getattr(self, entry.name)) for entry in fields(self)}

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Settings:
        """Settings from plain values. What is unknown or malformed, as from another version, keeps its default."""
        settings = cls()
        for entry in fields(cls):
            if entry.name in stored:
                try:
                    settings = settings.changed(entry.name, _typed(entry.name, stored[entry.name]))
                except (TypeError, ValueError):
                    continue
        return settings


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _typed(name: str, value: object) -> object:
    match name, value:
        case "theme", str():
            return ThemeChoice(value)
        case "script", str():
            return Script(value)
        case "engine", str():
            return Engine(value)
        case "script", None:
            return None
        case (("font_family" | "language"), str()):
            return value
        case "has_regional_words", bool():
            return value
        case (("font_size" | "line_height" | "column_width"), int()) if not isinstance(value, bool):
            return value
    raise TypeError(name)
