"""What a thing is called elsewhere: 软件 is 軟體 in Taiwan, 出租车 計程車 there and 的士 in Hong Kong."""

from __future__ import annotations

from functools import cache
from itertools import islice, product

from reader.resources import resource
from reader.search.fold import fold
from reader.search.matcher import Matcher

#: So many ways to say one query are looked for, the nearest first.
_MOST_FORMS = 16


def regional_forms(text: str) -> list[str]:
    """Folded texts that say the same with other regions' words, without the text's own form.

    Words are replaced inside a longer text too (出租车司机), each where it is the longest that begins there.
    """
    words, names, matcher = _table()
    key = fold(text)
    parts: list[list[str]] = []
    at = 0
    for match in matcher.find(key):
        if match.end - match.start == 1 < len(key):
            # 宏 alone is Taiwan's 巨集; in 宏偉 it is not.
            continue
        parts += [[key[at : match.start]], [names[match.word], *words[names[match.word]]]]
        at = match.end
    if not parts:
        return []
    parts.append([key[at:]])
    return ["".join(form) for form in islice(product(*parts), 1, _MOST_FORMS + 1)]


@cache
def _table() -> tuple[dict[str, list[str]], list[str], Matcher]:
    words = {}
    for line in resource("data", "regional.txt").read_text(encoding="utf-8").splitlines()[1:]:
        word, *groups = line.split("\t")
        words[word] = " ".join(groups).split(" ")
    names = list(words)
    return words, names, Matcher(names)
