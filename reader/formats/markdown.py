"""Markdown (CommonMark, with tables and strikethrough)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.builder import Builder
from reader.formats.decoding import decode_markup
from reader.formats.html import Pictures, target_in_page
from reader.formats.inner_links import resolved
from reader.formats.markup import MarkupReader
from reader.formats.parsed import Parsed
from reader.formats.trees import feed, feed_text, html_tree
from reader.formats.whole import read_whole

#: What stands above a text for programs: only its title and its author are read, and nothing of it is evaluated.
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|author)[ \t]*:[ \t]*[\"']?([^\r\n\"'\[{&*|>]{1,200})", re.MULTILINE)

_LINE_END = re.compile(r"[。！？；：…」』”]\s*$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
#: Code points of the longest line of Chinese that no wrapping makes so short.
_SHORT = 20

#: Bytes of the largest file: larger ones take too long, and read well as plain text.
_LARGEST = 16 << 20


def _soft_break(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, environment: EnvType
) -> str:
    """A line break in a paragraph: where a Chinese line is over, its writer meant it to be."""
    line = ""
    for token in reversed(tokens[:index]):
        if token.type in ("softbreak", "hardbreak") or len(line) > _SHORT:
            break
        line = token.content + line
    return "<br>" if _LINE_END.search(line) or (_CHINESE.search(line) and len(line) <= _SHORT) else "\n"


def parse_markdown(path: Path, encoding: str | None = None) -> Parsed:
    """The text at ``path``.

    Raises:
        UnreadableFile: TOO_LARGE, or it cannot be read.
    """
    data = read_whole(path)
    if len(data) > _LARGEST:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{len(data)} bytes")
    text, name, confidence = decode_markup(data, encoding)
    front = _FRONT_MATTER.match(text)
    about = dict(_FIELD.findall(front[1])) if front else {}
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.add_render_rule("softbreak", _soft_break)
    page = parser.render(text[front.end() :] if front else text)
    if len(page) > limits.CHARACTERS:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, "characters")
    builder = Builder(path)
    pictures = Pictures({})
    reader = MarkupReader(builder, target_in_page, pictures.name)
    root = html_tree(page)
    if root is None:
        feed_text(reader, page)
    else:
        feed(reader, root)
    reader.close()
    shown = sum(len(_CHINESE.findall(one.text)) for one in builder.paragraphs)
    if 2 * shown < len(_CHINESE.findall(text)):
        # The parser leaves out what is nested too deeply.
        raise UnreadableFile(path, Unreadable.TOO_LARGE, "nesting")
    return Parsed(
        resolved(builder.paragraphs, builder.anchors),
        about.get("title", "").strip(),
        about.get("author", "").strip(),
        False,
        name,
        confidence,
        pictures.used,
    )
