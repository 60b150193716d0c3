"""Chooses among the traditional forms of a simplified character where OpenCC's dictionaries have no word for it.

OpenCC gives a character that stands in none of its words its first form: 云 becomes 雲, 余 餘, 征 徵. Here what stands
beside it decides, and what the document is known to use. A word of the dictionaries always comes first.
"""

from __future__ import annotations

from reader.convert.contexts import Contexts
from reader.convert.evidence import Evidence
from reader.convert.ruling import Settled
from reader.convert.usage import NUMBER

#: Characters that foreign names are written with, before and after a 里 that is part of one.
_FOREIGN = (
    "拉弗索尔姆埃克斯尔亚希洛夫尼基弗吉温巴拉马卡尤利莫托普罗布因奥艾乌叶塞萨缪奇昂诺蒂迪德特伊阿欧费加戈格古娜彻凯"
)

#: What follows a 余 that means what is left, and what stands before one.
_LEFT_AFTER = "下年额款暇辉波悸力地孽生党粮留外光温韵众皆军兵部者"
_LEFT_BEFORE = f"{NUMBER}其有剩多之业残盈富年岁月里人亩文"
_NOT_LEFT = f"(?<![{_LEFT_BEFORE}]余)(?![{_LEFT_AFTER}])"

#: What stands behind the names of people.
_TITLE = "(?:先生|女士|小姐|太太|教授|老师|博士|医生|律师|局长|处长|主任|书记|市长|县长|经理|师傅|老板|将军)"

#: Characters that given names are written with today.
_GIVEN = (
    "秋雨志远光华伟强军平东文明建国永海山良德成立安英杰俊浩宏宇鹏飞涛斌辉龙凤梅兰竹菊芳芬丽娟娜静敏慧玉珍珠琴琪琳瑶雪霞云月红秀春"
    "思佳嘉怡欣然子晓小天正祥振宗承启克修世绍仲伯叔季君卿曼玲莉萍萌诗晴晨旭泽浩瀚博轩睿哲翔毅凯坤峰岩松柏林森树仁义礼智信忠孝廉"
)

#: What people are who are named behind it.
_ROLE = (
    "作家|诗人|教授|导演|演员|歌手|记者|主任|学者|院士|医生|律师|主席|部长|市长|书记|校长|同学|老师|警官|队长|经理|董事|"
    "总裁|名叫|叫做"
)

#: What they do.
_SPEAKS = "(?:说|表示|认为|指出|告诉|回忆|透露|坦言|强调|写道|笑道|答道|问道)"


#: Family names that are written so in either script, and stand for something else with another form.
_NAMES = "于余范朴涂郁岳"

#: What stands behind some of them where they are none.
_NONE = {"于": "是", "范": "围例畴本式", "朴": "素实拙质", "涂": "料抹上成改写了在满", "郁": "闷结葱"}

#: When a character is a family name: before a title, after 姓, and where a clause begins with who speaks.
_SURNAMES = Contexts(
    {
        _NAMES: [
            (
                "surname",
                "".join(f"(?:(?<!{name})|(?![{behind}]))" for name, behind in _NONE.items())
                + f"(?:(?<!余)|{_NOT_LEFT})(?:(?={_TITLE}|氏(?!族))|(?<=姓[{_NAMES}])"
                + f"|(?<![\u3400-\u9fff][{_NAMES}])(?=[\u3400-\u9fff]{{1,2}}{_SPEAKS}))",
            )
        ]
    }
)

#: Why a character stays what it is, by the character; of several reasons the first counts (``Contexts``).
_RULES = {
    "里": (
        ("village head", "(?<![这那哪屋家城心梦夜院]里)(?=长(?![大出满期年得着成远久途城江河]))"),
        ("foreign name", "|".join(f"(?<=[·•‧][{_FOREIGN}]{{{n}}}里)" for n in (1, 2, 3))),
        ("foreign name", f"(?<=[{_FOREIGN}·•‧]里)(?=[{_FOREIGN}])"),
        ("foreign name", f"(?<=[{_FOREIGN}]{{2}}里)(?=[对称说表认指将和、，。])"),
        ("distance", f"(?<=[{NUMBER}]里)(?<![A-Za-z][0-9]里)|(?=许)"),
    ),
    "云": (
        ("says", r"(?=\s*[：:「“『\"‘])|(?<=[法传史论赋铭偈谣赞语谚]云)(?![彩雾层霄端海梯集游南贵])"),
    ),
    "准": (
        (
            "permit",
            "(?<=[不获批核奏俯报奉方应恩未钦始]准)(?![确备则时点绳头星噶将信是])|(?=[其予许你我他尔])",
        ),
    ),
    "征": (
        (
            "campaign",
            "(?<![开免应计代停减缓稽象]征)(?![兆收求文用召税募询信婚聘集稿引候象购取缴属得粮丁订地费管])",
        ),
    ),
    "于": (
        ("foreign name", "(?:(?<![\u3400-\u9fff]于)|(?<=[长理家员统裁·]于))(?=尔|贝|连·|格诺)"),
    ),
    "余": (
        ("first person", "(?<![\u3400-\u9fff]余)(?=[谨必尝亦素])"),
        ("surname", f"{_NOT_LEFT}(?:(?<![\u3400-\u9fff]余)|(?<=(?:{_ROLE})余))(?=[{_GIVEN}]{{2}})"),
    ),
    "范": (("foreign name", "(?=[·•‧]|布伦|佩西|巴斯滕|德萨|加尔|海伦)"),),
}  # fmt: skip

_CONTEXTS = Contexts(_RULES)

#: Characters that are a family or given name as they are, and something else with another form.
_IN_NAMES = frozenset("范余采岳郁谷涂")


class Chooser:
    """Chooses in the texts of one document. Safe to call from several threads."""

    def __init__(self, evidence: Evidence) -> None:
        """Of what is known of the document."""
        self._told = Contexts(told) if (told := _told(evidence)) else None

    def __call__(self, text: str) -> list[Settled]:
        """Places of a simplified text for which no word of the dictionaries stands, and the form to take; ascending."""
        reasons = dict(_CONTEXTS.find(text)) | dict(_SURNAMES.find(text))
        if self._told is not None:
            reasons |= dict(self._told.find(text))
        return [Settled(start, start + 1, text[start], reasons[start]) for start in sorted(reasons)]


def _told(evidence: Evidence) -> dict[str, list[tuple[str, str]]]:
    """Why a character stays what it is by what a document tells (``Contexts``)."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for name in evidence.names:
        for index, character in enumerate(name, 1):
            # As a given name 范 is 範; and what is left is no name, however often a clause begins with it.
            if character in _IN_NAMES and (character != "范" or index == 1):
                where = f"(?<={name[:index]})(?={name[index:]})" + (_NOT_LEFT if character == "余" else "")
                rules.setdefault(character, []).append(("name", where))
    for name in evidence.surnamed_yu:
        rules.setdefault("于", []).append(("surname", f"(?={name[1:]})"))
    if evidence.has_first_person_yu:
        rules.setdefault("余", []).append(("first person", _NOT_LEFT))
    return rules
