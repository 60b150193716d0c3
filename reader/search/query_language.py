"""The language of the search box: words, ``"a phrase"``, ``-without`` and ``one ~5 other``."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A quoted phrase (its closing mark may still be untyped), a distance, or what stands between spaces.
_TOKEN = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)(?:"|$)|~(?P<distance>\d{1,4})(?!\S)|(?P<word>\S+)')
#: Operators as Chinese input methods write them.
_TYPED = str.maketrans("“”＂～－", '"""~-')


@dataclass(frozen=True, slots=True)
class Near:
    """Two words with at most ``distance`` code points between them, in either order."""

    one: str
    other: str
    distance: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a paragraph must hold and what it must not.

    Attributes:
        wanted: words, phrases and pairs, all of which have to stand in one paragraph.
        excluded: words of which none may.
    """

    wanted: tuple[str | Near, ...] = ()
    excluded: tuple[str, ...] = ()


def parse_query(text: str) -> Terms:
    """What a text asks for. Every text means something: what is no operator where it stands is a word.

    “…”, ～ and － do as those of ASCII. A minus sign excludes only beside something wanted, and a distance needs a word
    on either side.
    """
    wanted: list[str | Near] = []
    excluded: list[str] = []
    distance: tuple[int, str] | None = None
    for token in _TOKEN.finditer(text.translate(_TYPED)):
        if token["distance"] is not None and distance is None and wanted and isinstance(wanted[-1], str):
            distance = (int(token["distance"]), text[token.start() : token.end()])
            continue
        word, is_excluded = _word(token, text)
        if not word.strip():
            continue
        if is_excluded and distance is None:
            excluded.append(word)
        elif distance is not None:
            one = wanted.pop()
            wanted.append(Near(str(one), word, distance[0]))
            distance = None
        else:
            wanted.append(word)
    if distance is not None:
        wanted.append(distance[1])
    if not wanted and excluded:
        return Terms((text.strip(),))
    return Terms(tuple(wanted), tuple(excluded))


def _word(token: re.Match[str], text: str) -> tuple[str, bool]:
    """A token as it stands in the text, and whether it is to be absent."""
    if token["phrase"] is not None:
        return text[token.start("phrase") : token.end("phrase")], bool(token["minus"])
    word = text[token.start() : token.end()]
    return (word[1:], True) if token[0].startswith("-") and len(word) > 1 else (word, False)
