"""What a tagger of names sees of each character."""

from __future__ import annotations

from collections.abc import Iterator

from reader.search.dictionary_words import known_words
from reader.search.name_characters import levels

#: Family names, and last characters of places and of organisations.
FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹"
    "熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季安温伍阮葛殷庄章鲁倪庞邢俞翟蓝聂齐"
)
_PLACE_END = frozenset("省市县区镇乡村州国洲岛山河湖江海港街路旗盟里桥岭湾峡洋")
_BODY_END = frozenset("党委会局部院司团队社校所厅署厂府军馆处行组中心台")
_EDGE = ["<", "<"]
_OTHER_EDGE = [">", ">"]
_NOWHERE = [0, 0]
#: From this level on a run of characters may be a foreign name, which a character of level 1 may stand within.
_FOREIGN = 2


def features(key: str) -> list[list[str]]:
    """The features of each character of a folded text.

    They are the character, its neighbours, what kinds of character they are and how like those of names, and the words
    that stand there by rjieba's reckoning and by its dictionary alone. The model in ``resources/data`` was trained with
    them (``train_entities.py``): a change here asks for another model.
    """
    found = _of_words(key)
    for more in (_of_names(key), _of_runs(key), known_words(key)):
        for own, others in zip(found, more, strict=True):
            own += others
    return found


def _of_words(key: str) -> list[list[str]]:
    """What each character and its neighbours are, and where in which word they stand."""
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    words = []
    places = []
    for word, part in rjieba.tag(key):
        last = len(word) - 1
        words += [word] * (last + 1)
        places += ["S" + part] if last == 0 else ["B" + part, *["M" + part] * (last - 1), "E" + part]
    signs = [*_EDGE, *key, *_OTHER_EDGE]
    places = [*_EDGE, *places, *_OTHER_EDGE]
    kinds = [
        ("u" if sign in FAMILY_NAMES else "") + ("l" if sign in _PLACE_END else "") + ("o" if sign in _BODY_END else "")
        for sign in signs
    ]
    types = "<<" + "".join(map(_type, key)) + ">>"
    return [
        [
            "0" + signs[at],
            "-1" + signs[at - 1],
            "+1" + signs[at + 1],
            "-2" + signs[at - 2],
            "+2" + signs[at + 2],
            "a" + signs[at - 1] + signs[at],
            "b" + signs[at] + signs[at + 1],
            "c" + signs[at - 1] + signs[at + 1],
            "p" + places[at],
            "q" + places[at - 1],
            "r" + places[at + 1],
            "s" + places[at - 1] + places[at],
            "t" + places[at] + places[at + 1],
            "y" + places[at - 2],
            "z" + places[at + 2],
            "w" + words[at - 2],
            "S" + kinds[at],
            "R" + kinds[at + 1],
            "Q" + kinds[at - 1],
            "X" + kinds[at + 2],
            "T" + types[at - 1 : at + 2],
            "U" + types[at - 2 : at + 3],
        ]
        for at in range(2, len(key) + 2)
    ]


def _type(sign: str) -> str:
    if sign.isdigit():
        return "d"
    if "a" <= sign <= "z":
        return "e"
    if "\u3400" <= sign <= "\u9fff":
        return "h"
    return sign if sign in '・·,。、()《》「」"-:' else "p"


def _of_names(key: str) -> Iterator[list[str]]:
    """How like those of foreign names and of Chinese ones a character and its neighbours are."""
    foreign, given, family = (
        "".join(str(level.get(sign, 0)) for sign in [*_NOWHERE, *key, *_NOWHERE])
        for level in (levels("transliteration"), levels("given"), levels("family"))
    )
    for at in range(2, len(key) + 2):
        yield [
            "f" + foreign[at],
            "F" + foreign[at - 1 : at + 2],
            "G" + foreign[at - 2 : at + 3],
            "g" + given[at],
            # As the first, the second and the third character of a Chinese name.
            "i" + family[at] + given[at + 1 : at + 3],
            "j" + family[at - 1] + given[at : at + 2],
            "k" + family[at - 2] + given[at - 1 : at + 1],
            "l" + family[at - 1] + given[at] + family[at] + given[at + 1],
        ]


def _of_runs(key: str) -> list[list[str]]:
    """Where in a run of characters that foreign names are written with a character stands."""
    level = levels("transliteration")
    run = [level.get(sign, 0) for sign in key]
    found: list[list[str]] = [[] for _ in key]
    start = 0
    while start < len(run):
        end = start
        while end < len(run) and (
            run[end] >= _FOREIGN or (end > start and run[end] == 1 and run[end + 1 : end + 2] >= [_FOREIGN])
        ):
            end += 1
        for at in range(start, end):
            found[at] = [f"m{min(at - start, 4)}/{min(end - at, 4)}", f"n{min(end - start, 7)}"]
        start = max(end, start + 1)
    return found
