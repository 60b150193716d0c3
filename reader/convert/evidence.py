"""What a whole document tells about its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.convert.fold import simplified
from reader.convert.lexicon import Lexicon
from reader.convert.senses import topics

#: Code points after which what was found so far is told.
_STRETCH = 50_000

#: How often a document has to begin or end a clause with characters for them to be a name.
_OFTEN = 3

#: Names that are kept, the most frequent first: what a reader meets again and again.
_KEPT = 2_000

#: How often, and in which share of its clauses, a document has to begin with 余 for it to mean I, not what is left.
_FIRST_PERSON, _SHARE = 20, 0.005

_CLAUSE = re.compile("[\u3400-\u9fff]{2,}")

#: Characters that begin or end too many clauses to be taken for parts of a name.
_FUNCTION = frozenset(
    "的了在是和与及这那他她它我你您们有不也就都而到被把从对为以于之其将已所此该并但又很最更还再会能要可上下中里个一二三四五六七八九十年月日时"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a document; with more of it read, there is more.

    Attributes:
        names: words that it uses again and again and that no lexicon knows, in simplified characters.
        topics: how many words of each topic it has.
        has_first_person_yu: whether its author says 余 for I.
    """

    names: frozenset[str] = frozenset()
    topics: Mapping[str, int] = field(default_factory=dict)
    has_first_person_yu: bool = False


#: Before anything of a document was read.
NO_EVIDENCE = Evidence()


def gather(passages: Iterable[str]) -> Iterator[Evidence]:
    """Read a document's passages and tell from time to time what is known by then; at the end all of it.

    For a background task, which stops when it takes no more.

    Args:
        passages: of a document, in any script.
    """
    lexicon = Lexicon()
    counted: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    unread = 0
    for passage in passages:
        text = simplified(passage)
        spoken += topics(text)
        counted.update(_edges(text))
        unread += len(passage)
        if unread >= _STRETCH:
            yield _told(counted, spoken, lexicon)
            unread = 0
    if unread or not counted:
        yield _told(counted, spoken, lexicon)


def _edges(text: str) -> Iterator[str]:
    """What clauses begin and end with: there one bound of the word is certain."""
    for clause in _CLAUSE.findall(text):
        yield clause[0]
        for length in (2, 3):
            if length <= len(clause):
                yield clause[:length]
            if length < len(clause):
                yield clause[-length:]


def _told(counted: Counter[str], spoken: Counter[str], lexicon: Lexicon) -> Evidence:
    names = (
        word
        for word, count in counted.most_common()
        if count >= _OFTEN and len(word) > 1 and _FUNCTION.isdisjoint(word) and lexicon.cost(word) is None
    )
    kept = frozenset(word for word, _ in zip(names, range(_KEPT), strict=False))
    return Evidence(kept, dict(spoken), _is_first_person(counted))


def _is_first_person(counted: Counter[str]) -> bool:
    clauses = sum(count for word, count in counted.items() if len(word) == 1)
    return counted["余"] >= max(_FIRST_PERSON, _SHARE * clauses)
