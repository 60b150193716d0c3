"""What readers call encodings."""

from __future__ import annotations

_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030 (GBK)",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "hz": "HZ",
}

#: Stands between an encoding and the wrong one that a text was read in once (``reader.formats.mojibake``).
_ARROW = " ← "


def encoding_name(encoding: str) -> str:
    """What readers call an encoding, or a way back from a wrong decoding."""
    return _ARROW.join(_NAMES.get(name, name.upper()) for name in encoding.split(_ARROW))
