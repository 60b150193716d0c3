"""Measures what a search in one script finds in the other, on a text that exists in both.

The file is a table with the columns ``id``, ``hant`` and ``hans``: the sentences of UD_Chinese-GSD's dev split as
written and in Simplified characters (CC BY-SA 4.0; not part of this tree). Two measures:

- each of 200 words, typed in one script, is to be found at the same places in both versions;
- each Traditional character that shares its Simplified form with another word (後 and 后) is looked for in the
  Simplified version; what is right is told by the Traditional one. All that the fold finds, against what
  ranks above ``reading``.

Run from the root of the tree: ``python tests/benchmarks/search_recall.py TABLE.tsv``.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import rjieba

from reader.convert.converters import Converters
from reader.model.query import EVERY_TIER, Query, Tier
from reader.model.script import Script
from reader.search.finder import finder_of
from reader.search.script_forms import has_several_readings, level, script_of

WORDS = 200


def main() -> None:
    """Print both measures."""
    rows = [line.split("\t")[1:3] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()[1:]]
    pairs = [(hant, hans) for hant, hans in rows if len(hant) == len(hans)]
    hant, hans = ("\n".join(column) for column in zip(*pairs, strict=True))
    print(f"{len(pairs)} sentences of {len(rows)} (the others differ in length), {len(hant)} characters")
    in_both_scripts(hant, hans)
    readings(hant, hans)


def in_both_scripts(hant: str, hans: str) -> None:
    """Search for words of either version in both."""
    places = [(start, end) for _, start, end in rjieba.tokenize(hans) if 2 <= end - start <= 4]
    source = random.Random(7)
    for name, version in (("Traditional", hant), ("Simplified", hans)):
        words = dict.fromkeys(version[start:end] for start, end in source.sample(places, len(places)))
        chosen = [word for word in words if word.isalpha() and not word.isascii() and script_of(word)][:WORDS]
        same = hits = exact = 0
        for word in chosen:
            query = Query(word, tiers=EVERY_TIER - {Tier.REGIONAL})
            one, other = ({found[:2] for found in finder_of(query).find(text)} for text in (hant, hans))
            same += one == other
            hits += len(one | other)
            exact += len(one & other)
        naive = sum(hant.count(word) == hans.count(word) for word in chosen)
        print(
            f"{len(chosen)} {name} words: {same} found at the same places in both, {exact} of {hits} places shared; "
            f"as many by str.find: {naive}"
        )


def readings(hant: str, hans: str) -> None:
    """Search for Traditional characters of several readings in the Simplified version."""
    route = Converters().named("s2t")
    names = ("all that the fold finds", "above reading", "above reading, the reader's script known")
    totals = {name: [0, 0] for name in names}
    wanted = 0
    characters = {one for one, other in zip(hant, hans, strict=True) if has_several_readings(one) and level(one) == one}
    for character in characters:
        right = {at for at, one in enumerate(hant) if level(one) == character}
        unknown, known = (
            finder_of(Query(character, script=script), route.convert).find(hans)
            for script in (None, Script.TRADITIONAL)
        )
        wanted += len(right)
        every = {hit.start for hit in unknown}
        ranked = [{hit.start for hit in found if hit.tier < Tier.READING} for found in (unknown, known)]
        for name, hits in zip(names, (every, *ranked), strict=True):
            totals[name][0] += len(hits & right)
            totals[name][1] += len(hits)
    for name, (right, hits) in totals.items():
        print(f"{len(characters)} characters, {name}: precision {right / hits:.3f}, recall {right / wanted:.3f}")


if __name__ == "__main__":
    main()
