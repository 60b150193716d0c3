"""Whether a regional word is no more than a part of a foreign name: 拉莫 (Rameau) in 拉莫斯 (Ramos)."""

from __future__ import annotations

from reader.convert.lexicon import LONGEST, Lexicon

#: Characters that foreign names are written with.
_CHARACTERS = frozenset(
    "阿埃艾爱奥巴拜班邦鲍贝本比彼别波伯博布查茨达戴丹道德登迪蒂第丁东杜顿多俄厄恩尔法凡菲费芬弗佛夫福富盖甘冈高戈哥格葛古圭哈海汉"
    "豪赫亨胡华怀霍基吉加贾杰金卡凯坎康考柯科可克肯库夸拉莱赖兰朗劳勒雷黎李里理利莉力立连列林琳隆卢鲁路伦罗洛吕马玛麦曼毛梅门蒙"
    "米密摩莫墨默姆穆纳娜南内尼涅宁纽努诺欧帕派潘庞佩彭皮珀普奇乔切琼丘热日茹瑞若撒萨塞森沙莎尚舍申圣施史士斯丝苏索塔泰坦汤唐特"
    "腾提廷图托瓦万旺威韦维魏温文翁沃乌伍武西希锡夏香肖谢欣辛休许逊雅亚延扬耶叶伊易因英尤约泽扎詹珍芝朱佐兹许拜"
)

#: Those of them that hardly stand as words of their own: before a name, and behind one.
_BEFORE = frozenset(
    "阿埃艾奥巴贝彼伯布茨戴道德迪蒂杜顿菲弗戈哈赫霍吉杰卡凯柯克莱勒雷里莉鲁伦洛玛梅姆穆娜尼涅诺帕佩珀奇切琼茹萨塞莎斯丝塔廷瓦韦维沃逊耶伊詹傑兹"
)
_BEHIND = frozenset("斯尔哥维娜瑞姆茨诺弗顿菲蒂莎塞撒奇基克兹夫伦恩洛丝琳森曼伯霍威珀勒鲁耶逊廷莉")


def is_cut_out(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a foreign name goes on before or behind a place.

    A character beside it that belongs to another word (加纳|维和部队) is no part of the name.

    Args:
        text: in simplified characters.
        start: where a regional word begins.
        end: where it ends.
        lexicon: what words there are.
    """
    if not _CHARACTERS.issuperset(text[start:end]):
        return False
    before, behind = text[start - 1 : start], text[end : end + 1]
    if behind == "·":
        return True
    if behind in _BEHIND and not any(lexicon.is_common(text[end:last]) for last in _ends(text, end)):
        return True
    return before in _BEFORE and not any(
        lexicon.is_common(text[first:start]) for first in range(max(0, start - LONGEST), start - 1)
    )


def _ends(text: str, start: int) -> range:
    return range(start + 2, min(len(text), start + LONGEST) + 1)
