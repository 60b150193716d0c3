"""Which fonts the page is set in."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader.model.script import Script
from reader.state.settings import Settings, Typeface
from reader.view.axes import WritingMode
from reader.view.page_style import PageStyle

#: Book faces in order of preference, for each standard of the characters' shapes: those of Noto, of macOS, of Windows.
_SERIF = {
    Script.SIMPLIFIED: ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun"),
    Script.TRADITIONAL: ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    Script.TAIWAN: ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    Script.HONG_KONG: ("Noto Serif CJK HK", "Source Han Serif HC", "Noto Serif CJK TC", "Songti TC", "MingLiU_HKSCS"),
}
_SANS = {
    Script.SIMPLIFIED: ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei"),
    Script.TRADITIONAL: ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei"),
    Script.TAIWAN: ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei"),
    Script.HONG_KONG: ("Noto Sans CJK HK", "PingFang HK", "Microsoft JhengHei"),
}

_WRITING = (
    QFontDatabase.WritingSystem.SimplifiedChinese,
    QFontDatabase.WritingSystem.TraditionalChinese,
)


def page_families(chosen: str, script: Script | None, typeface: Typeface = Typeface.SERIF) -> tuple[str, ...]:
    """The families for a page that shows a script: the reader's own first, then those of the typeface, then others.

    Args:
        chosen: the reader's choice; empty for none.
        script: what is shown; None where nothing tells.
        typeface: what is wanted where nothing is chosen.
    """
    shown = script or Script.SIMPLIFIED
    known = set(QFontDatabase.families())
    faces = (*_SERIF[shown], *_SANS[shown]) if typeface is Typeface.SERIF else (*_SANS[shown], *_SERIF[shown])
    families = [family for family in faces if family in known]
    if chosen:
        families.insert(0, chosen)
    return tuple(families) or ("serif" if typeface is Typeface.SERIF else "sans-serif",)


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
