"""Finds people, places, organisations, dates and quantities in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from reader.model.entity import Entity, EntityKind, NamedThing
from reader.search.dictionary_words import part_of_speech
from reader.search.entity_features import FAMILY_NAMES
from reader.search.fold import fold
from reader.search.matcher import Matcher
from reader.search.name_tagger import tag_names
from reader.search.text_patterns import DATE, QUANTITY

#: What makes an organisation of the name before it, with so much between them.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:有限公司|股份公司|公司|集团|银行|大学|学院|中学|小学|医院|研究院|研究所|出版社|电视台|委员会|代表团|"
    r"人民政府|政府|人民法院|法院|检察院|协会|学会|基金会|联合会|省委|市委|州委|县委|区委|党委)"
)
#: What is no part of the name before it.
_RANK = re.compile(
    r"(?:王子|公主|博士|[公侯伯子男]爵|[上中少]校|将军|教授|先生|女士|小姐|夫人|总统|主席|总理|[市部]长|皇帝|国王|女王)$"
)
_FAMILY = f"[{''.join(sorted(FAMILY_NAMES))}]"
#: What a person is, before their name; and a name that begins a clause, before what people do.
_POST = re.compile(
    r"(?:书记|主任|主席|总统|总理|总裁|经理|教授|记者|教练|导演|演员|议员|立委|委员|秘书|发言人|律师|医生|医师|老师|法官|检察官|队长|"
    r"特首|司令|董事长|理事长|会长|社长|行长|馆长|台长|[省市县区镇乡村州][长委]|[部局厅处司科院校署]长)"
    rf"(?={_FAMILY})"
)
_ACTING = re.compile(
    rf"(?<!\w)(?={_FAMILY})[\u4e00-\u9fff]{{2,3}}(?=说|问|笑|答|表示|指出|认为|强调|介绍|回答|来到|走到|回到|走进|看到|看见|听到|点头|摇头)"
)
#: What parts two names, and words that cannot begin or end one: 據曼涅托, 泰羅芬斯以, 東臨太平洋.
_NAME = re.compile(r"(?:[^、,;:。的]|的(?=[黎里]))+")
_BEFORE = re.compile(r"[在被把据由让令给]|[东西南北]{1,2}[临邻接濒靠](?=..)")
_BEHIND = re.compile(r"[对以被把从向而且但也还曰]$")
#: Armies that are named after nobody: 三軍, 眾軍, 引軍.
_ANY_ARMY = re.compile(r"[三中众诸全大各我敌彼贼官义援后前左右引领率进催收退回]军|[百千万]+军|[引领率]一军")
#: A name may not hold these, which begin and end other words.
_NOT_IN_NAME = re.compile(r"[的了在是和与及、，,。；;：:！？!?（）()《》“”\"\s]")


def find_entities(text: str) -> list[Entity]:
    """What a text names, ascending; no two share a character.

    A tagger looks at each sentence; then the text as a whole corrects it. A name that was introduced once is found
    everywhere, two names in a row are two people, and an organisation reaches to the end of its name.
    """
    key = fold(text)
    names = _completed(_split(_with_introduced(list(_trimmed(tag_names(key), key)), key), key), key)
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


def _trimmed(entities: Iterable[Entity], key: str) -> Iterator[Entity]:
    """The entities without what is no part of their names.

    That is marks between two names, words before and behind, a person's rank, and a verb before a place; where no place
    stands behind the verb, nothing is left, and neither is anything of an army that is named after nobody.
    """
    import rjieba

    for one in _bare(entities, key):
        if one.kind is EntityKind.PERSON:
            rank = _RANK.search(key, one.start, one.end)
            yield Entity(one.start, rank.start(), one.kind) if rank and rank.start() > one.start else one
            continue
        if one.kind is EntityKind.ORGANISATION and _ANY_ARMY.fullmatch(key, one.start, one.end):
            continue
        words = rjieba.tag(key[one.start : one.end])
        if words[0][1] != "v" or len(words[0][0]) < 2 or len(words) < 2:
            yield one
        elif words[1][1] in ("ns", "nt"):
            yield Entity(one.start + len(words[0][0]), one.end, one.kind)


def _bare(entities: Iterable[Entity], key: str) -> Iterator[Entity]:
    """The names between marks, without the words that only stand before or behind them."""
    for one in entities:
        for name in _NAME.finditer(key, one.start, one.end):
            start, end = name.span()
            before = _BEFORE.match(key, start, end)
            start = before.end() if before else start
            behind = _BEHIND.search(key, start, end)
            end = behind.start() if behind else end
            if end - start > 1 or (start, end) == (one.start, one.end):
                yield Entity(start, end, one.kind)


def _with_introduced(entities: list[Entity], key: str) -> list[Entity]:
    """The entities, and the people whom the text shows as such where none was seen: 市委書記王建國, 王建國說."""
    people = _Taken(one for one in entities if one.kind is EntityKind.PERSON)
    shown = [
        one for post in _POST.finditer(key) for one in _person_at(post.end(), key) if people.add(one.start, one.end)
    ]
    taken = _Taken(shown)
    found = [*shown, *(one for one in entities if taken.add(one.start, one.end))]
    for name in _ACTING.finditer(key):
        found += [
            one for one in _person_at(name.start(), key) if one.end == name.end() and taken.add(one.start, one.end)
        ]
    return sorted(found, key=_start)


def _person_at(start: int, key: str) -> list[Entity]:
    """The person whose name is the word that begins at a place, if it is one."""
    import rjieba

    word, part = rjieba.tag(key[start : start + 8])[0]
    is_name = part.startswith("nr") and 2 <= len(word) <= 3
    return [Entity(start, start + len(word), EntityKind.PERSON)] if is_name else []


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
    """The entities, and every other place at which one of their names stands, ascending.

    A name is of one kind throughout, that which it was taken for most often; and where a longer name stands that was
    found twice, a piece of it is none.
    """
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for one in entities:
        kinds[key[one.start : one.end]][one.kind] += 1
    kind_of = {name: counts.most_common(1)[0][0] for name, counts in kinds.items() if _is_likely(name, counts, key)}
    names = [name for name in kind_of if len(name) > 1 and not _NOT_IN_NAME.search(name) and not name.isdigit()]
    repeats = [(start, end, names[word]) for start, end, word in Matcher(names).find_folded(key)]
    sure = [(start, end, name) for start, end, name in repeats if kinds[name].total() > 1]
    found, taken = [], _Taken(())
    stated = [(one.start, one.end, key[one.start : one.end]) for one in entities]
    for start, end, name in [*_longer(sure, entities), *stated, *repeats]:
        if name in kind_of and taken.add(start, end):
            found.append(Entity(start, end, kind_of[name]))
    return sorted(found, key=_start)


def _is_likely(name: str, counts: Counter[EntityKind], key: str) -> bool:
    """Whether a name is one: two characters may be any word, where they were seldom taken for a person."""
    if len(name) != 2 or not counts[EntityKind.PERSON] or name[0] in FAMILY_NAMES:
        return True
    return 3 * counts.total() > key.count(name) or part_of_speech(name).startswith("nr")


def _longer(places: list[tuple[int, int, str]], entities: list[Entity]) -> list[tuple[int, int, str]]:
    """The places of names that hold some entities and cross none; both ascend."""
    found, at = [], 0
    for start, end, name in places:
        while at < len(entities) and entities[at].end <= start:
            at += 1
        within = at
        while within < len(entities) and start <= entities[within].start and entities[within].end <= end:
            within += 1
        if within == len(entities) or (entities[within].start >= end):
            found.append((start, end, name))
    return found


def _start(entity: Entity) -> int:
    return entity.start
