"""Builds ``name_characters.txt``: which characters foreign names are written with, and which Chinese names.

From ``dict.txt`` of jieba 0.42.1 (MIT, Copyright 2013 Sun Junyi; resources/licenses/jieba.md). A character's score is
the logarithm of how much commoner it is among the words of one kind than in words that name nothing, these by how often
they are used: *transliteration* over the transliterated names of three characters or more, *given* over the second and
third characters of Chinese names. *family* counts the names that begin with a family name.

Each line holds a kind, a level from 1 (some) to 5 (nearly always), a tab, and the characters, folded; what is missing
has level 0.

Run from the root of the tree: ``python resources/data/build_name_characters.py path/to/jieba/dict.txt``.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from math import log
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.search.entity_features import FAMILY_NAMES  # noqa: E402 - the tree that the script stands in
from reader.search.fold import fold  # noqa: E402

OUTPUT = Path(__file__).with_name("name_characters.txt")
HAN = re.compile("[\u4e00-\u9fff]+")
#: Scores from which the levels begin, and the counts of names from which those of family names do.
LEVELS = (-1.0, 0.0, 1.0, 2.0, 3.0)
FAMILIES = (5, 100)
#: A character that fewer names hold is not counted.
FEWEST = 2


def main() -> None:
    """Write the table from the file that is named."""
    common, foreign, given, family = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        word, count, part = line.split(" ")
        word = fold(word)
        if not HAN.fullmatch(word):
            continue
        if part[:2] not in ("nr", "ns", "nt", "nz"):
            for character in word:
                common[character] += int(count)
        elif part == "nrt" and len(word) > 2:
            foreign.update(set(word))
        elif part in ("nr", "nrfg") and len(word) == 3 and word[0] in FAMILY_NAMES:
            family[word[0]] += 1
            given.update(word[1:])
    groups: dict[str, list[str]] = defaultdict(list)
    for kind, names in (("transliteration", foreign), ("given", given)):
        for character in sorted(names):
            if names[character] >= FEWEST:
                level = bisect_right(LEVELS, score(names[character], names.total(), common[character], common.total()))
                groups[f"{kind} {level}"].append(character)
    for character in sorted(family):
        groups[f"family {bisect_right(FAMILIES, family[character])}"].append(character)
    lines = ["# jieba 0.42.1, dict.txt; by build_name_characters.py"]
    lines += [f"{name}\t{''.join(groups[name])}" for name in sorted(groups) if not name.endswith(" 0")]
    OUTPUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{OUTPUT.stat().st_size} bytes")


def score(count: int, total: int, elsewhere: int, all_elsewhere: int) -> float:
    """How much commoner a character is in names, smoothed so that rare characters say little."""
    return log((count + 0.3) / (total + 1000) / ((elsewhere + 30) / (all_elsewhere + 100_000)))


if __name__ == "__main__":
    main()
