from __future__ import annotations

import base64
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.formats.html import parse_html
from reader.formats.parsed import Paragraph
from reader.formats.registry import open_document
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

Written = Callable[..., Path]

SENTENCES = (
    "入冬以來，這座小鎮的居民每天清晨都到碼頭上去，等那艘遲遲不來的船。",
    "「我們已經等了三個多月，」賣魚的老人說，「可是誰也不知道它到了哪裡。」",
    "船公司至今沒有回覆；鎮長昨天宣布，燈塔今後徹夜不熄，直到船來為止。",
)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首頁", "國內", "國際", "財經", "體育", "娛樂"))
RELATED = "".join(
    f'<li><a href="/{number}.html">小鎮碼頭明年擴建，第{number}期工程招標在即</a></li>' for number in range(12)
)


def news(article: str, head: str = "", tail: str = "") -> str:
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>小鎮居民等船三個月_小鎮新聞網</title>"
        f"{head}<script>var a = '，。，。，。';</script></head><body><div id='header'><ul class='nav'>{MENU}</ul></div>"
        f"<div class='wrap'><div class='left'>{article}</div>"
        f"<div class='sidebar'><h3>熱門</h3><ul>{RELATED}</ul></div></div>"
        f"{tail}<div class='footer'><p>小鎮新聞網版權所有，未經授權，不得轉載。聯絡我們：電話，傳真。</p></div>"
        "</body></html>"
    )


def shape(paragraphs: list[Paragraph]) -> list[tuple[str, BlockKind]]:
    return [(one.text, one.kind) for one in paragraphs]


def body(tag: str = "p") -> str:
    return "".join(f"<{tag}>　　{sentence}</{tag}>" for sentence in SENTENCES)


ARTICLE = [("　　" + sentence, BlockKind.PARAGRAPH) for sentence in SENTENCES]
BYLINE = "2026年01月02日 08:30 來源：小鎮日報"


@pytest.mark.parametrize(
    "article",
    [
        f"<h1>小鎮居民等船三個月</h1><div class='info'>{BYLINE}</div><div class='content'>{body()}</div>",
        f"<h1>小鎮居民等船三個月</h1><div class='info'><span>2026年01月02日 08:30</span> "
        f"<span>來源：<a href='/'>小鎮日報</a></span></div><div><div>{body('div')}</div></div>",
        f"<article><header><h1>小鎮居民等船三個月</h1><p class='meta'>{BYLINE}</p></header>{body()}"
        f"<ul class='related'>{RELATED}</ul></article>",
    ],
)
def test_a_saved_news_page_is_its_article(written: Written, article: str):
    parsed = parse_html(written(news(article), "news.html"))
    assert shape(parsed.paragraphs) == [("小鎮居民等船三個月", BlockKind.TITLE), (BYLINE, BlockKind.BYLINE), *ARTICLE]
    assert parsed.title == "小鎮居民等船三個月"


def test_comments_are_no_article(written: Written):
    comments = "".join(
        f"<div class='comment'><p>網友{number}：我也等了，真的，天天都去；船呢？</p></div>" for number in range(5)
    )
    article = f"<h1>小鎮居民等船三個月</h1><div class='content'>{body()}</div>"
    parsed = parse_html(written(news(article, tail=f"<div class='comments'>{comments}</div>"), "news.html"))
    assert shape(parsed.paragraphs)[1:] == ARTICLE


def test_metadata_say_who_and_when(written: Written):
    head = (
        '<meta name="author" content="林某"><meta property="article:published_time" content="2026-01-02T08:30:00Z">'
        '<meta property="og:title" content="小鎮居民等船三個月">'
    )
    parsed = parse_html(written(news(f"<div class='content'>{body()}</div>", head), "news.html"))
    assert shape(parsed.paragraphs) == [
        ("小鎮居民等船三個月", BlockKind.TITLE),
        ("林某　2026-01-02", BlockKind.BYLINE),
        *ARTICLE,
    ]
    assert parsed.author == "林某"


def test_a_page_without_menus_is_given_whole(written: Written):
    sections = "".join(f"<section><h2>第{name}夜</h2>{body()}</section>" for name in "一二三四五")
    parsed = parse_html(written(f"<html><head><title>夜航</title></head><body>{sections}</body></html>", "book.html"))
    assert len(parsed.paragraphs) == 20
    assert [one.level for one in parsed.paragraphs if one.kind is BlockKind.HEADING] == [2] * 5
    assert not any(one.kind is BlockKind.TITLE for one in parsed.paragraphs)


def test_a_short_page_is_given_whole(written: Written):
    assert shape(parse_html(written("<p>一<br>二", "a.html")).paragraphs) == [
        ("一", BlockKind.PARAGRAPH),
        ("二", BlockKind.PARAGRAPH),
    ]


def test_what_is_hidden_or_runs_is_not_shown(written: Written):
    page = (
        "<p hidden>隱</p><p style='display:none'>隱</p><script>腳本</script><style>樣式</style><noscript>無</noscript>"
        "<iframe src='file:///etc/passwd'>框</iframe><template>版</template><p onclick='x()'>正文</p>"
        "<select><option>選</select>"
    )
    assert shape(parse_html(written(page, "a.html")).paragraphs) == [("正文", BlockKind.PARAGRAPH)]


def test_pictures_only_from_the_page(written: Written, tmp_path: Path):
    (tmp_path / "sea.png").write_bytes(b"outside")
    held = base64.b64encode(b"picture").decode()
    page = f"<p>海<img src='data:image/png;base64,{held}'><img src='sea.png'><img src='http://example.org/a.png'></p>"
    document = open_document(written(page, "a.html"))
    block = document.block_at(0)
    assert block.text == "海\ufffc"
    (mark,) = block.marks
    assert (mark.kind, document.image(mark.value)) == (MarkKind.IMAGE, b"picture")
    assert document.image("sea.png") is None


def test_links_in_the_page_lead_to_addresses_and_others_out(written: Written):
    page = (
        "<p><a href='#b'>下</a><a href='https://example.org/'>外</a><a href='b.html'>他</a><a href='vscode://x'>壞</a></p>"
        "<p id='b'>乙</p>"
    )
    document = open_document(written(page, "a.html"))
    assert [mark.value for mark in document.block_at(0).marks] == ["#5", "https://example.org/"]
    assert document.block_at(5).text == "乙"


def test_links_inside_an_article_survive_its_title(written: Written):
    article = (
        f"<h1>小鎮居民等船三個月</h1><p>{BYLINE}</p>{body()}"
        "<p><a href='#top'>見註</a>，此處說明。</p><p id='top'>註：船名，未詳。</p>"
    )
    document = open_document(written(news(f"<div>{article}</div>"), "a.html"))
    *_, last = document.passages()
    at = last.text.index("見註")
    (mark,) = document.block_at(at).marks
    assert document.block_at(int(mark.value[1:])).text == "註：船名，未詳。"


@pytest.mark.parametrize(
    ("declared", "encoding", "name"),
    [
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("big5", "big5hkscs", "big5hkscs"),
        ("utf-16", "utf-8", "utf-8"),
        ("no-such-thing", "big5hkscs", "big5hkscs"),
        ("utf-8", "utf-16", "utf-16-le"),
    ],
)
def test_bytes_are_believed_before_what_a_page_says(written: Written, declared: str, encoding: str, name: str):
    page = f"<html><head><meta charset='{declared}'></head><body><p>{SENTENCES[0]}</p></body></html>"
    document = open_document(written(page.encode(encoding), "a.html"))
    assert (document.encoding, document.block_at(0).text) == (name, SENTENCES[0])


def test_a_page_says_what_its_bytes_do_not(written: Written):
    page = "<html><head><meta charset='shift_jis'></head><body><p>それはある冬の夜のことでした。</p></body></html>"
    document = open_document(written(page.encode("shift_jis"), "a.html"))
    assert document.block_at(0).text == "それはある冬の夜のことでした。"
    assert document.encoding == "cp932"


def test_a_chosen_encoding_is_taken(written: Written):
    path = written(f"<html><body><p>{SENTENCES[0]}".encode("gb18030"), "a.html")
    document = open_document(path, "big5")
    assert document.encoding == "big5hkscs"
    assert document.block_at(0).text != SENTENCES[0]


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "font", "blockquote", "ruby"])
def test_nesting_loses_nothing(written: Written, tag: str):
    for depth in (200, 2000, 20_000):
        parsed = parse_html(written(f"<{tag}>" * depth + "深" + f"</{tag}>" * depth, "a.html"))
        assert "".join(one.text for one in parsed.paragraphs) == "深"


def test_many_attributes_take_no_time(written: Written):
    page = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">文</p>"
    assert shape(parse_html(written(page, "a.html")).paragraphs) == [("文", BlockKind.PARAGRAPH)]


def test_any_page_is_a_text(written: Written, cases: Callable[[int], range]):
    """The fuzz target of HTML: pieces of pages in any order."""
    pieces = [
        *("<p>", "</p>", "<table><tr><td>", "</td>", "</table>", "<ruby>漢<rt>h", "</rt>", "</ruby>", "<li>", "<b>"),
        *(
            "</b>",
            "<ol start=-5>",
            "<a href='#x'>",
            "</a>",
            "<pre>",
            "\n \n",
            "</pre>",
            "<h1>",
            "<script>",
            "</script>",
        ),
        *("<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&lt", "船開了，夜色漸深。", "<br/>", "\0", "<svg><title>圖"),
        *(
            "</svg>",
            "<img src='data:image/png;base64,AA==' alt='海'>",
            "<blockquote>",
            "</div>",
            "<div id=x class=nav>",
        ),
        *("<p " + "a " * 600 + ">", "<", ">", '"'),
    ]
    chance = random.Random(8)
    for _ in cases(300):
        page = "<html>" + "".join(chance.choices(pieces, k=chance.randrange(60)))
        for one in parse_html(written(page, "a.html")).paragraphs:
            one.text.encode()
            assert "\n" not in one.text
            assert all(mark.span.end <= len(one.text) for mark in one.marks)
