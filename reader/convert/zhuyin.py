"""Zhuyin, the phonetic letters of Taiwan (注音符號), for syllables of Hanyu Pinyin."""

from __future__ import annotations

from functools import lru_cache

from reader.convert.tones import parted

#: The marks of the tones 2 to 4; the first tone has none. That of the neutral tone stands before the letters.
_TONES = {1: "", 2: "ˊ", 3: "ˇ", 4: "ˋ"}
NEUTRAL_TONE = "˙"

_INITIALS = {
    "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ",
    "l": "ㄌ", "g": "ㄍ", "k": "ㄎ", "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ",
    "s": "ㄙ",
}  # fmt: skip
_FINALS = {
    "": "", "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ",
    "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ",
    "iai": "ㄧㄞ", "iao": "ㄧㄠ", "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uang": "ㄨㄤ",
    "ong": "ㄨㄥ", "ueng": "ㄨㄥ", "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ", "iong": "ㄩㄥ", "m": "ㄇ",
    "n": "ㄣ", "ng": "ㄥ",
}  # fmt: skip
#: How syllables are spelt that begin with no consonant.
_WITHOUT_INITIAL = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan",
    "wen": "un", "wang": "uang", "weng": "ueng", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün", "yong": "iong",
    "eh": "ê",
}  # fmt: skip
#: After these the letter i is no sound of its own.
_BUZZING = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))


@lru_cache(4096)
def zhuyin(syllable: str) -> str:
    """A syllable in zhuyin: ``zhǎng`` is ``ㄓㄤˇ``, ``de`` is ``˙ㄉㄜ``. What is no syllable stays as it is."""
    letters, tone = parted(syllable)
    found = _letters(letters)
    if found is None:
        return syllable
    return found + _TONES[tone] if tone else NEUTRAL_TONE + found


def _letters(letters: str) -> str | None:
    if letters in _WITHOUT_INITIAL:
        return _FINALS[_WITHOUT_INITIAL[letters]]
    if letters in _FINALS:
        return _FINALS[letters] or None
    initial = letters[:2] if letters[:2] in _INITIALS else letters[:1]
    final = letters[len(initial) :]
    if initial not in _INITIALS:
        return None
    if initial in _BUZZING and final == "i":
        final = ""
    elif initial in ("j", "q", "x") and final.startswith("u"):
        final = f"ü{final[1:]}"
    elif final == "ue":
        final = "üe"
    return _INITIALS[initial] + _FINALS[final] if final in _FINALS else None
