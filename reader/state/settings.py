"""The settings of the program, each declared once: what it is called in the store, its default and its range."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from reader.convert.annotation import Annotated, Phonetics
from reader.convert.choice import Engine
from reader.model.focus import Focus
from reader.model.page_mode import PageMode
from reader.model.paper import Paper
from reader.model.script import Script
from reader.model.text_pattern import TextPattern


class ThemeChoice(Enum):
    """The colours of the page and the window; SYSTEM follows the desktop's light or dark, OWN are the reader's."""

    SYSTEM = "system"
    LIGHT = "light"
    PAPER = "paper"
    SEPIA = "sepia"
    GREEN = "green"
    GREY = "grey"
    DARK = "dark"
    BLACK = "black"
    OWN = "own"


class Typeface(Enum):
    """The kind of Chinese characters that the page is set in, where the reader has chosen no font."""

    SERIF = "serif"
    SANS = "sans"


class CopyForm(Enum):
    """What is copied of a selection: the text as shown, the source, or the text as shown and where it stands."""

    SHOWN = "shown"
    SOURCE = "source"
    CITED = "cited"


class PhoneticsChoice(Enum):
    """How readings are written; SCRIPT is in zhuyin where Taiwan's characters are shown, else in pinyin."""

    SCRIPT = "script"
    PINYIN = "pinyin"
    ZHUYIN = "zhuyin"

    def of(self, script: Script | None) -> Phonetics:
        """How readings are written in a text that is shown in a script; None where nothing tells which."""
        if self is PhoneticsChoice.SCRIPT:
            return Phonetics.ZHUYIN if script is Script.TAIWAN else Phonetics.PINYIN
        return Phonetics(self.value)


class WritingChoice(Enum):
    """How the lines of a page stand; BOOK follows what the file asks for, which is horizontal where it says nothing."""

    BOOK = "book"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"

    def is_vertical(self, is_book_vertical: bool) -> bool:
        """Whether lines run from top to bottom, in a file that asks for it or does not."""
        return is_book_vertical if self is WritingChoice.BOOK else self is WritingChoice.VERTICAL

    def switched(self, is_book_vertical: bool) -> WritingChoice:
        """The choice that shows such a file the other way: to follow the file where that does it."""
        is_vertical = not self.is_vertical(is_book_vertical)
        if is_vertical is is_book_vertical:
            return WritingChoice.BOOK
        return WritingChoice.VERTICAL if is_vertical else WritingChoice.HORIZONTAL


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
    "font_weight": Bounds(300, 700, 100),
    "margin": Bounds(50, 800, 50),
    "paragraph_gap": Bounds(0, 150, 5),
    "paragraph_indent": Bounds(0, 4, 1),
    "scroll_speed": Bounds(2, 120, 2),
    "print_size": Bounds(6, 24, 1),
    "print_margin": Bounds(5, 50, 1),
}

#: The settings that make up the page's typography: what is reset together.
TYPOGRAPHY = (
    "typeface",
    "simplified_family",
    "traditional_family",
    "latin_family",
    "font_size",
    "font_weight",
    "line_height",
    "column_width",
    "margin",
    "paragraph_gap",
    "paragraph_indent",
    "is_justified",
    "hangs",
)


#: The settings that are forms of text, coloured or not.
FORMS: Mapping[str, TextPattern] = {
    "colours_dialogue": TextPattern.DIALOGUE,
    "colours_titles": TextPattern.BOOK_TITLE,
    "colours_dates": TextPattern.DATE,
    "colours_numbers": TextPattern.NUMBER,
    "colours_punctuation": TextPattern.PUNCTUATION,
}

#: The settings that are opaque colours, ``#rrggbb``.
COLOURS = frozenset({"own_page", "own_ink", "own_accent"})
_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has chosen, everywhere the same.

    Attributes:
        theme: colours of page and window.
        light_theme: the theme for light, with the system or by the key; never SYSTEM.
        dark_theme: the theme for dark, likewise.
        own_page: the ground of the reader's own theme.
        own_ink: its text.
        own_accent: its selection, and what is chosen.
        copy_form: what is copied.
        page_mode: one long scroll, or pages.
        focus: what stands out on the page.
        is_smooth: whether scrolling glides.
        scroll_speed: of scrolling by itself, in lines per minute.
        colours_dialogue: whether what is said is coloured (``FORMS``).
        colours_titles: likewise the titles of books.
        colours_dates: likewise dates and times.
        colours_numbers: likewise numbers.
        colours_punctuation: likewise punctuation.
        paper: what is printed on.
        print_size: of printed text, in points (1 em).
        print_margin: of paper, in millimetres.
        has_header: whether the title stands above printed pages.
        has_folio: whether their number stands below them.
        prints_colours: whether coloured words are printed as such.
        typeface: of the page, where no font is chosen.
        simplified_family: the page's font for Simplified text; empty for the program's own choice.
        traditional_family: likewise for Traditional text.
        latin_family: of Latin letters and digits; empty for those of the Chinese font.
        font_size: of the page's body, in device-independent pixels (1 em).
        line_height: distance of base lines, in percent of an em.
        column_width: the widest column, in em (characters per line).
        font_weight: of the page's body, as fonts count it: 400 is regular, 700 bold.
        margin: the least space beside the column, in percent of an em.
        paragraph_gap: space between paragraphs, in percent of a line.
        paragraph_indent: of the first line of paragraphs, in em.
        is_justified: whether all lines of a paragraph but the last end at one edge.
        hangs: whether a comma or a stop at the end of a line may stand behind that edge.
        writing: whether lines stand horizontally or vertically.
        script: the script that new documents are shown in; None for the original.
        has_regional_words: whether regional vocabulary is converted with the script.
        engine: who converts.
        has_regional_quotes: whether quotation marks are those of the script's region.
        has_full_width: whether half-width punctuation beside Han is widened.
        has_long_marks: whether ellipses and dashes take the room of two characters.
        shows_changes: whether what conversion changed is underlined.
        annotated: which characters have their reading beside them.
        phonetics: how readings are written there.
        shows_both: whether the original stands beside what is shown.
        language: of the interface: "" follows the system, else "en", "zh_TW" or "zh_CN".
        looks_up_on_hover: whether a word is looked up while the mouse rests on it.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    typeface: Typeface = Typeface.SERIF
    simplified_family: str = ""
    traditional_family: str = ""
    latin_family: str = ""
    font_size: int = 20
    line_height: int = 180
    column_width: int = 36
    font_weight: int = 400
    margin: int = 150
    paragraph_gap: int = 35
    paragraph_indent: int = 2
    is_justified: bool = True
    hangs: bool = False
    writing: WritingChoice = WritingChoice.BOOK
    script: Script | None = None
    has_regional_words: bool = False
    engine: Engine = Engine.JIANFAN
    has_regional_quotes: bool = False
    has_full_width: bool = False
    has_long_marks: bool = False
    shows_changes: bool = False
    shows_both: bool = False
    language: str = ""
    annotated: Annotated = Annotated.NONE
    phonetics: PhoneticsChoice = PhoneticsChoice.SCRIPT
    light_theme: ThemeChoice = ThemeChoice.LIGHT
    dark_theme: ThemeChoice = ThemeChoice.DARK
    own_page: str = "#e3edf4"
    own_ink: str = "#1d2730"
    own_accent: str = "#22618f"
    copy_form: CopyForm = CopyForm.SHOWN
    page_mode: PageMode = PageMode.SCROLLED
    focus: Focus = Focus.ALL
    is_smooth: bool = True
    scroll_speed: int = 12
    looks_up_on_hover: bool = False
    colours_dialogue: bool = False
    colours_titles: bool = False
    colours_dates: bool = False
    colours_numbers: bool = False
    colours_punctuation: bool = False
    paper: Paper = Paper.A4
    print_size: int = 11
    print_margin: int = 20
    has_header: bool = True
    has_folio: bool = True
    prints_colours: bool = False

    @property
    def forms(self) -> frozenset[TextPattern]:
        """The forms of text that are coloured."""
        return frozenset(form for name, form in FORMS.items() if getattr(self, name))

    def changed(self, name: str, value: Any) -> Settings:  # noqa: ANN401 (a setting may be of any of the types above)
        """A copy with one setting changed, numbers brought within their bounds.

        Raises:
            TypeError: no setting has this name.
            ValueError: a colour that is none, or SYSTEM as what SYSTEM stands for.
        """
        if name in BOUNDS:
            value = BOUNDS[name].clamp(int(value))
        if name in COLOURS and not _COLOUR.fullmatch(value):
            raise ValueError(value)
        if name in ("light_theme", "dark_theme") and value is ThemeChoice.SYSTEM:
            raise ValueError(value)
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
    """A stored value as the type of the setting's default.

    Raises:
        TypeError: it is of another type.
        ValueError: none of the values that the setting may take.
    """
    default = getattr(Settings(), name)
    if name == "script":
        return None if value is None else Script(value)
    if isinstance(default, Enum):
        return type(default)(value)
    if type(value) is not type(default):
        raise TypeError(name)
    return value
