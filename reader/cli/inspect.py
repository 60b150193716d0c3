"""``jianfan inspect``: says what files are."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.listing import list_files
from reader.cli.sentences import sentence
from reader.convert.detect import detect_script
from reader.formats.inspection import Inspection, inspect_file


def run(arguments: Sequence[str]) -> int:
    """Inspect; the exit status: 1 where a file could not be opened."""
    parser = argparse.ArgumentParser(
        prog="jianfan inspect", description="Say what files are: format, encoding, script, and how much is in them."
    )
    parser.add_argument("--json", action="store_true", help="an array with an object for each file")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what to look at")
    asked = parser.parse_intermixed_args(arguments)
    found = (inspect_file(path, detect_script, sentence) for path in asked.files)
    return list_files(found, _legible, is_json=asked.json)


def _legible(found: Inspection) -> str:
    confidence = found["confidence"] or 0.0
    lines = {
        "format": found["format"],
        "encoding": f"{found['encoding']} ({confidence:.0%} sure)",
        "script": found["script"] or "nothing tells",
        "paragraphs": f"{found['blocks']:,}",
        "characters": f"{found['characters']:,}",
        "headings": f"{found['headings']:,}",
    }
    return f"{found['path']}\n" + "".join(f"  {name:<12}{value}\n" for name, value in lines.items())
