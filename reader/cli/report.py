"""``jianfan report``: counts the words of lists in a text, by chapter, and shows where they stand."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reader.cli.errors import BadWords
from reader.cli.new_file import new_file
from reader.cli.output import to_bytes
from reader.cli.typed import as_typed
from reader.cli.whole_text import whole_text
from reader.export.report import REPORT_FORMS, write_report
from reader.formats.registry import open_document
from reader.model.keyword_list import KeywordList
from reader.search.answers import list_of_words, report_on
from reader.search.keyword_files import BadKeywordFile, read_lists

_SEPARATOR = re.compile("[,，、]")


def run(arguments: Sequence[str]) -> int:
    """Write a report; the exit status."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.output.suffix.lower() not in REPORT_FORMS:
        parser.error(f"{str(asked.output)!r} must end in one of {', '.join(REPORT_FORMS)}")
    lists = [one for words in asked.words for one in _lists(words)]
    with closing(open_document(asked.file)) as document:
        *_, outline = document.outlines()
        report = report_on(document, outline, lists)
    with new_file(asked.output) as stream:
        stream.write(to_bytes(write_report(report, asked.output.suffix)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jianfan report",
        description="Count the words of lists in a text, by chapter, with excerpts; of two lists, also what stands "
        "together.",
    )
    parser.add_argument(
        "--words",
        action="append",
        required=True,
        metavar="LIST",
        help="a file of words (one a line, or JSON or CSV as the window exports them), or words with commas between; "
        "may be given more than once",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=f"what to write: {', '.join(REPORT_FORMS)}"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the text")
    return parser


def _lists(words: str) -> Sequence[KeywordList]:
    """The lists in a file; what neither is one nor looks like one's name is a list of words itself."""
    path = Path(words)
    if not path.exists() and not path.suffix and path.name == words:
        return [list_of_words([word.strip() for word in _SEPARATOR.split(as_typed(words))])]
    with whole_text(path) as text:
        content = "".join(text.texts())
    try:
        return read_lists(content, path.suffix, as_typed(path.stem))
    except BadKeywordFile as error:
        raise BadWords(path, error.line, error.detail) from error
