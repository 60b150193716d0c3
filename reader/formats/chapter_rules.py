"""The rules by which the lines of a plain text are headings, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

#: Code points of the longest line that can be a heading: with its white space, and without.
LONGEST_LINE = 64
LONGEST_HEADING = 40

DIGITS = "0-9０-９〇零○Ｏ一二三四五六七八九十百千万萬两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟廿卅"
_NUMBER = rf"[{DIGITS}](?:\s?[{DIGITS}])*"
_GAP = r"[\s:：、.．·—\-─《「『（(【\[]"
_OPENING = r"[【〖〔\[（(《「『]?\s*"
_CLOSING = r"\s*[】〗〕\]）)》」』]?"
_ENGLISH_NUMBER = "(?:[0-9]+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)"

#: What ends a sentence, or shows that the line goes on.
_SENTENCE = r"[。，；：、,;:]$|[。；]"
_CLAUSE = r"[。，；！？!?…,;]|[：:]$"


@dataclass(frozen=True, slots=True)
class ChapterRule:
    """One way in which headings are written.

    Attributes:
        name: what it is known by, in settings too.
        example: a heading that it finds, for a dialog.
        pattern: matches the whole line without the white space at its ends. The group ``title`` is judged as a
            sentence; the groups ``gap`` and ``closing`` show that it stands apart.
        level: depth from 1: volume, chapter, section.
        first: the characters that such a heading can begin with, as in a class of characters.
        refused: what no title holds that follows at once; behind a gap, titles may shout.
        levels: other depths, by the group ``unit``.
        is_certain: whether a line that looks so is a heading wherever it stands. Headings by other rules must run
            through the file in order.
    """

    name: str
    example: str
    pattern: str
    level: int
    first: str
    refused: str = _SENTENCE
    levels: tuple[tuple[str, int], ...] = ()
    is_certain: bool = True

    def level_of(self, text: str) -> int:
        """The depth of a heading, or 0: ``text`` has no white space at its ends and is short."""
        match = _compiled(self.pattern).fullmatch(text)
        if not match:
            return 0
        groups = match.groupdict()
        is_apart = bool(groups.get("gap") or groups.get("closing"))
        if _compiled(_SENTENCE if is_apart else self.refused).search(groups.get("title") or ""):
            return 0
        return dict(self.levels).get(groups.get("unit") or "", self.level)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


#: In the order in which they are tried.
RULES: tuple[ChapterRule, ...] = (
    # 第三章, 第 12 回, 【第三章】, 正文 第三章. A title may follow 章, 回 and 卷 at once, for little else is written
    # so; the other units also stand in 第一部分, 第二節課 and 第三集團軍, and need a gap.
    ChapterRule(
        "numbered",
        "第十二章　雨夜",
        rf"(?:正文\s*)?{_OPENING}第\s?{_NUMBER}\s?"
        rf"(?:(?P<unit>[章回卷](?![程鱼魚合来來到想应應宗])|[节節集幕部篇折](?={_CLOSING}(?:{_GAP}|$))))"
        rf"(?P<closing>{_CLOSING})(?P<gap>{_GAP}*)(?P<title>.*)",
        2,
        "第正【〖〔\\[（(《「『",
        _CLAUSE,
        (("卷", 1), ("部", 1), ("集", 1), ("节", 3), ("節", 3)),
    ),
    ChapterRule(
        "volume",
        "卷之三　舊雨",
        rf"{_OPENING}卷之?(?:{_NUMBER}|[上中下])(?P<closing>{_CLOSING})(?:$|{_GAP}+(?P<title>.*))",
        1,
        "卷【〖〔\\[（(《「『",
    ),
    ChapterRule(
        "named",
        "楔子",
        rf"{_OPENING}(?:序|[自原代后後]序|序[言章幕曲]|前言|引[子言]|楔子|尾[声聲章]|[终終]章|[后後][记記]|跋|[结結][语語]"
        rf"|目\s*[录錄]|(?:番外[篇章]?|附[录錄])\s?(?:{_NUMBER}|[A-ZＡ-Ｚ])?)(?P<closing>{_CLOSING})(?:$|{_GAP}+(?P<title>.*))",
        2,
        "序自原代后後前引楔尾终終跋结結目番附【〖〔\\[（(《「『",
    ),
    ChapterRule(
        "english",
        "Chapter 3. The Harbour",
        rf"chapter\s+{_ENGLISH_NUMBER}(?:$|[\s.:：—\-]+)(?P<title>.*)",
        2,
        "Cc",
    ),
    # "Part 2 of the plan" is not one.
    ChapterRule(
        "english volume",
        "Part Two: The Return",
        rf"(?:part|book|volume)\s+{_ENGLISH_NUMBER}(?:$|\s*[.:：—\-]+)(?P<title>.*)",
        1,
        "PpBbVv",
    ),
    # As in news and laws. 三、四個人 is not one.
    ChapterRule(
        "listed",
        "二、往後的打算",
        r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?![一二三四五六七八九十两兩])(?P<title>[^：]{1,24})",
        3,
        "一二三四五六七八九十（(",
        _CLAUSE,
    ),
    ChapterRule(
        "counted",
        "12 雨夜",
        r"(?:[0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,5})(?:$|[\s.．、:：]+(?P<title>[^0-9０-９\s].{0,24}))",
        2,
        "0-9０-９〇零一二三四五六七八九十百",
        _CLAUSE,
        is_certain=False,
    ),
)


#: The first rule for files in which a gap stands before every title: 第一章裡說過的事 is no heading there.
NUMBERED_APART = replace(
    RULES[0],
    name="numbered apart",
    pattern=RULES[0].pattern.replace("[章回卷](?!", rf"[章回卷](?={_CLOSING}(?:{_GAP}|$))(?!"),
)


def rule_named(name: str) -> ChapterRule:
    """The rule of that name.

    Raises:
        KeyError: there is none.
    """
    return {rule.name: rule for rule in RULES}[name]
