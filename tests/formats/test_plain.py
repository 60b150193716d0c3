from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.formats import plain as plain_module
from reader.formats.chapters import Chapters
from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.cuts import LONGEST
from reader.formats.encoding import Detection
from reader.formats.plain import PlainDocument
from reader.formats.registry import open_document
from reader.formats.source import MemorySource
from reader.model.block import Block, BlockKind
from reader.model.position import Position

Plain = Callable[..., PlainDocument]
Walk = Callable[[PlainDocument], list[Block]]

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接。"


def sampled(low: int, high: int) -> list[int]:
    """All numbers from ``low`` to ``high``, or many of them."""
    return list(range(low, high, max(1, (high - low) // 50)))


def check(document: PlainDocument, first: int, walk: Walk) -> list[Block]:
    """Everything that a document promises of its blocks, positions, passages and outline."""
    blocks = walk(document)

    # They cover the text without gaps, and are the same from whichever side one comes.
    assert blocks[-1].end == document.size
    assert all(block.start < block.end for block in blocks)
    assert all(block.end == following.start for block, following in pairwise(blocks))
    assert blocks[0].is_first
    assert blocks[-1].is_last
    assert all(block.is_last == following.is_first for block, following in pairwise(blocks))
    backward = [blocks[-1]]
    while before := document.block_before(backward[-1]):
        backward.append(before)
    assert backward[::-1] == blocks
    for block in blocks:
        for address in {block.start, block.start + 1, (block.start + block.end) // 2, block.end - 1}:
            if block.start <= address < block.end:
                assert document.block_at(address) == block
    for address in (-1, 0, first, blocks[0].start):
        assert document.block_at(address) == blocks[0]
    assert document.block_at(document.size) == document.block_at(document.size + 99) == blocks[-1]

    for block in blocks:
        assert not re.search(r"[\r\n\ud800-\udfff]", block.text)
        addresses = [document.address_of(Position(block.start, offset)) for offset in sampled(0, len(block.text))]
        assert addresses == sorted(set(addresses))
        for offset, address in zip(sampled(0, len(block.text)), addresses, strict=True):
            assert document.position_of(address) == Position(block.start, offset)
        end = document.address_of(Position(block.start, len(block.text) + 5))
        assert end == document.address_of(Position(block.start, len(block.text))) <= block.end
        if block.is_last:
            for address in {end, block.end - 1} if end < block.end else ():
                assert document.position_of(address) == Position(block.start, len(block.text))

    # Passages read as the blocks do.
    passages = list(document.passages())
    assert passages[0].start == blocks[0].start
    assert passages[-1].end == document.size
    assert all(one.end == other.start for one, other in pairwise(passages))
    written = "".join("".join(passage.text.split()) for passage in passages)
    assert written == "".join("".join(block.text.split()) for block in blocks)
    for passage in passages:
        offsets = sampled(0, len(passage.text) + 1)
        addresses = document.addresses_in(passage, offsets)
        for offset, address in zip(offsets, addresses, strict=True):
            assert passage.start <= address <= passage.end
            position = document.position_of(address)
            block = document.block_at(address)
            if offset < len(passage.text) and position.offset < len(block.text):
                assert document.address_of(position) == address
                assert block.text[position.offset] == passage.text[offset]
    middle = document.block_at(document.size // 2)
    assert next(document.passages(middle.start + 1)).start == middle.start
    assert list(document.passages(0, middle.start + 1))[-1].end == middle.end

    # The outline counts what is there.
    outlines = list(document.outlines())
    outline = outlines[-1]
    assert outline.is_complete
    assert not any(one.is_complete for one in outlines[:-1])
    assert list(outline.starts) == [block.start for block in blocks if block.is_first]
    assert [(entry.address, entry.level, entry.text) for entry in outline.headings] == [
        (block.start, block.level, block.text.strip()) for block in blocks if block.is_heading
    ]
    assert all(outline.starts[entry.paragraph] == entry.address for entry in outline.headings)
    assert outline.characters == len(written)
    return blocks


def lines_of(text: str, encoding: str) -> list[str]:
    """The lines that should be read: all that are not blank, or too long to count as blank."""
    return [line for line in re.split(r"[\r\n]", text) if line.strip() or len(line.encode(encoding)) > LONGEST]


def joined(blocks: list[Block]) -> list[str]:
    """The paragraphs, their pieces put together."""
    paragraphs: list[str] = []
    for block in blocks:
        if block.is_first:
            paragraphs.append("")
        paragraphs[-1] += block.text
    return paragraphs


breaks = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n \u3000\n", "\r\n\t\r\n"])
runs = st.one_of(
    st.text("一二三，。！」a 1\u3000", min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6),
    st.sampled_from(
        [
            "第三章 歸途",
            "\u3000\u3000正文",
            "卷一",
            "\t ",
            "e\u0301\u0301",
            "👩\u200d👧",
            "葛\U000e0100",
            "\x00\x1f",
            "\x85\u2028\x0b",
        ]
    ),
    st.builds(
        lambda text, times: text * times,
        st.text("一二 ，。a\u3000\u0301", min_size=1, max_size=4),
        st.integers(1, 9000),
    ),
)
texts = st.lists(st.one_of(runs, runs, breaks), min_size=1, max_size=12).map("".join)


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(deadline=None, max_examples=60)
@given(text=texts)
@example(text="一\n" + "\u3000" * 9000 + "\n二\n" + " " * 8192 + "\n" + " " * 8193 + "\n三\n" + " " * 9000)
@example(text="\n\n \n第一章\n\n\n正文\n\n")
@example(text="。" * 20_000 + "\n\n")
@example(text=("一" * 4000 + "\n" + " " * 3000 + "\n") * 3)
def test_any_text(plain: Plain, walk: Walk, encoding: str, text: str):
    data = text.encode(encoding, "ignore")
    text = data.decode(encoding)
    if not text.strip():
        return
    blocks = check(plain(data, encoding), 0, walk)
    if codec_named(encoding).is_synchronous:
        shown = codec_named(encoding).decode(data).text
        assert joined(blocks) == lines_of(shown, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(deadline=None, max_examples=60)
@given(text=texts, damage=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=5))
def test_any_damaged_text(plain: Plain, walk: Walk, encoding: str, text: str, damage: list[tuple[float, bytes]]):
    data = bytearray(text.encode(encoding, "ignore"))
    for part, broken in damage:
        place = int(part * len(data))
        data[place : place + len(broken)] = broken
    codec = codec_named(encoding)
    shown = codec.decode(bytes(data)).text
    if not shown.strip():
        return
    blocks = check(plain(bytes(data), encoding), 0, walk)
    if codec.is_synchronous and "\ufffd" not in shown:
        assert joined(blocks) == lines_of(shown, encoding)
    elif codec.is_synchronous:
        assert [line for line in joined(blocks) if line.strip()] == [
            line for line in re.split(r"[\r\n]", shown) if line.strip()
        ]


@settings(deadline=None, max_examples=100)
@given(data=st.binary(min_size=1, max_size=300), encoding=st.sampled_from(ENCODINGS))
def test_any_bytes(plain: Plain, walk: Walk, encoding: str, data: bytes):
    if codec_named(encoding).decode(data).text.strip():
        check(plain(data, encoding), 0, walk)


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
@pytest.mark.parametrize("repeat", [700, 3001])
def test_a_long_line_of_double_bytes_is_not_torn(plain: Plain, walk: Walk, encoding: str, repeat: int):
    # Not one byte of it shows where a character starts.
    text = SENTENCE * repeat
    blocks = check(plain(text.encode(encoding), encoding), 0, walk)
    assert joined(blocks) == [text]
    assert len(blocks) > 2
    for block in blocks[:-1]:
        assert block.text.endswith("。")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_several_passages(plain: Plain, walk: Walk, encoding: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plain_module, "PASSAGE", 16384)
    text = "".join(
        f"第{number}章 夜航\r\n\r\n\u3000\u3000{SENTENCE}\n{SENTENCE * (number * 37 % 900)}\r\n \n"
        for number in range(60)
    )
    document = plain(text.encode(encoding), encoding)
    blocks = check(document, 0, walk)
    assert joined(blocks) == lines_of(text, encoding)
    assert len(list(document.passages())) > 40
    assert all(passage.end - passage.start <= 16384 for passage in document.passages())
    outlines = list(document.outlines())
    assert len(outlines) > 4
    for shorter, longer in pairwise(outlines):
        assert longer.starts[: len(shorter.starts)] == shorter.starts
        assert longer.headings[: len(shorter.headings)] == shorter.headings
        assert longer.characters > shorter.characters
    assert len(outlines[-1].headings) == 60


def test_five_megabytes_of_spaces(plain: Plain, walk: Walk):
    blocks = check(plain(b"a" + b" " * 5_000_000 + b"b\n" + b" " * 5_000_000), 0, walk)
    assert [len(line) for line in joined(blocks)] == [5_000_002, 5_000_000]


def test_blank_lines_belong_to_the_block_before(plain: Plain, walk: Walk):
    document = plain("\n \n一\n\n\u3000\n二\r\n\r\n".encode())
    assert [(block.start, block.end, block.text) for block in walk(document)] == [(3, 12, "一"), (12, 19, "二")]
    assert document.block_at(0).text == document.block_at(4).text == document.block_at(8).text == "一"
    assert document.position_of(8) == Position(3, 1)
    assert document.position_of(0) == Position(3, 0)


def test_all_line_ends(plain: Plain, walk: Walk):
    for content in ("一\n二\n三", "一\r\n二\r\n三\r\n", "一\r二\r三\r", "一\r\r\n二\n\r三"):
        assert [block.text for block in walk(plain(content.encode()))] == ["一", "二", "三"]
    assert [block.text for block in walk(plain("一\x85二\u2028三\x0b四\x0c五".encode()))] == [
        "一\x85二\u2028三\x0b四\x0c五"
    ]


def test_indents_and_controls_stay(plain: Plain):
    document = plain("\u3000\u3000一\x00\x1a \n".encode())
    assert document.block_at(0).text == "\u3000\u3000一\x00\x1a "


def test_byte_order_marks_are_no_text(plain: Plain):
    document = plain(b"\xef\xbb\xbf" + "一\n二".encode(), "utf-8", 3)
    block = document.block_at(0)
    assert (block.start, block.end, block.text) == (3, 7, "一")
    assert document.block_before(block) is None
    document = plain("\ufeff一\n二".encode("utf-16-be"), "utf-16-be", 2)
    assert [document.block_at(address).text for address in range(9)] == ["一"] * 6 + ["二"] * 2 + ["二"]


def test_titles_and_headings(plain: Plain, walk: Walk):
    text = f"夜航的人\n一個舊港口的故事\n{SENTENCE}\n第一章　離岸\n{SENTENCE}\n"
    assert [(block.kind, block.level) for block in walk(plain(text.encode()))] == [
        (BlockKind.TITLE, 1),
        (BlockKind.TITLE, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_a_cut_prefers_a_sentence_end_and_keeps_marks(plain: Plain, walk: Walk):
    text = "他說：「天亮以前走。」" * 900
    for block in walk(plain(text.encode()))[:-1]:
        assert block.text.endswith("。」")
    text = "e\u0301\u0302" * 5000
    for block in walk(plain(text.encode())):
        assert block.text.startswith("e")
        assert block.text.endswith("\u0302")


def test_no_block_is_longer_than_promised(plain: Plain, walk: Walk):
    for text in ("一" * 40_000, "a" * 40_000, "一" + "\u0301" * 40_000, SENTENCE * 3000, " " * 40_000 + "一"):
        for block in walk(plain(text.encode())):
            assert block.end - block.start <= LONGEST


def test_a_document_is_let_go_of_at_once(plain: Plain):
    document = plain(("一" * 20_000).encode())
    document.block_at(9000)
    gc.disable()
    try:
        gone = weakref.ref(document)
        del document
        assert gone() is None
    finally:
        gc.enable()


def test_a_file_that_loses_its_text_while_it_is_read(
    written: Callable[..., Path], walk: Walk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("reader.formats.source.WHOLE_LIMIT", 1000)
    for encoding in ("utf-8", "gb18030", "utf-16-le"):
        path = written((SENTENCE + "\n") * 20_000 + SENTENCE * 5000, encoding=encoding)
        document = open_document(path)
        assert document.block_at(document.size // 2).text
        path.write_bytes(path.read_bytes()[:101_001])
        blocks = walk(document)
        assert all(block.end < following.end for block, following in pairwise(blocks))
        assert document.block_before(blocks[-1])
        assert list(document.outlines())[-1].is_complete
        path.write_bytes(b"")
        assert list(document.outlines())[-1].is_complete
        document.close()
        assert walk(document)


WRAPPED = "他們在碼頭上等了三個多月，可是那艘船始終沒有回來，燈塔的火也一天比一天暗下去，後來就再也沒有人提起"


def wrap(paragraphs: list[str], width: int = 38, line_end: str = "\n", indent: str = "\u3000\u3000") -> str:
    """Paragraphs as they are when every line has ``width`` characters."""
    lines = []
    for paragraph in paragraphs:
        text = indent + paragraph
        lines += [text[start : start + width] for start in range(0, len(text), width)]
    return "".join(line + line_end for line in lines)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_hard_wrapped_text_has_its_paragraphs(
    plain: Plain, walk: Walk, encoding: str, line_end: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(plain_module, "PASSAGE", 3000)
    paragraphs = [WRAPPED * (number % 4) + WRAPPED[: 5 + number % 30] + "。" for number in range(60)]
    document = plain(wrap(paragraphs, line_end=line_end).encode(encoding, "ignore"), encoding)
    blocks = check(document, 0, walk)
    expected = [("\u3000\u3000" + text).encode(encoding, "ignore").decode(encoding) for text in paragraphs]
    assert joined(blocks) == expected
    assert len(blocks) > 2 * len(paragraphs)
    shown = "".join(passage.text for passage in document.passages())
    assert re.split(r"[\r\n]+", shown.strip("\r\n")) == expected


def test_headings_titles_and_blank_lines_part_wrapped_paragraphs(plain: Plain, walk: Walk):
    body = wrap([WRAPPED * 3] * 15, indent="").rstrip("\n")
    text = "".join(f"第{number}章　{'夜' * 33}\n{body}\n\n{body}\n" for number in range(1, 5))
    blocks = check(plain(text.encode()), 0, walk)
    assert sum(block.is_heading for block in blocks) == 4
    starts = [number for number, block in enumerate(blocks) if block.is_first]
    assert all(blocks[number - 1].is_last for number in starts[1:])
    assert sum(block.is_first for block in blocks) == 4 * (1 + 2 * 15)


def test_a_break_between_latin_words_stays(plain: Plain, walk: Walk):
    latin = "the ship came in with the morning tide and nobody was there at all to see it but me"
    text = wrap([WRAPPED * 3] * 30) + latin[:76] + "\n" + latin[76:] + "\n"
    assert joined(check(plain(text.encode()), 0, walk))[-2:] == [latin[:76], latin[76:]]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{SENTENCE * (number % 7 + 1)}\n" for number in range(200)),
        "白日依山靠海流，黃河入海又登樓。\n" * 100,
        "一行沒有標點的短詩\n" * 100,
        "".join(f"{'字' * 19}，\n{'字' * 19}。\n" for _ in range(100)),
    ],
)
def test_other_texts_are_not_wrapped(plain: Plain, walk: Walk, text: str):
    assert joined(check(plain(text.encode()), 0, walk)) == text.splitlines()


pieces = st.one_of(
    st.builds(lambda count: wrap([WRAPPED * count]), st.integers(1, 5)),
    st.text("一，。a \u3000\n\r", max_size=50),
    st.sampled_from(["第一章\n", "\n\n", WRAPPED[:38] + "\n", "a" * 76 + "\n", WRAPPED * 60 + "\n", "\r\n"]),
)


@settings(deadline=None, max_examples=40)
@given(
    pieces=st.lists(pieces, max_size=12),
    encoding=st.sampled_from(ENCODINGS),
    made=st.lists(st.integers(0, 3000), max_size=3),
    damage=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=3)), max_size=2),
)
def test_any_wrapped_text(
    walk: Walk, pieces: list[str], encoding: str, made: list[int], damage: list[tuple[float, bytes]]
):
    data = bytearray((wrap([WRAPPED * 3] * 20) + "".join(pieces)).encode(encoding, "ignore"))
    for part, broken in damage:
        place = int(part * len(data))
        data[place : place + len(broken)] = broken
    chapters = Chapters(made=tuple((address, 1) for address in made), unmade=tuple(made[:1]))
    source = MemorySource(bytes(data))
    document = PlainDocument(Path("book.txt"), source, Detection(encoding, 0, 1.0), chapters=chapters)
    check(document, 0, walk)


def test_samples_keep_every_promise(samples: Path, walk: Walk):
    for path in sorted((samples / "texts").rglob("*.txt")):
        if path.stat().st_size < 250_000:
            document = open_document(path)
            assert isinstance(document, PlainDocument)
            blocks = check(document, 0, walk)
            codec = codec_named(document.encoding)
            if document._joints:
                assert len(joined(blocks)) < 0.5 * len(blocks)
                continue
            assert joined(blocks) == lines_of(codec.decode(path.read_bytes()).text, "utf-8")
