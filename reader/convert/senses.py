"""What a sentence speaks of, and which regional words mean something else there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property

from reader.convert.matcher import Matcher
from reader.resources import resource

#: The topic in which most regional words are regional.
_COMPUTING = "computing"

#: What words tell of that only hide others: no 女子|网球 is a 子网.
_NOTHING = "nothing"

#: So many times more often a document has to speak of other things before it decides for a sentence that tells nothing.
_CLEAR = 3

#: Words of a topic that a document needs before it tells anything.
_ENOUGH = 4

#: Words that tell of computing together, besides the one that is asked about.
_TOGETHER = 2

#: Han characters that make a sentence running text.
_RUNNING = 12

_LATIN = re.compile("[a-z][a-z0-9+]*")

#: How nobody but those who write of computers writes: places of values, options, names with underscores or brackets, of
#: files, paths and addresses.
_NOTATION = re.compile(
    r"%(?:\d\$)?-?\d*[sdiuxcl]|(?<![\w-])--?[a-z][a-z-]+|\w_\w|[a-z]\(\)|[a-z]\.[a-z]{2,4}\b|(?<!\w)/[a-z]+/|[a-z0-9]@[a-z]|<[a-z]+>"
    r"|\\[nt0]|\$[a-z]|[a-z]=[\w\"]|::"
)
_HAN = re.compile("[\u3400-\u9fff]")


class Region(Enum):
    """Whose words a text is written in. The value is the section of the file."""

    MAINLAND = "mainland"
    TAIWAN = "taiwan"


class Compounds:
    """What can stand beside a word where it does not mean what it means alone."""

    def __init__(self, compounds: list[str]) -> None:
        """Of compounds as in the file, with ``~`` for the word at one end."""
        pairs = [compound.split("~") for compound in compounds]
        self._before = frozenset(before for before, _ in pairs if before)
        self._behind = frozenset(behind for _, behind in pairs if behind)
        self._lengths = {len(before) for before in self._before}, {len(behind) for behind in self._behind}

    def has(self, text: str, start: int, end: int) -> bool:
        """Whether a word at a place of a text is one of them with what stands beside it."""
        before, behind = self._lengths
        return any(text[max(0, start - length) : start] in self._before for length in before) or any(
            text[end : end + length] in self._behind for length in behind
        )


@dataclass(frozen=True, slots=True)
class Sense:
    """How to tell that a word does not mean what it means as a regional word.

    Attributes:
        home: the topics in which it is a regional word.
        others: the topics in which it is not; None for all others. Where it is doubtful, all but that of persons count.
        is_rare: whether it is a regional word only where something tells so.
        is_doubtful: whether running text that tells nothing tells that it is none: who writes of computers for the
            length of a sentence names something of theirs.
        compounds: what can stand before it and behind it where it is not.
    """

    home: frozenset[str]
    others: frozenset[str] | None
    compounds: Compounds
    is_rare: bool = False
    is_doubtful: bool = False

    def is_other(self, word: str, sentence: Sentence, document: Mapping[str, int]) -> bool:
        """Whether a word means something else than as a regional word in none of its compounds; False if nothing tells.

        Args:
            word: in simplified characters.
            sentence: what its sentence tells.
            document: how many the document has.
        """
        told = sentence.topics_beside(word)
        home, others = self._home(told), self._sum(told)
        if not home and _COMPUTING in self.home and len(sentence.telling - {word}) >= _TOGETHER:
            home = 1
        if home or others:
            return others > home
        home, others = self._home(document), self._sum(document)
        if self.is_rare:
            return home < _ENOUGH or home <= others
        if self.is_doubtful and max(home, others) >= _ENOUGH:
            return others > home
        if self.is_doubtful and sentence.is_running:
            return True
        return others >= _ENOUGH and others > _CLEAR * home

    def _home(self, topics: Mapping[str, int]) -> int:
        return sum(topics.get(topic, 0) for topic in self.home)

    def _sum(self, topics: Mapping[str, int]) -> int:
        apart = _SPECIAL | self.home
        if self.others is not None:
            if not self.is_doubtful:
                return sum(topics[topic] for topic in (self.others & topics.keys()) - apart)
            apart |= _PERSONS - self.others
        return sum(topics[topic] for topic in topics.keys() - apart)


class Sentence:
    """What a sentence tells, found as it is asked for."""

    def __init__(self, text: str, region: Region) -> None:
        """Of a text in simplified characters, with the words of a region."""
        self._words = _spoken(text)
        self._topics = _counted(self._words, text)
        self._text = text
        self._region = region

    def topics_beside(self, word: str) -> Counter[str]:
        """How many words of each topic it has besides one."""
        return self._topics - Counter(_topics()[1][word]) if word in self._words else self._topics

    @cached_property
    def telling(self) -> frozenset[str]:
        """The regional words in it that tell of computing where several of them stand together."""
        return frozenset(self._text[start:end] for start, end in _telling()[self._region].find(self._text))

    @cached_property
    def is_running(self) -> bool:
        """Whether it is long enough to name what it speaks of."""
        return len(_HAN.findall(self._text)) >= _RUNNING


#: The topic of pronouns, of which every text has some.
_PERSONS = frozenset({"persons"})

#: Topics that count only for the words that name them.
_SPECIAL = frozenset({"laos", "africa", "car"})


def topics(text: str) -> Counter[str]:
    """How many words of each topic a text has, each word once.

    Args:
        text: in simplified characters.
    """
    return _counted(_spoken(text), text)


def _spoken(text: str) -> set[str]:
    """The words of a text that tell of topics, in lower case."""
    matcher, named = _topics()
    text = text.lower()
    words = {text[start:end] for start, end in matcher.find(text)}
    words.update(word for word in _LATIN.findall(text) if word in named)
    return words


def _counted(words: set[str], text: str) -> Counter[str]:
    named = _topics()[1]
    counted = Counter([topic for word in words for topic in named[word]])
    if not text.isalpha() and _NOTATION.search(text.lower()):
        counted[_COMPUTING] += 1
    return counted


def prepare_topics() -> None:
    """Be ready to ask about the topics of many sentences."""
    _topics()[0].prepare()


def senses(region: Region) -> Mapping[str, Sense]:
    """The words of a region that also mean something else, in simplified characters."""
    return _senses()[region]


@cache
def _topics() -> tuple[Matcher, Mapping[str, tuple[str, ...]]]:
    named: dict[str, tuple[str, ...]] = {}
    for topic, words in _section("topics"):
        for word in words.split():
            named[word] = (*named.get(word, ()), topic) if topic != _NOTHING else ()
    return Matcher({word: word for word in named if not _LATIN.fullmatch(word)}), named


@cache
def _telling() -> Mapping[Region, Matcher]:
    return {
        region: Matcher([word for word, line in _section(region.value) if "+" in line.partition("|")[0].split()])
        for region in Region
    }


@cache
def _senses() -> Mapping[Region, Mapping[str, Sense]]:
    return {region: {word: _sense(line) for word, line in _section(region.value)} for region in Region}


def _sense(line: str) -> Sense:
    told, _, compounds = line.partition("|")
    names = told.split()
    home = frozenset(name[1:] for name in names if name.startswith("@")) or frozenset({_COMPUTING})
    others = frozenset(name for name in names if name[0] not in "@*!?+")
    told_of = None if "*" in names else others
    return Sense(home, told_of, Compounds(compounds.split()), "!" in names, "?" in names)


def _section(name: str) -> list[tuple[str, str]]:
    text = resource("data", "word_senses.txt").read_bytes().decode("utf-8")
    body = text.split(f"\n[{name}]\n", 1)[1].split("\n[", 1)[0]
    pairs = (line.partition(": ") for line in body.splitlines() if line and not line.startswith("#"))
    return [(word, rest) for word, _, rest in pairs]
