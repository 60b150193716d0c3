"""Tells in which script a text is written, by characters that only one of them uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from reader.convert.dictionaries import first_values, raw_values
from reader.model.script import Script

#: Characters of a regional standard have to outnumber those of the others by this factor to count.
_CLEAR = 2

#: Characters of another script from which on a block is taken to be written in it, rather than to quote it.
_TELLING = 4


@cache
def _tellers() -> tuple[frozenset[str], frozenset[str], Mapping[Script, frozenset[str]]]:
    """Characters that are simplified only, traditional only, and of one traditional standard only.

    A character that is written in both (后, 里, 台) tells nothing.
    """
    to_traditional, to_simplified = raw_values("STCharacters"), raw_values("TSCharacters")
    simplified = {one for one, values in to_traditional.items() if one not in values}
    traditional = {one for one, values in to_simplified.items() if one not in values}
    variants = {Script.TAIWAN: first_values("TWVariants"), Script.HONG_KONG: first_values("HKVariants")}
    regional = {script: set(pairs.values()) for script, pairs in variants.items()}
    standard = {one for pairs in variants.values() for one in pairs}
    own = {
        Script.TAIWAN: frozenset(regional[Script.TAIWAN] - regional[Script.HONG_KONG] - standard - simplified),
        Script.HONG_KONG: frozenset(regional[Script.HONG_KONG] - regional[Script.TAIWAN] - standard - simplified),
        Script.TRADITIONAL: frozenset((set(variants[Script.TAIWAN]) & set(variants[Script.HONG_KONG])) - simplified),
    }
    return frozenset(simplified - traditional), frozenset(traditional - simplified), own


def detect_script(text: str) -> Script | None:
    """The script of a text; None if none of its characters tells.

    Args:
        text: a sample of a few thousand characters; a few suffice.
    """
    simplified, traditional, own = _tellers()
    counts = Counter(text)

    def weight(characters: frozenset[str]) -> int:
        return sum(counts[character] for character in counts.keys() & characters)

    is_simplified, is_traditional = weight(simplified), weight(traditional)
    if not is_simplified and not is_traditional:
        return None
    if is_simplified >= is_traditional:
        return Script.SIMPLIFIED
    found = Counter({script: weight(characters) for script, characters in own.items()})
    (best, most), (_, second), _ = found.most_common()
    return best if most > _CLEAR * second else Script.TRADITIONAL


def block_script(text: str, document: Script | None) -> Script | None:
    """The script of a block of a document whose script is known; another one only where the block clearly is.

    Args:
        text: the block's.
        document: the script of the document; None where nothing tells.
    """
    simplified, traditional, _ = _tellers()
    counts = [sum(map(characters.__contains__, text)) for characters in (simplified, traditional)]
    is_other = document is None or document.is_traditional is (counts[0] > counts[1])
    if not is_other or max(counts) < _TELLING or max(counts) <= _CLEAR * min(counts):
        return document
    return detect_script(text)
