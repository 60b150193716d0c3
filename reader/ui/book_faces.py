"""The Chinese fonts that the program knows, for each standard of the characters' shapes and each system."""

from __future__ import annotations

import re

from reader.model.script import Script

#: How fonts of several standards name them, best first: TC also stands for Taiwan, SC for the mainland.
_SUFFIXES = {
    Script.SIMPLIFIED: ("SC", "CN"),
    Script.TRADITIONAL: ("TC", "TW"),
    Script.TAIWAN: ("TC", "TW"),
    Script.HONG_KONG: ("HK", "HC", "TC", "TW"),
}
_SUFFIX = re.compile(r" (?:SC|CN|TC|TW|HK|HC)$")

#: Book faces that come in several standards: Noto's and Adobe's, which are the same, as distributions and as Google
#: name them; then those of macOS. Then those of one standard: of macOS, of Windows, of Linux.
_SERIF = ("Noto Serif CJK", "Source Han Serif", "Noto Serif", "Songti")
_SERIF_ALONE = {
    Script.SIMPLIFIED: ("STSong", "NSimSun", "SimSun", "AR PL UMing CN"),
    Script.TRADITIONAL: ("LiSong Pro", "PMingLiU", "MingLiU", "AR PL UMing TW"),
    Script.TAIWAN: ("LiSong Pro", "PMingLiU", "MingLiU", "AR PL UMing TW"),
    Script.HONG_KONG: ("LiSong Pro", "MingLiU_HKSCS", "PMingLiU", "AR PL UMing HK"),
}
_SANS = ("Noto Sans CJK", "Source Han Sans", "Noto Sans", "PingFang", "Heiti")
_SANS_ALONE = {
    Script.SIMPLIFIED: ("Hiragino Sans GB", "Microsoft YaHei", "SimHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    Script.TRADITIONAL: ("Microsoft JhengHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    Script.TAIWAN: ("Microsoft JhengHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    Script.HONG_KONG: ("Microsoft JhengHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
}

#: Fonts of rare characters (CJK Extensions B to J), whatever the script; asked when those of the page do not know one.
RARE = (
    "Plangothic P1",
    "Plangothic P2",
    "Jigmo",
    "Jigmo2",
    "Jigmo3",
    "BabelStone Han",
    "HanaMinA",
    "HanaMinB",
    "TW-Sung-Ext-B",
    "TW-Sung-Plus",
    "SimSun-ExtB",
    "SimSun-ExtG",
    "MingLiU-ExtB",
)


def serif_faces(script: Script) -> tuple[str, ...]:
    """Book faces for a script, best first."""
    return (*_with_suffixes(_SERIF, script), *_SERIF_ALONE[script])


def sans_faces(script: Script) -> tuple[str, ...]:
    """Faces without serifs for a script, best first."""
    return (*_with_suffixes(_SANS, script), *_SANS_ALONE[script])


def in_script(family: str, script: Script) -> tuple[str, ...]:
    """The same font for a script, best first: glyphs and punctuation follow what is shown, not what was chosen.

    It ends with ``family`` itself, which stands alone where it comes in one standard only.
    """
    found = _SUFFIX.search(family)
    if found is None:
        return (family,)
    siblings = _with_suffixes((family[: found.start()],), script)
    return tuple(dict.fromkeys((*siblings, family)))


def _with_suffixes(families: tuple[str, ...], script: Script) -> tuple[str, ...]:
    return tuple(f"{family} {suffix}" for family in families for suffix in _SUFFIXES[script])
