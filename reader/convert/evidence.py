"""What a whole document tells about its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.convert.fold import simplified
from reader.convert.lexicon import Lexicon
from reader.convert.senses import topics

#: Code points after which what was found so far is told.
_STRETCH = 50_000

#: How often a document has to begin or end a clause with characters for them to be a name.
_OFTEN = 3

#: So many times as often as in a name a word has to stand at the edges of clauses to be one by itself.
_ALONE = 2

#: Names that are kept, the most frequent first: what a reader meets again and again.
_KEPT = 2_000

#: How often, and in which share of its clauses, a document has to begin with 余 for it to mean I, not what is left.
_FIRST_PERSON, _SHARE = 20, 0.005

#: How often somebody called 于 has to speak, or to be called so by a title, to be a person.
_TWICE = 2

#: Somebody called 于 who says something at the start of a clause, or whose title stands before the name.
_CALLED_YU = re.compile(
    "(?<![\u3400-\u9fff])(于[\u3400-\u9fff]{1,2}?)(?=[曰道说称笑]|表示|认为|指出|告诉|介绍|回忆|大怒|大惊|引军|领兵)"
    "|(?:记者|演员|导演|作家|教授|局长|主任|书记|市长|县长|队长|教练|经理|董事长|将军|律师|医生|名叫|名为|姓)"
    "(于[\u3400-\u9fff]{1,2})(?![\u3400-\u9fff])"
)

_CLAUSE = re.compile("[\u3400-\u9fff]{2,}")

#: Characters that begin or end too many clauses to be taken for parts of a name.
_FUNCTION = frozenset(
    "的了在是和与及这那他她它我你您们有不也就都而到被把从对为以于之其将已所此该并但又很最更还再会能要可上下中里个一二三四五六七八九十年月日时"
)


@dataclass(frozen=True)
class Evidence:
    """What is known of a document; with more of it read, there is more.

    Attributes:
        names: words that it uses again and again and that no lexicon knows, in simplified characters.
        topics: how many words of each topic it has.
        has_first_person_yu: whether its author says 余 for I.
        surnamed_yu: names of people called 于, which otherwise is 於.
    """

    names: frozenset[str] = frozenset()
    topics: Mapping[str, int] = field(default_factory=dict)
    has_first_person_yu: bool = False
    surnamed_yu: frozenset[str] = frozenset()

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The characters that stand beside each other in names."""
        return frozenset(name[index : index + 2] for name in self.names for index in range(len(name) - 1))


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
    called_yu: Counter[str] = Counter()
    unread = 0
    for passage in passages:
        text = simplified(passage)
        spoken += topics(text)
        counted.update(_edges(text))
        called_yu.update(found[0] or found[1] for found in _CALLED_YU.findall(text))
        unread += len(passage)
        if unread >= _STRETCH:
            yield _told(counted, spoken, called_yu, lexicon)
            unread = 0
    if unread or not counted:
        yield _told(counted, spoken, called_yu, lexicon)


def _edges(text: str) -> Iterator[str]:
    """What clauses begin and end with: there one bound of the word is certain."""
    for clause in _CLAUSE.findall(text):
        yield clause[0]
        for length in (2, 3):
            if length <= len(clause):
                yield clause[:length]
            if length < len(clause):
                yield clause[-length:]


def _told(counted: Counter[str], spoken: Counter[str], called_yu: Counter[str], lexicon: Lexicon) -> Evidence:
    names = (
        word
        for word, count in counted.most_common()
        if count >= _OFTEN and len(word) > 1 and _FUNCTION.isdisjoint(word) and lexicon.cost(word) is None
        if not _holds_word(word, counted, lexicon)
    )
    kept = frozenset(word for word, _ in zip(names, range(_KEPT), strict=False))
    surnamed = frozenset(name for name, count in called_yu.items() if count >= _TWICE)
    return Evidence(kept, dict(spoken), _is_first_person(counted), surnamed)


def _holds_word(word: str, counted: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether two of three characters are a word that the document uses by itself as well: 字符 in 单字符."""
    parts = (word[:2], word[1:]) if len(word) > 2 else ()
    return any(counted[part] >= _ALONE * counted[word] and lexicon.cost(part) is not None for part in parts)


def _is_first_person(counted: Counter[str]) -> bool:
    clauses = sum(count for word, count in counted.items() if len(word) == 1)
    return counted["余"] >= max(_FIRST_PERSON, _SHARE * clauses)
