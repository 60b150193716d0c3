"""Finds the article on a saved page, by where its sentences are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from reader.formats.markup_elements import BLOCKS
from reader.formats.parsed import Paragraph
from reader.formats.titles import BYLINE
from reader.formats.trees import Element, local_name, text_of

_PUNCTUATION = re.compile("[，。；：！？、“”‘’「」『』（）《》…—,.;:!?]")
_SPACE = re.compile(r"\s+")
_FURNITURE = frozenset(("nav", "aside", "footer", "form", "button", "select", "iframe", "noscript", "script", "style"))
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|crumbs?|breadcrumbs?|sidebar|side|footer|foot|copyright|comments?|reply|related"
    r"|recommend\w*|hot\w*|rank\w*|share\w*|login|advert\w*|ads?|toolbar|pager?|tags?|subscribe|qrcode|app-?download)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_DATE = re.compile(r"[12]\d{3}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}")
_SENTENCE_END = re.compile(r"[。！？!?；]")
_SITE = re.compile(r"\s*[_|｜–—]\s*|\s+-\s+|-(?=[^-]{2,20}$)")

#: An element is looked into while one of its children holds this share of its sentences.
_SHARE = 0.7
#: Furniture that holds more than this share of a page's sentences is none.
_FURNITURE_SHARE = 0.3
#: A page of whose text so much is outside the article is a page with menus.
_OTHERS = 0.15
#: Code points of the shortest text that counts, of the longest byline; lines above an article that are looked at.
_SHORTEST = 10
_LONGEST_BYLINE = 80
_ABOVE = 15
_BYLINES = 3
#: A list of links: this share of its text is in links.
_LINKED = 0.6


@dataclass(frozen=True, slots=True)
class Article:
    """What is to be read of a page.

    Attributes:
        element: that holds it.
        title: of the article, or of the page.
        author: as the page's metadata say.
        bylines: who wrote it, when and where, in lines of the page.
        is_among_others: whether the page holds much besides it.
    """

    element: Element
    title: str
    author: str
    bylines: tuple[str, ...]
    is_among_others: bool


def find_article(root: Element, paragraphs_of: Callable[[Element], list[Paragraph]]) -> Article:
    """The article on a page: the smallest element that holds most of its sentences, without its lists of links.

    Sentences weigh by their punctuation, for menus have none (the measure of GNE and Readability). A page that is no
    article has its sentences all over, and is given whole.

    Args:
        root: the page; what is no part of the article is cut out of it.
        paragraphs_of: the text of an element as it would be shown.
    """
    title = _title(root)
    author, date = (
        _meta(root, "author", "article:author"),
        _meta(root, "article:published_time", "publishdate", "pubdate"),
    )
    body = next(root.iter("{*}body"), root)
    all_lines = [one.text.strip() for one in paragraphs_of(body)]
    everything = sum(map(len, all_lines))
    _drop_furniture(body)
    element = _densest(body)
    if element is not body:
        _drop_link_lists(element)
    lines = [one.text.strip() for one in paragraphs_of(element)]
    is_among_others = bool(lines) and sum(map(len, lines)) < (1 - _OTHERS) * everything
    bylines = _bylines(all_lines, lines, title) if is_among_others else ()
    if is_among_others and not bylines:
        bylines = tuple(filter(None, ("　".join(filter(None, (author, date[:10]))),)))
    return Article(element, title, author, bylines, is_among_others)


def _title(root: Element) -> str:
    """The headline: the heading that the page is called after, else what it is called, without the site's name."""
    called = text_of(next(root.iter("{*}title"), None))[:300]
    headings = [text_of(heading)[:300] for heading in root.iter("{*}h1", "{*}h2")]
    graph = _meta(root, "og:title")
    for heading in headings:
        if len(heading) > 1 and (called.startswith(heading) or graph.startswith(heading)):
            return heading
    return _SITE.split(graph or called, maxsplit=1)[0].strip()


def _meta(root: Element, *names: str) -> str:
    for meta in root.iter("{*}meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in names and (content := (meta.get("content") or "").strip()):
            return _SPACE.sub(" ", content)[:200]
    return ""


def _scores(root: Element) -> tuple[dict[Element, float], dict[Element, tuple[int, int]]]:
    """The weight of the sentences in every element, and its code points and those of them in links."""
    scores: dict[Element, float] = {}
    sizes: dict[Element, tuple[int, int]] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        score = 0.0
        own = element.text or ""
        size, linked = _length(own), 0
        is_line = all(local_name(child) not in BLOCKS or local_name(child) == "br" for child in element)
        for child in element:
            score += scores.get(child, 0.0)
            child_size, child_linked = sizes.get(child, (0, 0))
            tail = child.tail or ""
            size += child_size + _length(tail)
            linked += child_linked
            own += (text_of(child) if is_line else "") + tail
        name = local_name(element)
        if name in ("script", "style", "noscript", "template", "select"):
            scores[element], sizes[element] = 0.0, (0, 0)
            continue
        if name == "a":
            linked = size
        if name in BLOCKS or name in ("font", "article"):
            own = _SPACE.sub("", own)
            if len(own) >= _SHORTEST and name in BLOCKS:
                weight = 4 * len(_PUNCTUATION.findall(own)) + min(len(own), 200) / 10
                score += weight * (1 - min(1.0, linked / max(1, size)))
        scores[element], sizes[element] = score, (size, linked)
    return scores, sizes


def _drop_furniture(body: Element) -> None:
    """Cut out what surrounds an article: by its tag or by what its author called it, unless the sentences are there."""
    scores, _ = _scores(body)
    most = _FURNITURE_SHARE * scores[body]
    doomed = [
        element
        for element in body.iterdescendants()
        if scores.get(element, 0.0) <= most
        and (
            local_name(element) in _FURNITURE
            or _FURNITURE_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        )
    ]
    _drop(doomed)


def _densest(body: Element) -> Element:
    scores, _ = _scores(body)
    element = body
    while scores[element]:
        best = max(element, key=lambda child: scores.get(child, 0.0), default=None)
        if (
            best is None
            or scores.get(best, 0.0) < _SHARE * scores[element]
            or local_name(best) in ("p", "span", "table")
        ):
            return element
        if local_name(best) in ("tbody", "tr") and len(best) > 1:
            return element
        element = best
    return body


def _drop_link_lists(element: Element) -> None:
    """Cut out lists of links to other articles."""
    scores, sizes = _scores(element)
    _drop(
        [
            child
            for child in element.iterdescendants("{*}ul", "{*}ol", "{*}div", "{*}dl", "{*}section", "{*}table")
            if sizes[child][0]
            and sizes[child][1] > _LINKED * sizes[child][0]
            and scores[child] < _SHARE * scores[element]
        ]
    )


def _drop(elements: list[Element]) -> None:
    """Cut elements out; the text behind them stays."""
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tail:
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + element.tail
            else:
                before.tail = (before.tail or "") + element.tail
        parent.remove(element)


def _bylines(all_lines: list[str], lines: list[str], title: str) -> tuple[str, ...]:
    """Lines of the page shortly before the article's first, or among its first, that say who wrote it and when."""
    first = next((line for line in lines if line != title and not _is_byline(line)), "")
    end = all_lines.index(first) if first in all_lines else 0
    found: list[str] = []
    for line in all_lines[max(0, end - _ABOVE) : end]:
        if line != title and _is_byline(line) and line not in found:
            found.append(line)
    return tuple(found[-_BYLINES:])


def _is_byline(line: str) -> bool:
    return (
        len(line) <= _LONGEST_BYLINE
        and not _SENTENCE_END.search(line)
        and bool(BYLINE.match(line) or _DATE.search(line))
    )


def _length(text: str) -> int:
    return len("".join(text.split()))
