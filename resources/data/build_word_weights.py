"""Builds ``word_weights.txt``: how rare the commoner Chinese words are, as inverse document frequencies.

From ``jieba/analyse/idf.txt`` of jieba 0.42.1 (MIT, Copyright 2013 Sun Junyi; resources/licenses/jieba.md), which gives
the logarithm of how many documents there are for each that holds a word. Of its 270,000 words the 17,500 commonest of
two characters or more are kept, rounded to a tenth: the rest are all taken for equally rare, which suggests keywords as
well as the whole table does. Each line holds a frequency, a tab, and the words, folded.

Run from the root of the tree: ``python resources/data/build_word_weights.py path/to/jieba/analyse/idf.txt``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.search.fold import fold  # noqa: E402 - the tree that the script stands in

OUTPUT = Path(__file__).with_name("word_weights.txt")
WORDS = 17_500


def main() -> None:
    """Write the table from the file that is named."""
    weights: dict[str, float] = {}
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        word, weight = line.rsplit(" ", 1)
        key = fold(word)
        if len(key) > 1 and not key.isspace():
            weights[key] = min(float(weight), weights.get(key, float("inf")))
    groups: dict[str, list[str]] = defaultdict(list)
    for key, weight in sorted(weights.items(), key=lambda pair: (pair[1], pair[0]))[:WORDS]:
        groups[f"{weight:.1f}"].append(key)
    lines = ["# jieba 0.42.1, idf.txt; by build_word_weights.py"]
    lines += [f"{weight}\t{' '.join(words)}" for weight, words in groups.items()]
    OUTPUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{sum(map(len, groups.values()))} words, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
