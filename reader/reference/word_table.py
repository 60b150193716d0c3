"""Tables of words: cells between tabs or commas, as the dictionaries of Taiwan's Ministry of Education come."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from reader.model.dictionary_entry import DictionaryEntry
from reader.reference.plain_text import tidied

#: What columns are called, in lower case.
_WORD = (
    "字詞名", "詞目", "詞條", "詞語", "字詞", "成語", "繁體", "正體", "词语", "词条", "繁体", "traditional",
    "word", "headword", "term", "title", "simplified", "简体", "簡體", "简化字",
)  # fmt: skip
_READING = (
    "漢語拼音", "汉语拼音", "拼音", "pinyin", "注音一式", "注音", "zhuyin", "bopomofo", "reading", "音讀",
)  # fmt: skip
_BODY = (
    "釋義", "释义", "解釋", "解释", "定義", "定义", "說明", "说明", "翻譯", "翻译", "英文", "definition",
    "definitions", "meaning", "english", "translation", "gloss",
)  # fmt: skip

#: Code points of one cell at the most: where a quotation mark is never closed, the rest of the file is one.
_CELL = 1 << 20

#: Code points by which a table is told.
_SAMPLE = 20_000


def is_word_table(text: str) -> bool:
    """Whether the first lines have cells: named ones, ones between tabs, or the same number of them in each line."""
    separator = _separator(text)
    if separator is None:
        return False
    rows = [row for row in islice(_rows(text[:_SAMPLE], separator), 20) if row]
    counts = [len(row) for row in rows[: max(1, len(rows) - 1)]]
    is_regular = separator == "\t" or len(set(counts)) == 1
    return len(rows) > 1 and (_is_named(rows[0]) or (min(counts) > 1 and is_regular))


def table_entries(text: str) -> Iterator[DictionaryEntry]:
    """The entries; the first column is the word and the rest its explanation, unless a first line names them."""
    rows = _rows(text, _separator(text) or "\t")
    first = next(rows, [])
    if _is_named(first):
        yield from _read(rows, _named(first, _WORD), _named(first, _READING)[:1], _named(first, _BODY))
    else:
        width = len(first)
        yield from _read(chain([first], rows), [0], [], range(1, max(2, width)))


def _read(
    rows: Iterator[list[str]], words: Sequence[int], readings: Sequence[int], body: Sequence[int]
) -> Iterator[DictionaryEntry]:
    for row in rows:
        written = tuple(dict.fromkeys(filter(None, (word.strip() for word in _cells(row, words)))))
        text = "\n".join(filter(None, (tidied(cell) for cell in _cells(row, body))))
        if written and text:
            yield DictionaryEntry(written, " ".join(_cells(row, readings)).strip(), text)


def _named(first: Sequence[str], names: Sequence[str]) -> list[int]:
    """The columns that are called by one of some names."""
    return [column for column, cell in enumerate(first) if cell.strip().lower() in names]


def _is_named(first: Sequence[str]) -> bool:
    return bool(_named(first, _WORD) and _named(first, _BODY))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL)
    # Line ends are kept, for there may be some in a cell that stands between quotation marks.
    return csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=False)


def _cells(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    return [row[column] for column in columns if column < len(row)]


def _separator(text: str) -> str | None:
    first = next(islice((line for line in text[:_SAMPLE].splitlines() if line.strip()), 1), "")
    return "\t" if "\t" in first else "," if "," in first else None
