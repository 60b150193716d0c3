from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.markdown import parse_markdown
from reader.formats.parsed import MISSING
from reader.formats.registry import open_document
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

Written = Callable[..., Path]

WRAPPED = "船開了，岸上的人還在向著我們揮手喊叫，夜色漸深漸濃漸漸看不見了可是我們仍然站著 and dark。"


def test_a_text(written: Written):
    text = (
        "---\ntitle: 夜航\nauthor: '林某'\nx: !!python/object [1]\n---\n"
        "# 離岸\n\n船**開**了，岸上的人還在向著我們揮手喊叫，夜色\n漸深漸濃漸漸看不見了可是我們仍然站著 and\n"
        "dark。\n\n"
        "> 引文\n\n"
        "1. 米\n2. 鹽\n   - 細\n\n```\n甲\n  乙\n```\n\n|潮|時|\n|-|-|\n|漲|卯|\n\n<ruby>漢<rt>h</rt></ruby>\n\n"
        "[外](https://example.org/) [壞](javascript:x) ![海](sea.png)\n"
    )
    parsed = parse_markdown(written(text, "a.md"))
    assert (parsed.title, parsed.author) == ("夜航", "林某")
    assert [(one.text, one.kind, one.level, one.marker) for one in parsed.paragraphs] == [
        ("離岸", BlockKind.HEADING, 1, ""),
        (WRAPPED, BlockKind.PARAGRAPH, 0, ""),
        ("引文", BlockKind.QUOTE, 1, ""),
        ("米", BlockKind.LIST_ITEM, 1, "1."),
        ("鹽", BlockKind.LIST_ITEM, 1, "2."),
        ("細", BlockKind.LIST_ITEM, 2, "•"),
        ("甲", BlockKind.CODE, 0, ""),
        ("  乙", BlockKind.CODE, 0, ""),
        ("潮\t時", BlockKind.TABLE_ROW, 0, ""),
        ("漲\t卯", BlockKind.TABLE_ROW, 0, ""),
        ("漢", BlockKind.PARAGRAPH, 0, ""),
        ("外 [壞](javascript:x) 海", BlockKind.PARAGRAPH, 0, ""),
    ]
    assert [mark.kind for mark in parsed.paragraphs[1].marks] == [MarkKind.BOLD]
    assert [(mark.kind, mark.value) for mark in parsed.paragraphs[11].marks] == [
        (MarkKind.LINK, "https://example.org/"),
        (MarkKind.IMAGE, MISSING),
    ]


def test_a_line_that_is_over_is_a_paragraph_and_a_wrapped_one_is_not(written: Written):
    wrapped = "入冬以來這座小鎮的居民每天清晨都到碼頭上去等那艘遲遲不來的船\n一等就等了三個多月。"
    parsed = parse_markdown(written(f"第一條\n燈塔徹夜不熄。\n船來為止。\n\n{wrapped}\n", "a.md"))
    assert [one.text for one in parsed.paragraphs] == [
        "第一條",
        "燈塔徹夜不熄。",
        "船來為止。",
        wrapped.replace("\n", ""),
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16"])
def test_other_encodings(written: Written, encoding: str):
    document = open_document(written("# 離岸\n\n燈滅了以後，屋裡只聽得見鐘擺的聲音。\n", "a.md", encoding))
    assert document.block_at(0).text == "離岸"


@pytest.mark.parametrize(
    "text", [">" * 10_000 + " 文", "\n".join(" " * 2 * n + "- 文" for n in range(500)), "[a]: /b\n"]
)
def test_what_the_parser_would_lose_is_shown_as_it_is_written(written: Written, text: str):
    document = open_document(written(text, "a.md"))
    assert document.format == "text"
    assert "".join(passage.text for passage in document.passages()) == text


def test_a_large_file_is_read_as_plain_text(written: Written, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reader.formats.markdown._LARGEST", 10)
    with pytest.raises(UnreadableFile) as caught:
        parse_markdown(written("燈滅了以後。", "a.md"))
    assert caught.value.reason is Unreadable.TOO_LARGE


def test_any_text_is_a_text(written: Written, cases: Callable[[int], range]):
    """The fuzz target of Markdown: its marks in any order."""
    pieces = [
        *("*", "_", "`", "```\n", "[", "](", ")", "!", "|", "|-|\n", "> ", "- ", "1. ", "# ", "\n", "\n\n", "  ", "\t"),
        *("<b>", "</b>", "<!--", "\\", "&", "~~", "文字", "。", "---\n", "\0", "[a]: <"),
    ]
    chance = random.Random(10)
    for _ in cases(300):
        text = "".join(chance.choices(pieces, k=chance.randrange(80)))
        with suppress(UnreadableFile):
            parse_markdown(written(text, "a.md"))
