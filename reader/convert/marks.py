"""What a text marks as MediaWiki does, so that it is shown as it is, or as the mark says for the script that is shown.

``-{里長}-`` is shown without the marks. ``-{zh-hans:计算机;zh-tw:電腦}-`` is shown as the first form there is for the
script: its own, then those of its neighbours as on Wikipedia (MediaWiki, ZhConverter), then the first of all.
A letter before a bar (``-{A|…}-``) says in MediaWiki where else a form holds; here it holds where it stands.
"""

from __future__ import annotations

import re

from reader.convert.ruling import Settled
from reader.model.script import Script

MARK = re.compile(r"-\{([^{}\n]+)\}-")

_FLAGS = re.compile(r"\s*[AR]\s*\|")

_CODE = r"zh(?:-[a-z]+)?"
_FORM = re.compile(rf"\s*({_CODE})\s*:\s*(.*?)\s*(?:;(?=\s*(?:{_CODE}\s*:|$))|$)")

#: By script, the codes that are looked for one after the other.
_CODES = {
    Script.SIMPLIFIED: ("zh-hans", "zh-cn", "zh-sg", "zh-my"),
    Script.TRADITIONAL: ("zh-hant", "zh-tw", "zh-hk", "zh-mo"),
    Script.TAIWAN: ("zh-tw", "zh-hant", "zh-hk", "zh-mo"),
    Script.HONG_KONG: ("zh-hk", "zh-hant", "zh-mo", "zh-tw"),
}


def marked(text: str, target: Script | None) -> list[Settled]:
    """The marked places of a text, ascending, with what is shown for them.

    Args:
        text: with marks, or without.
        target: the script that is shown; None where no form is meant for it.
    """
    if "-{" not in text:
        return []
    return [Settled(*mark.span(), _shown(mark.group(1), target), "mark") for mark in MARK.finditer(text)]


def _shown(inside: str, target: Script | None) -> str:
    body = _FLAGS.sub("", inside, count=1) or inside
    forms = _forms(body)
    if not forms:
        return body
    codes = _CODES[target] if target else ()
    return next((forms[code] for code in codes if code in forms), next(iter(forms.values())))


def _forms(body: str) -> dict[str, str]:
    """The forms by code, where a mark has any; none of them empty."""
    forms: dict[str, str] = {}
    position = 0
    while position < len(body):
        found = _FORM.match(body, position)
        if found is None or found.end() == position:
            return {}
        if found[2]:
            forms.setdefault(found[1], found[2])
        position = found.end()
    return forms
