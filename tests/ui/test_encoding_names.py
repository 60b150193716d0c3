"""Encodings are called as readers call them."""

from __future__ import annotations

from reader.formats.codec_table import ENCODINGS
from reader.formats.transcoding import OTHER_ENCODINGS
from reader.ui.encoding_names import encoding_name


def test_every_encoding_that_is_offered_has_a_name():
    for encoding in ENCODINGS + OTHER_ENCODINGS:
        assert encoding_name(encoding)[0].isupper()
    assert [encoding_name(name) for name in ("utf-8", "big5hkscs", "cp932")] == ["UTF-8", "Big5", "Shift_JIS"]


def test_a_way_back_names_both():
    assert encoding_name("big5hkscs ← utf-8") == "Big5 ← UTF-8"
