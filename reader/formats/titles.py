"""The title lines that stand above a text, as in a news article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.formats.headings import heading_level

#: Code points of the longest line that can be a title, and how many such lines can follow one another.
LONGEST_TITLE = 40
MOST_TITLES = 4

_SENTENCE_END = re.compile(r"[。！？!?；;，,：:…]$")
#: Who wrote it, when, and where it comes from.
BYLINE = re.compile(
    r"\s*[（(【\[]?\s*(?:"
    r"[12]\d{3}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}"
    r"|(?:作\s*者|著\s*者|原著|编[著辑剧]|編[著輯劇]|责任编辑|責任編輯|责编|責編|[译譯]\s*者|翻[译譯]|校[对對]|文/|文／|撰文|来源|來源|稿源"
    r"|出[处處]|[记記]\s*者|本报记者|本報記者|通[讯訊][员員]|发布|發布|發佈|发表|發表|更新|日期|[时時][间間]|出版|版本|简介|簡介"
    r"|[内內]容[简簡]介|关键[词字]|關鍵[詞字]|摘要|[标標][签籤]|[类類]型|状态|狀態|字[数數]|制定[机機][关關]|Author|By|Source|Date)\s*[:：/／]"
    r"|(?:新华社|新華社|中新社|中央社|本报|本報)"
    r")",
    re.IGNORECASE,
)


def title_levels(lines: Sequence[str], level_of: Callable[[str], int] = heading_level) -> list[int]:
    """The levels of the titles that a text's first lines begin with: 1 for the first, 2 for those under it.

    Args:
        lines: the first lines that are not blank, ``MOST_TITLES + 1`` of them if there are so many.
        level_of: the depth of a line that is a heading, which no title is.

    Returns:
        One level for each title, in order; empty where the text begins otherwise. Titles are short, do not end a
        sentence, and stand above something else: a longer paragraph, a heading, or a line that says who wrote it.
    """
    for count, line in enumerate(lines):
        text = line.strip()
        if (
            len(text) > LONGEST_TITLE
            or _SENTENCE_END.search(text)
            or heading_level(line)
            or level_of(line)
            or BYLINE.match(text)
        ):
            return [1, *[2] * count][:count]
    return []
