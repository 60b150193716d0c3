"""How characters are read that are a word of their own, where what stands around them tells."""

from __future__ import annotations

from collections.abc import Callable

#: Numbers, and what stands for one before a measure word.
NUMERALS = frozenset("一二两三四五六七八九十百千万几每这那哪半数多第〇")

#: Before these, 得 is děi: I *have to*.
_MUST = frozenset("我你您他她它们咱谁就还都也总可必又只才人非")

#: Before numerals and these, and behind these, 为 is wéi: *is*, *as*.
_BEFORE_IS = frozenset("称视作变改成定分列选升任命译名化转设立评化封拜奉合尊认誉")
_IS = frozenset("首主例止准宜妙害害期由本")
#: So far ahead of 为, 以 makes it wéi: 以…为.
_REACH = 10

_GROWS = frozenset("着了得出成满大高在起")
_PLANTS = frozenset("树花菜地田草瓜豆下了着过在")


def lone_reading(text: str, at: int, before: int, usual: str) -> str:
    """The reading of a word of one character.

    Args:
        text: a run of simplified characters.
        at: the character's offset.
        before: the length of the word before it; 0 at the start of the run.
        usual: its reading where nothing tells.
    """
    rule = _RULES.get(text[at])
    return rule(text, at, before) if rule is not None else usual


def _char(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""


def _de_of_degree(text: str, at: int, before: int) -> str:
    if not before:
        return "dé"
    return "děi" if text[at - 1] in _MUST and _char(text, at + 1) else "de"


def _ground(text: str, at: int, before: int) -> str:
    is_counted = text[at - before] in NUMERALS
    return "de" if before > 1 and at + 1 < len(text) and not is_counted else "dì"


def _is_or_for(text: str, at: int, before: int) -> str:
    after = _char(text, at + 1)
    is_like = _char(text, at - 1) in _BEFORE_IS or after in NUMERALS or after in _IS or not after
    return "wéi" if is_like or "以" in text[max(0, at - _REACH) : at] else "wèi"


def _long(text: str, at: int, before: int) -> str:
    return "zhǎng" if _char(text, at + 1) in _GROWS and _char(text, at - 1) not in NUMERALS else "cháng"


def _after_numeral(counted: str, otherwise: str) -> Callable[[str, int, int], str]:
    return lambda text, at, before: counted if _char(text, at - 1) in NUMERALS and before else otherwise


def _row(text: str, at: int, before: int) -> str:
    return "háng" if "第" in text[max(0, at - 4) : at] else "xíng"


def _kind(text: str, at: int, before: int) -> str:
    is_counted = _char(text, at - 1) in NUMERALS
    return "zhòng" if not is_counted and _char(text, at + 1) in _PLANTS else "zhǒng"


def _scroll(text: str, at: int, before: int) -> str:
    is_counted = _char(text, at - 1) in NUMERALS or _char(text, at + 1) in NUMERALS
    return "juàn" if is_counted else "juǎn"


def _always(reading: str) -> Callable[[str, int, int], str]:
    return lambda text, at, before: reading


_RULES: dict[str, Callable[[str, int, int], str]] = {
    "得": _de_of_degree,
    "地": _ground,
    "为": _is_or_for,
    "长": _long,
    "只": _after_numeral("zhī", "zhǐ"),
    "行": _row,
    "种": _kind,
    "卷": _scroll,
    "着": lambda text, at, before: "zhe" if before else "zháo",
    "教": _always("jiāo"),
    "还": _always("hái"),
    "都": _always("dōu"),
    "了": _always("le"),
    "乾": _always("gān"),
    "子": _always("zǐ"),
}
