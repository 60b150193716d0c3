"""Saved web pages: the article if there is one among menus, else the whole page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.formats.article import Article, find_article
from reader.formats.builder import Builder
from reader.formats.decoding import decode_markup
from reader.formats.inner_links import resolved
from reader.formats.markup import MarkupReader
from reader.formats.parsed import Paragraph, Parsed
from reader.formats.trees import Element, feed, feed_text, html_tree
from reader.formats.whole import read_whole
from reader.model.block import BlockKind

_DATA_IMAGE = re.compile(r"data:image/[\w.+-]{1,40}(?:;[\w=-]{1,40})*;base64,", re.IGNORECASE)
_TITLE_WITHIN = 4


def parse_html(path: Path, encoding: str | None = None) -> Parsed:
    """The page at ``path``.

    Raises:
        UnreadableFile: TOO_LARGE, or it cannot be read.
    """
    return parse_page(path, read_whole(path), encoding)


def parse_page(path: Path, data: bytes, encoding: str | None, images: Mapping[str, str] | None = None) -> Parsed:
    """A page.

    Args:
        path: the file that it stands in.
        data: its bytes.
        encoding: what the reader says it is encoded in.
        images: pictures that came with the page, in base64, by what the page calls them.
    """
    text, name, confidence = decode_markup(data, encoding)
    pictures = Pictures(images or {})
    root = html_tree(text)
    if root is None:
        builder = Builder(path)
        reader = MarkupReader(builder, target_in_page, pictures.name)
        feed_text(reader, text)
        reader.close()
        return Parsed(resolved(builder.paragraphs, builder.anchors), "", "", False, name, confidence, pictures.used)
    article = find_article(root, lambda element: _read(path, element, lambda source: "").paragraphs)
    builder = _read(path, article.element, pictures.name)
    paragraphs, anchors = builder.paragraphs, builder.anchors
    if article.is_among_others:
        paragraphs, anchors = _headed(paragraphs, anchors, article)
    return Parsed(resolved(paragraphs, anchors), article.title, article.author, False, name, confidence, pictures.used)


def _read(path: Path, element: Element, image: Callable[[str], str]) -> Builder:
    builder = Builder(path)
    reader = MarkupReader(builder, target_in_page, image)
    feed(reader, element)
    reader.close()
    return builder


def target_in_page(href: str) -> str:
    """The anchor of a link inside the page."""
    return f"#{href}" if href.startswith("#") else ""


def _headed(
    paragraphs: list[Paragraph], anchors: Mapping[str, int], article: Article
) -> tuple[list[Paragraph], dict[str, int]]:
    """The article's paragraphs with its title and its bylines above, each once, and the anchors moved with them."""
    squeezed = "".join(article.title.split())
    title = Paragraph(article.title, BlockKind.TITLE, 1)
    kept: list[Paragraph] = []
    places: list[int] = []
    for number, one in enumerate(paragraphs):
        places.append(len(kept))
        if number < _TITLE_WITHIN and squeezed and "".join(one.text.split()) == squeezed:
            title = Paragraph(one.text, BlockKind.TITLE, 1, one.marks)
        elif number >= _TITLE_WITHIN + len(article.bylines) or one.text.strip() not in article.bylines:
            kept.append(one)
    head = [title] if title.text else []
    head += [Paragraph(line, BlockKind.BYLINE) for line in article.bylines]
    places.append(len(kept))
    moved = {name: len(head) + places[min(number, len(places) - 1)] for name, number in anchors.items()}
    return [*head, *kept], moved


class Pictures:
    """The pictures of a page: those that stand in it, and those that came with it. No other is ever looked for.

    Attributes:
        used: those that the text refers to, in base64, by their names.
    """

    def __init__(self, images: Mapping[str, str]) -> None:
        self.used: dict[str, str] = {}
        self._images = images

    def name(self, source: str) -> str:
        """The name of a picture, or empty where the file does not hold it."""
        source = source.strip()
        match = _DATA_IMAGE.match(source)
        if match:
            name = f"data:{len(self.used)}"
            self.used[name] = source[match.end() :]
            return name
        if source in self._images:
            self.used[source] = self._images[source]
            return source
        return ""
