"""Which fonts the page is set in."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader.model.script import Script

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


def page_families(chosen: str, script: Script | None) -> tuple[str, ...]:
    """The families for a page that shows a script: the reader's own first, then book faces, then others.

    Args:
        chosen: the reader's choice; empty for none.
        script: what is shown; None where nothing tells.
    """
    shown = script or Script.SIMPLIFIED
    known = set(QFontDatabase.families())
    families = [family for family in (*_SERIF[shown], *_SANS[shown]) if family in known]
    if chosen:
        families.insert(0, chosen)
    return tuple(families) or ("serif",)


def chinese_families() -> list[str]:
    """The families that can write Chinese, for a choice."""
    return sorted({family for system in _WRITING for family in QFontDatabase.families(system)})
