"""The text of a PDF that Qt writes, made to be found and copied.

A PDF tells for each glyph which character it shows. Fonts draw 長 and the radical ⻑ by one glyph, and Qt names the
character that comes first in Unicode, which is the radical: whoever searches for 長 does not find it. Here radicals are
named as the characters that they look like (Unicode's EquivalentUnifiedIdeograph). The names stand uncompressed, and
both have four digits: they are written over, and nothing moves.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from reader.export.pdf_file import PdfFile, UnknownPdf

#: Radicals of the supplement (U+2E80 block), each with its character; those of the Kangxi block decompose to theirs.
_SUPPLEMENT = (
    "⺂乛⺃乚⺅亻⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀"
    "⺾艹⺿艹⻁虎⻂衤⻃覀⻅见⻆角⻈讠⻉贝⻋车⻌辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_UNIFIED = dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
_KANGXI = range(0x2F00, 0x2FD6)
_UNIFIED |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}

_DIGITS = {f"{ord(radical):04X}".encode(): f"{ord(one):04X}".encode() for radical, one in _UNIFIED.items()}

#: The characters of consecutive glyphs, as Qt lists them.
_LIST = re.compile(rb"\[[^\]]*\]")
_NAME = re.compile(rb"<(2[EF][0-9A-F]{2})>")


def unify_radicals(path: Path) -> None:
    """Name the characters that the reader sees, in a PDF written by Qt.

    Args:
        path: the file; only the names of glyphs are written over.

    Raises:
        UnknownPdf: the file is of another make; it stays as it is.
        OSError: it cannot be read or written.
    """
    with path.open("r+b") as file:
        pdf = PdfFile(file)
        file.seek(0)
        fonts = {int(number) for number in re.findall(rb"/ToUnicode\s+(\d+)\s+0\s+R", file.read())}
        for number in fonts:
            start, end = pdf.place(number)
            file.seek(start)
            before = file.read(end - start)
            after = _LIST.sub(_unified, before)
            if len(after) != len(before):
                raise UnknownPdf("names of glyphs")
            file.seek(start)
            file.write(after)


def _unified(glyphs: re.Match[bytes]) -> bytes:
    return _NAME.sub(lambda name: b"<%s>" % _DIGITS.get(name[1], name[1]), glyphs[0])
