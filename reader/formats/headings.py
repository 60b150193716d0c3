"""Which lines of a plain text are headings, judged by the line alone."""

from __future__ import annotations

import re

#: Code points of the longest line that can be a heading: with its white space, and without.
LONGEST_LINE = 64
LONGEST_HEADING = 40

_DIGIT = "0-9０-９〇零○Ｏ一二三四五六七八九十百千万萬两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟廿卅"
_NUMBER = rf"[{_DIGIT}](?:\s?[{_DIGIT}])*"
_GAP = r"[\s:：、.．·—\-─《「『（(【\[]"
_OPENING = r"[【〖〔\[（(《「『]?\s*"
_CLOSING = r"\s*[】〗〕\]）)》」』]?"

_VOLUME, _CHAPTER, _SECTION = 1, 2, 3
_LEVELS = {"卷": _VOLUME, "部": _VOLUME, "集": _VOLUME, "节": _SECTION, "節": _SECTION}

#: 第三章, 第 12 回, 【第三章】, 正文 第三章. A title may follow 章, 回 and 卷 at once, for little else is written so;
#: the other units also stand in 第一部分, 第二節課 and 第三集團軍, and need a gap.
_NUMBERED = re.compile(
    rf"(?:正文\s*)?{_OPENING}第\s?{_NUMBER}\s?"
    rf"(?:(?P<sure>[章回卷])(?![程鱼魚合来來到想应應宗])|(?P<unit>[节節集幕部篇折])(?={_CLOSING}(?:{_GAP}|$)))"
    rf"(?P<closing>{_CLOSING})(?P<gap>{_GAP}*)(?P<title>.*)"
)
#: 卷一, 卷之三 title, 卷上.
_VOLUME_FIRST = re.compile(rf"{_OPENING}卷之?(?:{_NUMBER}|[上中下])(?P<closing>{_CLOSING})(?:$|{_GAP}+(?P<title>.*))")
#: 楔子, 後記, 番外三, 附錄A title.
_NAMED = re.compile(
    rf"{_OPENING}(?:序|[自原代后後]序|序[言章幕曲]|前言|引[子言]|楔子|尾[声聲章]|[终終]章|[后後][记記]|跋|[结結][语語]"
    rf"|目\s*[录錄]|(?:番外[篇章]?|附[录錄])\s?(?:{_NUMBER}|[A-ZＡ-Ｚ])?)(?P<closing>{_CLOSING})(?:$|{_GAP}+(?P<title>.*))"
)
#: Chapter 3 title, CHAPTER IV. title; Part Two: title. "Part 2 of the plan" is not one.
_ENGLISH = re.compile(
    r"(?:(?P<chapter>chapter\s+{number})(?:$|[\s.:：—\-]+)|(?:part|book|volume)\s+{number}(?:$|\s*[.:：—\-]+))"
    r"(?P<title>.*)".replace("{number}", "(?:[0-9]+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)"),
    re.IGNORECASE,
)
#: 一、title and （二）title, as in news and laws. 三、四個人 is not one.
_LISTED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?![一二三四五六七八九十两兩])(?P<title>.{1,24})"
)

#: What ends a sentence, or shows that the line goes on.
_SENTENCE = re.compile(r"[。，；：、,;:]$|[。；]")
_CLAUSE = re.compile(r"[。，；！？!?…,;]|[：:]$")

#: Every character that a heading can start with: a cheap first look at a line.
_FIRST = "第卷序自原代后後前引楔尾终終跋结結目番附正一二三四五六七八九十CcPpBbVv【〖〔\\[（(《「『"

#: A line break, and behind it a line that is short enough and starts like a heading.
CANDIDATE = re.compile(rf"[\r\n]([^\S\r\n]*[{_FIRST}][^\r\n]{{0,{LONGEST_LINE - 1}}})(?![^\r\n])")


def heading_level(line: str) -> int:
    """The depth of a heading from 1 (volume, chapter, section), or 0 where ``line`` is not one.

    Short, and not a sentence: 第一章 and 第一章　出山 are headings, 第一章里说过，…… is not. Every heading that stands
    behind a line break matches ``CANDIDATE``.
    """
    text = line.strip()
    if len(line) > LONGEST_LINE or not 0 < len(text) <= LONGEST_HEADING:
        return 0
    if match := _NUMBERED.fullmatch(text):
        # Behind a gap stands a title, in which novels of the web like to shout; else a sentence may run on.
        is_apart = bool(match["gap"] or match["closing"])
        refused = _SENTENCE if is_apart else _CLAUSE
        return 0 if refused.search(match["title"]) else _LEVELS.get(match["sure"] or match["unit"], _CHAPTER)
    if match := _VOLUME_FIRST.fullmatch(text):
        return 0 if _SENTENCE.search(match["title"] or "") else _VOLUME
    if match := _NAMED.fullmatch(text):
        return 0 if _SENTENCE.search(match["title"] or "") else _CHAPTER
    if match := _ENGLISH.fullmatch(text):
        if _SENTENCE.search(match["title"]):
            return 0
        return _CHAPTER if match["chapter"] else _VOLUME
    if match := _LISTED.fullmatch(text):
        return 0 if _CLAUSE.search(match["title"]) or "：" in text else _SECTION
    return 0
