from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.codec import Codec
from reader.formats.codec_table import ENCODINGS, codec_named

ALL_CODECS = [codec_named(name) for name in ENCODINGS]
DOUBLE_BYTE = [codec_named("gb18030"), codec_named("big5hkscs")]


def check_exact(codec: Codec, data: bytes) -> None:
    """Every character of ``data`` is found by its bytes, and its bytes by the character."""
    raw, text = codec.decode(data)
    assert len(raw) == len(text)
    text.encode("utf-8")  # no lone surrogate
    ends = [min(codec.length(raw, end), len(data)) for end in range(len(raw) + 1)]
    assert ends[0] == 0
    assert ends[-1] == len(data)
    assert ends == sorted(set(ends))
    assert [min(length, len(data)) for length in codec.lengths(raw, range(len(raw) + 1))] == ends
    for end, (low, high) in enumerate(pairwise(ends)):
        # The last odd byte of UTF-16 is one character, whose whole is never there.
        whole = [codec.count(raw, size) for size in range(low, high)]
        assert whole == [end] * (high - low)


@pytest.mark.parametrize("codec", DOUBLE_BYTE, ids=lambda codec: codec.name)
def test_every_two_byte_sequence_is_counted_exactly(codec: Codec):
    for lead, trail in product(range(0x80, 0x100), range(0x100)):
        data = bytes((lead, trail))
        raw, text = codec.decode(data)
        ends = [codec.length(raw, end) for end in range(len(raw) + 1)]
        # Big5 holds some characters twice: the bytes that one is written back in may differ, their number does not.
        assert (ends[0], ends[-1]) == (0, 2)
        assert ends == sorted(set(ends))
        assert "\ufffd" not in text or any("\udc80" <= character <= "\udcff" for character in raw)


@pytest.mark.parametrize("codec", DOUBLE_BYTE, ids=lambda codec: codec.name)
def test_bytes_that_stand_for_themselves_do_so_behind_every_byte(codec: Codec):
    singles = [byte for byte in range(0x100) if codec._up_to_single.match(bytes([byte]))]
    assert 0x0A in singles
    assert 0x0D in singles
    for lead, single in product(range(0x100), singles):
        raw, _ = codec.decode(bytes((lead, single)))
        assert len(raw) == 2
        raw, _ = codec.decode(bytes((0x81, 0x30, lead, single, 0x30)))
        assert codec.length(raw, raw.index(codec.decode(bytes([single])).raw)) <= 3


def test_gb18030_four_byte_characters_are_four_bytes():
    codec = codec_named("gb18030")
    for character in "\u3400\u00f1\U00020000\U0010ffff\ufffd":
        data = character.encode("gb18030")
        assert len(data) == 4
        assert codec.decode(data) == (character, character)
        assert codec.length(character) == 4


def test_gb18030_gives_the_characters_of_the_current_standard():
    codec = codec_named("gb18030")
    raw, text = codec.decode(b"\xa6\xd9\xa6\xda\xa6\xdb\xa6\xf3\xa8\xbc\xfe\x59\xfe\xa0\xa3\xa0")
    assert text == "\ufe10\ufe12\ufe11\ufe19\u1e3f\u9fb4\u9fbb\u3000"
    assert [codec.length(raw, end) for end in range(9)] == list(range(0, 17, 2))


def test_a_big5_pair_of_letter_and_mark_gives_each_a_byte():
    codec = codec_named("big5hkscs")
    raw, text = codec.decode(b"\x88\x62\x88\x66a\x88\xa5")
    assert text == "\u00ca\u0304\u00caa\u00ea\u030c"
    assert [codec.length(raw, end) for end in range(7)] == [0, 1, 2, 4, 5, 6, 7]
    assert codec.lengths(raw, [1, 2, 5]) == [1, 2, 6]
    assert [codec.count(raw, size) for size in range(8)] == [0, 1, 2, 2, 3, 4, 5, 6]


def test_each_damaged_byte_is_one_replacement_character():
    assert codec_named("utf-8").decode(b"a\xe4\xb8b\xed\xa0\x80").text == "a\ufffd\ufffdb\ufffd\ufffd\ufffd"
    assert codec_named("gb18030").decode(b"a\xff\x81\n").text == "a\ufffd\ufffd\n"
    assert codec_named("big5hkscs").decode(b"\xff\xa4\x40\xa4").text == "\ufffd一\ufffd"


@pytest.mark.parametrize("order", ["le", "be"])
def test_wide_damage(order: str):
    utf16 = codec_named(f"utf-16-{order}")
    lone = "中\ud800文\udc00".encode(utf16.name, "surrogatepass")
    assert utf16.decode(lone).text == "中\ufffd文\ufffd"
    assert utf16.decode(lone + b"x").text == "中\ufffd文\ufffd\ufffd"
    assert utf16.decode(lone + b"x", is_whole=False).text == "中\ufffd文\ufffd"
    utf32 = codec_named(f"utf-32-{order}")
    assert utf32.decode("中".encode(utf32.name) + b"\xff\xff\xff\xff" + b"xyz").text == "中\ufffd\ufffd"


@pytest.mark.parametrize("codec", ALL_CODECS, ids=lambda codec: codec.name)
def test_a_character_cut_at_the_end_is_left_out(codec: Codec):
    data = "中文".encode(codec.name)
    for cut in range(len("中".encode(codec.name)), len(data)):
        assert codec.decode(data[:cut], is_whole=False).text == "中"


@pytest.mark.parametrize("codec", ALL_CODECS, ids=lambda codec: codec.name)
@given(data=st.binary(max_size=60))
def test_any_bytes_are_counted_exactly(codec: Codec, data: bytes):
    check_exact(codec, data)


@pytest.mark.parametrize("codec", ALL_CODECS, ids=lambda codec: codec.name)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=60))
def test_any_text_is_counted_exactly(codec: Codec, text: str):
    # Private-use characters are left out: twenty of GB18030 read as the real ones that they have become since.
    data = text.encode(codec.name, "ignore")
    assert codec.decode(data).text.encode(codec.name) == data
    check_exact(codec, data)


@pytest.mark.parametrize("codec", ALL_CODECS, ids=lambda codec: codec.name)
@given(text=st.text("一二三，a1\n𠀀é", max_size=40), damage=st.binary(max_size=3), at=st.integers(0, 100))
def test_boundaries_are_those_of_the_whole(codec: Codec, text: str, damage: bytes, at: int):
    data = text.encode(codec.name, "ignore")
    damage = damage[: len(damage) // codec.unit * codec.unit]
    place = min(at, len(data)) // codec.unit * codec.unit
    data = data[:place] + damage + data[place:]
    raw, _ = codec.decode(data)
    starts = {codec.length(raw, end) for end in range(len(raw) + 1)}
    for index in range(0, len(data) + 1, codec.unit):
        found = codec.boundary(data, index)
        assert index <= found < index + 4 or found == len(data)
        assert found in starts


@pytest.mark.parametrize("codec", DOUBLE_BYTE, ids=lambda codec: codec.name)
def test_a_boundary_is_found_in_a_run_that_shows_none(codec: Codec):
    # Nothing but bytes that can be either half of a character.
    sentence = "他們說起從前的事情，都覺得那一年的冬天特別長。後來山上下了一場大雪，路也看不見了。"
    data = (sentence * 200).encode(codec.name)
    raw, _ = codec.decode(data)
    starts = {codec.length(raw, end) for end in range(len(raw) + 1)}
    for at in range(5000, 5200):
        begin = at - codec.look_back
        assert begin + codec.boundary(data[begin : at + 100], codec.look_back) in starts


@pytest.mark.parametrize("codec", ALL_CODECS, ids=lambda codec: codec.name)
def test_line_breaks_are_found_at_whole_units_only(codec: Codec):
    # U+0A0A and U+0D00 hold the bytes of line breaks without being one.
    data = "\u0a0a\u0d00\u0a0a中\n文\r\u0d0d".encode(codec.name, "ignore")
    raw, text = codec.decode(data)
    feed, carriage = codec.length(raw, text.index("\n")), codec.length(raw, text.index("\r"))
    assert codec.first_break(data) == feed
    assert codec.first_break(data, feed + codec.unit) == carriage
    assert codec.first_break(data, carriage + codec.unit) == -1
    assert codec.last_break(data, 0, len(data)) == carriage
    assert codec.last_break(data, 0, carriage) == feed
    assert codec.last_break(data, 0, feed) == -1


def test_encodings_go_by_many_names():
    assert codec_named("GBK").name == "gb18030"
    assert codec_named("gb2312").name == "gb18030"
    assert codec_named("Big5").name == "big5hkscs"
    assert codec_named("cp950").name == "big5hkscs"
    assert codec_named("utf8").name == "utf-8"
    assert codec_named("UTF-16LE").name == "utf-16-le"
    for name in ("koi8-r", "rot13", "no such thing"):
        with pytest.raises(LookupError):
            codec_named(name)
