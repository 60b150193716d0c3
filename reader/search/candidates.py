"""The words and phrases of a text that could be its keywords."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Clauses: no phrase reaches over a mark.
_CLAUSE = re.compile(r"[^，。；：！？、,;:!?\n\r\t（）()《》<>【】\[\]“”\"‘’'…「」『』]+")
_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]|[a-z][a-z0-9+#.\-]+$")
_NEXT_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]|[a-z0-9.+#\-]+$")

#: Words that are no keyword alone or at a phrase's edge, and words of time that are part of no phrase.
_STOP_TEXT = (
    "的 了 和 是 在 与 及 以及 对 对于 其 将 并 等 中 为 有 也 而 从 到 把 被 上 下 "
    "个 一个 一种 这 那 这个 那个 该 这些 那些 我们 他们 它们 自己 可以 进行 通过 根据 采用 "
    "利用 使用 提出 研究 分析 结果 方法 表明 具有 基于 问题 本文 探讨 情况 方面 工作 认为 "
    "没有 就是 不是 可能 需要 成为 作为 同时 目前 其中 之间 不同 相关 主要 重要 有效 影响 "
    "作用 提高 存在 发现 目的 结论 背景 说 要 会 能 去 做 来 时 里 年 月 日 时候 什么 "
    "怎么 已经 还是 或者 如果 因为 所以 但是 而且 虽然 第一 第二 之后 以来 表示 希望 有关 "
    "包括 得到 开展 实现 进一步 加强 推动"
)
_STOP = frozenset(_STOP_TEXT.split())
_TIME_TEXT = (
    "以来 之后 以后 之前 以前 目前 今年 去年 明年 今天 昨天 明天 今日 昨日 近年 近年来 当前 "
    "现在 当时 同时 时间 时候 期间 之间 之中 其中 以上 以下 之下 之上 上午 下午 晚上 早上 "
    "日前 近日 中间 里面 外面 上面 下面 左右 内部 方面 未来 过去 将来 后来 然后"
)
_TIME = frozenset(_TIME_TEXT.split())
#: rjieba's tags of what can be a keyword alone.
_NOUN = frozenset(["n", "nr", "ns", "nt", "nz", "ng", "nrt", "nrfg", "vn", "an", "l", "i", "j", "eng", "x", "un"])
_LAST = frozenset(["vn", "an", "j", "l", "i", "eng", "x", "v", "k", "g", "vg", "ng", "s", "a"])
_SAID = "曰"
_MOST_WORDS = 4
_LONGEST = 10


@dataclass(slots=True)
class Candidate:
    """A word or phrase, folded.

    Attributes:
        parts: its words with their part of speech, where it stands first.
        first: code points before it there.
        count: how often it stands in the text.
        in_title: how often within the title.
    """

    parts: list[tuple[str, str]]
    first: int
    count: int = 0
    in_title: int = 0


def candidates(key: str, title: tuple[int, int]) -> dict[str, Candidate]:
    """The candidates of a folded text, each a noun or up to four words that begin and end as a noun phrase does.

    Args:
        key: the folded text.
        title: where its title stands, ``[start, end)``.
    """
    found: dict[str, Candidate] = {}
    for clause in _CLAUSE.finditer(key):
        words = _tagged(clause[0], clause.start())
        for first, (word, part, start) in enumerate(words):
            if not _WORD.search(word):
                continue
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                next_word, next_part, next_start = words[last]
                if _breaks(next_word, next_part, is_first=last == first):
                    break
                if last == first:
                    if not _is_keyword(word, part):
                        if not _can_begin(word, part):
                            break
                        continue
                elif not (_can_begin(word, part) and _can_end(next_word, next_part)):
                    continue
                text = key[start : next_start + len(next_word)]
                if len(text) > _LONGEST:
                    break
                if text not in found:
                    found[text] = Candidate([(one, tag) for one, tag, _ in words[first : last + 1]], start)
                found[text].count += 1
                found[text].in_title += title[0] <= start < title[1]
    return found


def _tagged(clause: str, start: int) -> list[tuple[str, str, int]]:
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    found = []
    for word, part in rjieba.tag(clause):
        # Who is not in its dictionary is taken for a word together with what older texts say for "said".
        is_said = len(word) > 1 and word[-1] == _SAID
        for one, tag in ((word[:-1], part), (_SAID, "v")) if is_said else ((word, part),):
            found.append((one, tag, start))
            start += len(one)
    return found


def _breaks(word: str, part: str, is_first: bool) -> bool:
    """Whether no phrase goes on with a word."""
    return (
        not _NEXT_WORD.search(word)
        or (part[0] in "upcyreod" and part != "un")
        or (word in _STOP and not is_first)
        or part in ("m", "q")
        or (part in ("t", "f") and (len(word) < 2 or word in _TIME))
    )


def _is_keyword(word: str, part: str) -> bool:
    if len(word) < 2 or word in _STOP:
        return False
    return part in _NOUN or part == "v" or (part in ("a", "b", "f", "t") and len(word) > 2)


def _can_begin(word: str, part: str) -> bool:
    return part[0] in "nvabjlixgszhtf" and word not in _STOP and (len(word) > 1 or part[0] in "nbjghv")


def _can_end(word: str, part: str) -> bool:
    return (part[0] == "n" or part in _LAST) and word not in _STOP and (len(word) > 1 or part[0] in "nkg")
