"""``jianfan keywords``: lists the words that say what a text is about."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from reader.cli.output import write, write_json_array
from reader.formats.registry import open_document
from reader.search.answers import keywords_of


def run(arguments: Sequence[str]) -> int:
    """List keywords, the best first; the exit status."""
    parser = argparse.ArgumentParser(
        prog="jianfan keywords", description="List the words that say what a text is about, the best first."
    )
    parser.add_argument("--top", type=_count, default=10, metavar="N", help="how many at most; else 10")
    parser.add_argument("--json", action="store_true", help="an array of text, score and count")
    parser.add_argument("file", type=Path, metavar="FILE", help="the text")
    asked = parser.parse_args(arguments)
    with closing(open_document(asked.file)) as document:
        found = keywords_of(document, asked.top)
    if asked.json:
        write_json_array(map(asdict, found))
    else:
        for one in found:
            write(f"{one.text}\t{one.count}\n")
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)
