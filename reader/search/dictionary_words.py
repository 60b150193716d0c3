"""The words that rjieba's dictionary knows in a text, also those that share characters."""

from __future__ import annotations

from functools import lru_cache

#: Words that are remembered.
_MOST = 1 << 14


def known_words(key: str) -> list[list[str]]:
    """For each character of a folded text, the words of two characters or more that hold it.

    A word is told by its part of speech and where in it the character stands, once for all words alike, in the order of
    the alphabet.
    """
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    found: list[set[str]] = [set() for _ in key]
    at = 0
    for word in rjieba.cut_all(key):
        # They come by where they begin.
        begins = key.find(word, at)
        if begins < 0:
            continue
        at = begins
        if len(word) > 1:
            for place, told in enumerate(_told(word), begins):
                found[place].update(told)
    return [sorted(words) for words in found]


@lru_cache(_MOST)
def part_of_speech(word: str) -> str:
    """The part of speech of a folded word, in jieba's letters; "" where it is cut in two."""
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    tagged = rjieba.tag(word)
    return tagged[0][1] if len(tagged) == 1 else ""


@lru_cache(_MOST)
def _told(word: str) -> tuple[tuple[str, ...], ...]:
    """What is told of a word at each of its characters."""
    part = part_of_speech(word)
    if not part:
        return ()
    last = len(word) - 1
    short = part if part[0] == "n" else part[0]
    edges = ["LB", *["LM"] * (last - 1), "LE"]
    if part[:2] not in ("ns", "nt", "nr"):
        return tuple((edge + short,) for edge in edges)
    return tuple((edge + short, f"L{min(at, 4)}/{min(last + 1, 5)}{short}") for at, edge in enumerate(edges))
