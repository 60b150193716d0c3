"""How likely a text is to be Chinese that somebody wrote, rather than bytes read in the wrong encoding."""

from __future__ import annotations

from functools import cache

from reader.resources import resource

#: Natural logarithms for characters that the table does not list. Bytes in the wrong encoding yield rare ideographs,
#: private-use characters and controls; the steps between these are what tells encodings apart.
_LETTER = -4.5
_ASCII_SYMBOL = -7.0
_CONTROL = -14.0
_CJK_SYMBOL = -11.0
_RARE_IDEOGRAPH = -14.0
_EXTENSION_A = -16.0
_EXTENSION_B = -18.0
_OTHER_SCRIPT = -15.0
_UNWRITTEN = -20.0

_TEXT_CONTROLS = "\t\n\v\f\r\x1a"


def log_likelihood(text: str) -> float:
    """The natural logarithm of the chance that Chinese text reads just so, each character taken by itself.

    About -6 for each character of real text, -13 for each of mojibake. Likelihoods of the *same bytes* under several
    encodings can be compared as they are.
    """
    return sum(map(_table().__getitem__, text))


class _LogProbabilities(dict[str, float]):
    """Log probability of a character; those not listed are put in when first asked for."""

    def __missing__(self, character: str) -> float:
        value = self[character] = _unlisted(character)
        return value


@cache
def _table() -> _LogProbabilities:
    """The table of ``character_frequency.txt``: quarters of a nat, a tab, the characters that cost so much."""
    table = _LogProbabilities()
    for line in resource("data", "character_frequency.txt").read_text("utf-8").split("\n"):
        level, separator, characters = line.partition("\t")
        if separator:
            table.update(dict.fromkeys(characters, -int(level) / 4))
    return table


def _unlisted(character: str) -> float:
    code = ord(character)
    if code < 0x80:
        if character.isalnum() or character in " \r\n":
            return _LETTER
        return _ASCII_SYMBOL if code >= 0x20 or character in _TEXT_CONTROLS else _CONTROL
    if code == 0xFFFD or 0xD800 <= code < 0xF900 or code >= 0xF0000:
        return _UNWRITTEN
    if 0x4E00 <= code < 0xA000:
        return _RARE_IDEOGRAPH
    if 0x3400 <= code < 0x4E00:
        return _EXTENSION_A
    if 0x20000 <= code < 0x40000:
        return _EXTENSION_B
    if 0x3000 <= code < 0x3040 or 0xFF00 <= code < 0xFFF0 or 0x2010 <= code < 0x2070:
        return _CJK_SYMBOL
    return _OTHER_SCRIPT
