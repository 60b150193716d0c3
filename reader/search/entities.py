"""Finds people, places, organisations, dates and quantities in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from reader.model.entity import Entity, EntityKind, NamedThing
from reader.resources import resource
from reader.search.entity_features import FAMILY_NAMES, features
from reader.search.fold import fold
from reader.search.matcher import Matcher
from reader.search.text_patterns import DATE, QUANTITY

_KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION}
#: Sentences; longer ones are tagged in pieces.
_SENTENCE = re.compile(r"[^\n\r。！？!?]{1,400}[。！？!?]?")
#: What makes an organisation of the name before it, with so much between them.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:有限公司|股份公司|公司|集团|银行|大学|学院|中学|小学|医院|研究院|研究所|出版社|电视台|委员会|代表团|"
    r"人民政府|政府|人民法院|法院|检察院|协会|学会|基金会|联合会|省委|市委|州委|县委|区委|党委)"
)
#: What is no part of the name before it.
_RANK = re.compile(
    r"(?:王子|公主|博士|[公侯伯子男]爵|[上中少]校|将军|教授|先生|女士|小姐|夫人|总统|主席|总理|[市部]长|皇帝|国王|女王)$"
)
#: A name may not hold these, which begin and end other words.
_NOT_IN_NAME = re.compile(r"[的了在是和与及、，,。；;：:！？!?（）()《》“”\"\s]")


def find_entities(text: str) -> list[Entity]:
    """What a text names, ascending; no two share a character.

    A tagger looks at each sentence; then the text as a whole corrects it. A name that was introduced once is found
    everywhere, two names in a row are two people, and an organisation reaches to the end of its name.
    """
    key = fold(text)
    names = _split(list(_trimmed(tag_names(key), key)), key)
    found = _completed(_with_repeats(names, key), key)
    taken = _Taken(found)
    for kind, expression in ((EntityKind.DATE, DATE), (EntityKind.QUANTITY, QUANTITY)):
        for match in expression.finditer(key):
            if taken.add(match.start(), match.end()):
                found.append(Entity(match.start(), match.end(), kind))
    return sorted(found, key=_start)


def named_things(text: str, entities: Iterable[Entity]) -> list[NamedThing]:
    """The things that entities of a text name, the most often named first, then in the order of the text."""
    places: dict[tuple[str, EntityKind], list[Entity]] = defaultdict(list)
    key = fold(text)
    for one in entities:
        places[key[one.start : one.end], one.kind].append(one)
    things = [
        NamedThing(text[found[0].start : found[0].end], kind, len(found), found[0].start)
        for (_, kind), found in places.items()
    ]
    return sorted(things, key=lambda thing: (-thing.count, thing.first))


class _Taken:
    """Which characters of a text are spoken for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._places = {at for one in entities for at in range(one.start, one.end)}

    def add(self, start: int, end: int) -> bool:
        """Take a stretch, if all of it is free."""
        if not self._places.isdisjoint(range(start, end)):
            return False
        self._places.update(range(start, end))
        return True


@cache
def _tagger() -> tuple[Any, bytes]:
    """The tagger, and its model, which it reads as long as it lives and does not keep alive itself."""
    # The program starts without it: it is asked for when a text is open and its panel is.
    import pycrfsuite

    model = resource("data", "entities.crfsuite").read_bytes()
    tagger = pycrfsuite.Tagger()
    # Not by its path, which may hold what the library cannot open.
    tagger.open_inmemory(model)
    return tagger, model


def tag_names(key: str) -> Iterator[Entity]:
    """What the tagger alone finds, in each sentence of a folded text."""
    tagger, _ = _tagger()
    for sentence in _SENTENCE.finditer(key):
        for start, end, tag in tag_spans(tagger.tag(features(sentence[0]))):
            yield Entity(sentence.start() + start, sentence.start() + end, _KINDS[tag])


def tag_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The stretches that IOB2 tags mark, ``[start, end)`` and their name; an ``I`` without its ``B`` begins one too."""
    start, name = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if name and tag != f"I-{name}":
            yield start, at, name
            name = ""
        if not name and tag != "O":
            start, name = at, tag[2:]


def _trimmed(entities: Iterable[Entity], key: str) -> Iterator[Entity]:
    """The entities without what is no part of their names.

    That is a person's rank, and a verb before a place; where no place stands behind the verb, nothing is left.
    """
    import rjieba

    for one in entities:
        if one.kind is EntityKind.PERSON:
            rank = _RANK.search(key, one.start, one.end)
            yield Entity(one.start, rank.start(), one.kind) if rank and rank.start() > one.start else one
            continue
        words = rjieba.tag(key[one.start : one.end])
        if words[0][1] != "v" or len(words[0][0]) < 2 or len(words) < 2:
            yield one
        elif words[1][1] in ("ns", "nt"):
            yield Entity(one.start + len(words[0][0]), one.end, one.kind)


def _completed(entities: list[Entity], key: str) -> list[Entity]:
    """Places and organisations with the rest of an organisation's name behind them."""
    found: list[Entity] = []
    for number, one in enumerate(entities):
        if found and one.start < found[-1].end:
            continue
        limit = entities[number + 1].start if number + 1 < len(entities) else len(key)
        rest = _BODY.match(key, one.end, min(limit, one.end + 12)) if one.kind is not EntityKind.PERSON else None
        if rest and not _NOT_IN_NAME.search(rest[0]):
            one = Entity(one.start, rest.end(), EntityKind.ORGANISATION)
        found.append(one)
    return found


def _split(entities: list[Entity], key: str) -> list[Entity]:
    """Two people that were taken for one, where the text names either of them elsewhere."""
    people = Counter(key[one.start : one.end] for one in entities if one.kind is EntityKind.PERSON)
    found = []
    for one in entities:
        name = key[one.start : one.end]
        cut = _cut(name, people) if one.kind is EntityKind.PERSON else 0
        if cut:
            found += [Entity(one.start, one.start + cut, one.kind), Entity(one.start + cut, one.end, one.kind)]
        else:
            found.append(one)
    return found


def _cut(name: str, people: Counter[str]) -> int:
    """Where a name of four to six characters is two of two or three each, or 0."""
    if not 4 <= len(name) <= 6 or "·" in name:
        return 0
    cuts = [
        cut for cut in (2, 3) if 2 <= len(name) - cut <= 3 and name[0] in FAMILY_NAMES and name[cut] in FAMILY_NAMES
    ]
    known = [cut for cut in cuts if people[name[:cut]] or people[name[cut:]]]
    return known[0] if known else 0


def _with_repeats(entities: list[Entity], key: str) -> list[Entity]:
    """The entities, and every other place at which one of their names stands, ascending."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for one in entities:
        kinds[key[one.start : one.end]][one.kind] += 1
    names = [name for name in kinds if len(name) > 1 and not _NOT_IN_NAME.search(name) and not name.isdigit()]
    taken = _Taken(entities)
    found = list(entities)
    for start, end, word in Matcher(names).find_folded(key):
        if taken.add(start, end):
            found.append(Entity(start, end, kinds[names[word]].most_common(1)[0][0]))
    return sorted(found, key=_start)


def _start(entity: Entity) -> int:
    return entity.start
