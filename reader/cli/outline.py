"""``jianfan outline``: lists the headings of files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.listing import list_files
from reader.cli.sentences import sentence
from reader.formats.inspection import FileOutline, outline_file


def run(arguments: Sequence[str]) -> int:
    """List headings; the exit status: 1 where a file could not be opened."""
    parser = argparse.ArgumentParser(
        prog="jianfan outline", description="List the headings of files, with the numbers of their paragraphs."
    )
    parser.add_argument("--json", action="store_true", help="an array with an object for each file")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what to look at")
    asked = parser.parse_intermixed_args(arguments)
    # Of a single file, nobody asks for the name.
    is_named = len(asked.files) > 1
    found = (outline_file(path, sentence) for path in asked.files)
    return list_files(found, lambda one: _legible(one, is_named), is_json=asked.json)


def _legible(found: FileOutline, is_named: bool) -> str:
    lines = [f"{found['path']}\n"] if is_named else []
    for heading in found["headings"]:
        indent = "  " * (heading["level"] - 1)
        lines.append(f"¶{heading['paragraph']:<8,}{indent}{' '.join(heading['text'].split())}\n")
    return "".join(lines)
