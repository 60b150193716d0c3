"""Keyword lists as files: JSON keeps all of a list, CSV what a spreadsheet shows, plain lines the words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.errors import ReaderError
from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList

_COLUMNS = ("list", "text", "pattern", "on", "colour", "style")
_TRUE = frozenset({"1", "true", "yes", "on"})


class BadKeywordFile(ReaderError):
    """A text that is no keyword list.

    Attributes:
        line: where it went wrong, from 1; 0 where that is not known.
        detail: what was found there.
    """

    def __init__(self, line: int, detail: str) -> None:
        super().__init__(f"line {line}: {detail}")
        self.line = line
        self.detail = detail


def lists_to_json(lists: Iterable[KeywordList]) -> str:
    """Every list with all that belongs to it, except which file it is for: that is the reader's own affair."""
    return json.dumps([_list_to_value(one) for one in lists], ensure_ascii=False, indent=2) + "\n"


def lists_from_json(text: str) -> tuple[KeywordList, ...]:
    """The lists in a text that ``lists_to_json`` wrote; what is left out has its default.

    Raises:
        BadKeywordFile: it is something else.
    """
    try:
        values = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise BadKeywordFile(error.lineno, error.msg) from error
    except RecursionError as error:
        raise BadKeywordFile(0, "nested too deeply") from error
    try:
        return tuple(_list_from_value(value) for value in values)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadKeywordFile(0, str(error)) from error


def lists_to_csv(lists: Iterable[KeywordList]) -> str:
    """A row for each keyword; text that a spreadsheet would calculate has an apostrophe before it."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in lists:
        for keyword in one.keywords:
            flags = (int(keyword.is_pattern), int(keyword.is_on and one.is_on))
            writer.writerow((guarded(one.name), guarded(keyword.text), *flags, one.colour_of(keyword), one.style.value))
    return target.getvalue()


def lists_from_csv(text: str) -> tuple[KeywordList, ...]:
    """The lists in a table whose first row names the columns, in any order; only ``text`` has to be there.

    Raises:
        BadKeywordFile: it is something else.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    found: dict[str, list[tuple[Keyword, int, HighlightStyle]]] = {}
    try:
        if "text" not in (reader.fieldnames or ()):
            raise BadKeywordFile(1, "no column 'text'")
        for row in reader:
            word = _unguarded(row["text"] or "")
            if not word.strip():
                continue
            colour = int(row.get("colour") or 0)
            keyword = Keyword(word, _is_true(row.get("pattern"), "0"), _is_true(row.get("on"), "1"), colour)
            style = HighlightStyle(row.get("style") or HighlightStyle.BACKGROUND.value)
            found.setdefault(_unguarded(row.get("list") or ""), []).append((keyword, colour, style))
    except (ValueError, csv.Error) as error:
        raise BadKeywordFile(reader.line_num, str(error)) from error
    return tuple(
        # The list's colour is that of its first row.
        KeywordList(name, tuple(keyword for keyword, _, _ in rows), rows[0][1], rows[0][2])
        for name, rows in found.items()
    )


def lists_to_lines(lists: Iterable[KeywordList]) -> str:
    """The words, one on a line; line breaks in one become spaces. Regular expressions and names are left out."""
    words = (keyword.text for one in lists for keyword in one.keywords if not keyword.is_pattern)
    return "".join(" ".join(word.splitlines()) + "\n" for word in words)


def lists_from_lines(text: str, name: str) -> tuple[KeywordList, ...]:
    """One list of the lines that are not blank, white space around them left out, each word once."""
    words = dict.fromkeys(filter(None, map(str.strip, text.removeprefix("\ufeff").splitlines())))
    return (KeywordList(name, tuple(map(Keyword, words))),) if words else ()


def read_lists(text: str, suffix: str, name: str) -> tuple[KeywordList, ...]:
    """The lists in a file's text, by its suffix; plain lines where that is neither JSON's nor CSV's.

    Raises:
        BadKeywordFile: it is not what its suffix says.
    """
    readers: dict[str, Callable[[str], tuple[KeywordList, ...]]] = {".json": lists_from_json, ".csv": lists_from_csv}
    reader = readers.get(suffix.lower())
    return reader(text) if reader else lists_from_lines(text, name)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and guarded(text[1:]) != text[1:] else text


def _list_to_value(one: KeywordList) -> dict[str, Any]:
    return {
        "name": one.name,
        "colour": one.colour,
        "style": one.style.value,
        "on": one.is_on,
        "keywords": [
            {"text": keyword.text}
            | ({"pattern": True} if keyword.is_pattern else {})
            | ({} if keyword.is_on else {"on": False})
            | ({} if keyword.colour is None else {"colour": keyword.colour})
            for keyword in one.keywords
        ],
    }


def _list_from_value(value: dict[str, Any]) -> KeywordList:
    keywords: Sequence[Any] = value["keywords"]
    return KeywordList(
        _text(value.get("name", "")),
        tuple(map(_keyword_from_value, keywords)),
        _colour(value.get("colour", 0)),
        HighlightStyle(value.get("style", HighlightStyle.BACKGROUND.value)),
        value.get("on", True) is True,
    )


def _keyword_from_value(value: str | dict[str, Any]) -> Keyword:
    if isinstance(value, str):
        return Keyword(value)
    colour = value.get("colour")
    return Keyword(
        _text(value["text"]),
        value.get("pattern", False) is True,
        value.get("on", True) is True,
        None if colour is None else _colour(colour),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value


def _colour(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < PALETTE_SIZE:
        raise ValueError(f"no such colour: {value!r}")
    return value


def _is_true(value: str | None, default: str) -> bool:
    return (value or default).strip().lower() in _TRUE
