"""What a tagger of names sees of each character."""

from __future__ import annotations

#: Family names, and last characters of places and of organisations.
FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹"
    "熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季安温伍阮葛殷庄章鲁倪庞邢俞翟蓝聂齐"
)
_PLACE_END = frozenset("省市县区镇乡村州国洲岛山河湖江海港街路旗盟里桥岭湾峡洋")
_BODY_END = frozenset("党委会局部院司团队社校所厅署厂府军馆处行组中心台")
_EDGE = ["<", "<"]
_OTHER_EDGE = [">", ">"]


def features(key: str) -> list[list[str]]:
    """The features of each character of a folded text: itself, its neighbours, and the words that rjieba sees there.

    They are those that the model in ``resources/data`` was trained with (``train_entities.py``): a change here asks for
    another model.
    """
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
        ]
        for at in range(2, len(key) + 2)
    ]
