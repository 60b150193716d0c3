from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.formats.codec_table import codec_named
from reader.formats.encoding import UNSURE, Detection, detect_encoding, mark_length
from reader.formats.registry import open_document
from reader.formats.source import MemorySource

TRADITIONAL = "那年冬天，村子裡的人都說河水結了冰，可是誰也沒有去看過。孩子們在門前等著，一直等到天黑。\n"
SIMPLIFIED = "那年冬天，村子里的人都说河水结了冰，可是谁也没有去看过。孩子们在门前等着，一直等到天黑。\n"


def detect(data: bytes) -> Detection:
    return detect_encoding(MemorySource(data))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "utf-8"),
        (SIMPLIFIED, "utf-8"),
        (TRADITIONAL, "gb18030"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (TRADITIONAL, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "utf-32-le"),
        (SIMPLIFIED, "utf-32-be"),
    ],
)
def test_encodings_of_a_sentence(text: str, encoding: str):
    for repeat in (1, 3, 2000):
        found = detect((text * repeat).encode(encoding))
        assert found.encoding == encoding
        assert found.mark_length == 0
        assert found.confidence > UNSURE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marks", [1, 2])
def test_byte_order_marks(encoding: str, marks: int):
    mark = "\ufeff".encode(encoding) * marks
    assert detect(mark + "一".encode(encoding)) == Detection(encoding, len(mark), 1.0)
    assert detect(mark) == Detection(encoding, len(mark), 1.0)
    assert mark_length(MemorySource(mark + b"\n"), encoding) == len(mark)


def test_a_utf8_mark_before_something_else_is_skipped():
    found = detect(b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"))
    assert (found.encoding, found.mark_length) == ("gb18030", 3)


def test_ascii_is_utf8():
    assert detect(b"") == Detection("utf-8", 0, 1.0)
    assert detect(b"plain\n") == Detection("utf-8", 0, 1.0)
    assert detect("ASCII in UTF-16".encode("utf-16-le")).encoding == "utf-16-le"


def test_other_scripts_in_utf8_are_utf8():
    for text in ("café", "тепло", "ΑΒΓ", "ไทย", "한국", "😀", "é" * 5000):
        assert detect(text.encode()) == Detection("utf-8", 0, 1.0)


def test_a_word_of_gbk_that_is_valid_utf8():
    data = "一".encode("gb18030")
    data.decode("utf-8")
    assert detect(data).encoding == "gb18030"


def test_one_name_in_a_long_log_counts():
    line = b"2024-01-01 00:00:00 nothing happened\n"
    for encoding in ("gb18030", "big5hkscs", "utf-8"):
        data = line * 20_000 + "他的名字叫做陳大文\n".encode(encoding) + line * 20_000
        assert detect(data).encoding == encoding


def test_damage_does_not_hide_utf8():
    data = bytearray((TRADITIONAL * 500).encode())
    chance = random.Random(1)
    for _ in range(300):
        data[chance.randrange(len(data))] = chance.choice(b"\xff\xc0\x80")
    assert detect(bytes(data)).encoding == "utf-8"
    lines = [TRADITIONAL.encode(), SIMPLIFIED.encode("gb18030")]
    mixed = b"".join(lines[number % 10 == 9] for number in range(500))
    assert detect(mixed).encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_damage_does_not_hide_a_double_byte_encoding(encoding: str):
    data = bytearray((TRADITIONAL * 500).encode(encoding))
    chance = random.Random(2)
    for _ in range(300):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert detect(bytes(data)).encoding == encoding


def test_zeros_do_not_make_utf16():
    data = b"\0".join(word.encode("gb18030") for word in SIMPLIFIED.split("，") * 50)
    assert detect(data).encoding == "gb18030"
    assert detect(("一\0" * 50).encode()).encoding == "utf-8"


def test_half_a_character_at_the_start_does_not_spoil_the_first_line(written: Callable[..., Path]):
    text = TRADITIONAL.rstrip() * 30
    document = open_document(written(text.encode("gb18030")[1:]))
    assert (document.encoding, document.block_at(0).text[:40]) == ("gb18030", text[1:41])
    for encoding in ("gb18030", "big5hkscs"):
        for start in range(40):
            assert detect(text[start:].encode(encoding)).mark_length == 0
        assert detect(text.encode(encoding)[1:]).encoding == encoding


def test_rare_characters_in_utf16_are_utf16():
    rare = "蒹葭蒼蒼，蟋蟀啁啾，榛莽蓊鬱，巉巖崚嶒，藤蘿蜿蜒，麋鹿踟躕，鷓鴣聒噪，鸛鶴翱翔。"
    for name in ("utf-16-le", "utf-16-be"):
        assert detect(rare.encode(name)).encoding == name
    for seed in range(20):
        assert not detect(random.Random(seed).randbytes(200)).encoding.startswith("utf-16")


def test_what_is_not_chinese_is_not_sure():
    for data in (
        "Ça a été vérifié à l’école".encode("cp1252"),
        "Зима была долгая".encode("koi8-r"),
        b"\xff\xfe\xfd" * 9,
    ):
        found = detect(b"." + data)
        assert found.confidence < UNSURE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_a_cut_anywhere_is_recognised(encoding: str):
    data = (TRADITIONAL * 4).encode(encoding)
    for start in range(60):
        for length in (20, 21, 50, 51):
            assert detect(data[start : start + length]).encoding == encoding


def test_samples_are_recognised(samples: Path):
    """Cuts of real texts, each encoded thrice where it can be, that start and end inside characters as well."""
    texts: dict[str, list[bytes]] = {"utf-8": [], "gb18030": [], "big5hkscs": []}
    for path in sorted((samples / "texts").rglob("*.txt")):
        data = path.read_bytes()
        if path.name == "blns.txt":  # strings of all scripts
            continue
        if "_raw" in path.parent.name:
            texts["big5hkscs" if "big5" in path.parent.name else "gb18030"].append(data)
            continue
        texts["utf-8"].append(data)
        texts["gb18030"].append(data.decode().encode("gb18030"))
        if "這" in data.decode() and "这" not in data.decode():
            texts["big5hkscs"].append(data.decode().encode("big5hkscs", "ignore"))
    chance = random.Random(3)
    wrong = []
    for number in range(3000):
        encoding = ("utf-8", "gb18030", "big5hkscs")[number % 3]
        data = chance.choice(texts[encoding])
        size = (20, 50, 100, 500)[number % 4]
        start = chance.randrange(max(1, len(data) - size))
        cut = data[start : start + size]
        if sum(byte > 0x7F for byte in cut) > size // 4 and detect(cut).encoding != encoding:
            wrong.append((encoding, codec_named(encoding).decode(cut).text))
    assert len(wrong) <= 3, wrong


def test_natural_files_are_recognised(samples: Path):
    for line in (samples / "index.tsv").read_text("utf-8").splitlines()[1:]:
        name, _, _, encoding, *_ = line.split("\t")
        if name.endswith(".txt") and encoding in ("utf-8", "gb18030", "big5hkscs"):
            document = open_document(samples / name)
            assert document.encoding == encoding, name
            assert document.confidence > UNSURE, name


def test_a_chosen_encoding_is_not_questioned(written: Callable[..., Path]):
    path = written(TRADITIONAL, encoding="big5hkscs")
    document = open_document(path, "gbk")
    assert (document.encoding, document.confidence) == ("gb18030", 1.0)
    assert open_document(path, "big5").block_at(0).text == TRADITIONAL.rstrip()
