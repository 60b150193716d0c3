"""Which fonts the page is set in."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader.model.script import Script
from reader.state.settings import Settings, Typeface
from reader.ui.book_faces import RARE, in_script, sans_faces, serif_faces
from reader.view.axes import WritingMode
from reader.view.page_style import PageStyle

_WRITING = (
    QFontDatabase.WritingSystem.SimplifiedChinese,
    QFontDatabase.WritingSystem.TraditionalChinese,
)


def page_families(chosen: str, script: Script | None, typeface: Typeface = Typeface.SERIF) -> tuple[str, ...]:
    """The families for a page that shows a script: the reader's own first, then those of the typeface, then others.

    Qt (6.11) shapes Chinese without a language, so the forms of glyphs and the places of punctuation that a script
    wants come from a family of its own (Noto Serif CJK TC, SC, HK); of a chosen font the one for the shown script.

    Args:
        chosen: the reader's choice; empty for none.
        script: what is shown; None where nothing tells.
        typeface: what is wanted where nothing is chosen.
    """
    shown = script or Script.SIMPLIFIED
    known = set(QFontDatabase.families())
    serif, sans = serif_faces(shown), sans_faces(shown)
    faces = (*serif, *sans) if typeface is Typeface.SERIF else (*sans, *serif)
    families = [family for family in faces if family in known]
    if chosen:
        # The family itself is asked for even where it is not known: its name may be one that only fontconfig resolves.
        families = [*(family for family in in_script(chosen, shown) if family in known or family == chosen), *families]
    if not families:
        families = ["serif" if typeface is Typeface.SERIF else "sans-serif"]
    return tuple(dict.fromkeys((*families, *(family for family in RARE if family in known))))


def page_style(settings: Settings, script: Script | None, is_vertical: bool = False) -> PageStyle:
    """The typography that a reader wants for a page that shows a script; None where nothing tells which."""
    is_traditional = script is not None and script.is_traditional
    chosen = settings.traditional_family if is_traditional else settings.simplified_family
    return PageStyle(
        page_families(chosen, script, settings.typeface),
        settings.font_size,
        settings.line_height,
        settings.column_width,
        mode=WritingMode.VERTICAL if is_vertical else WritingMode.HORIZONTAL,
        latin_families=(settings.latin_family,) if settings.latin_family else (),
        weight=settings.font_weight,
        margin=settings.margin,
        paragraph_gap=settings.paragraph_gap,
        indent=settings.paragraph_indent,
        is_justified=settings.is_justified,
        hangs=settings.hangs,
    )


def chinese_families() -> list[str]:
    """The families that can write Chinese, for a choice."""
    return sorted({family for system in _WRITING for family in QFontDatabase.families(system)})


def latin_families() -> list[str]:
    """The families that are made for Latin letters, for a choice: without those that write Chinese as well."""
    chinese = set(chinese_families())
    return sorted(set(QFontDatabase.families(QFontDatabase.WritingSystem.Latin)) - chinese)
