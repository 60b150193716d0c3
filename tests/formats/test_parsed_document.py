from __future__ import annotations

import base64
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from reader.formats import parsed_document as parsed_document_module
from reader.formats.parsed import OBJECT, Paragraph, Parsed, from_json, to_json
from reader.formats.parsed_document import LONGEST, ParsedDocument
from reader.model.block import Block, BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Span

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接。"


def document_of(*paragraphs: Paragraph | str, **others: object) -> ParsedDocument:
    made = [one if isinstance(one, Paragraph) else Paragraph(one) for one in paragraphs]
    return ParsedDocument(Path("book.epub"), "epub", Parsed(made, **others))  # type: ignore[arg-type]


def walked(document: ParsedDocument) -> list[Block]:
    found = [document.block_at(0)]
    while following := document.block_after(found[-1]):
        found.append(following)
    return found


def check(document: ParsedDocument, texts: list[str]) -> None:
    """Everything that a document promises."""
    blocks = walked(document)
    joined: list[str] = []
    for block in blocks:
        if block.is_first:
            joined.append("")
        joined[-1] += block.text
        assert len(block.text) <= LONGEST
        for mark in block.marks:
            assert 0 <= mark.span.start < mark.span.end <= len(block.text)
    assert joined == texts
    assert blocks[-1].end == document.size == sum(map(len, texts)) + len(texts)
    assert all(block.end == following.start for block, following in pairwise(blocks))
    assert all(block.is_last == following.is_first for block, following in pairwise(blocks))
    backward = [blocks[-1]]
    while before := document.block_before(backward[-1]):
        backward.append(before)
    assert backward[::-1] == blocks
    for block in blocks:
        for address in {block.start, (block.start + block.end) // 2, block.end - 1}:
            assert document.block_at(address) == block
        for offset in {0, len(block.text) // 2, len(block.text)}:
            address = document.address_of(Position(block.start, offset))
            assert address == block.start + offset
            if offset < len(block.text) or block.is_last:
                assert document.position_of(address) == Position(block.start, offset)
        assert document.address_of(Position(block.start, 10**9)) == block.start + len(block.text)
    assert document.block_at(-5) == blocks[0]
    assert document.block_at(document.size + 5) == blocks[-1]
    passages = list(document.passages())
    assert "".join(passage.text for passage in passages) == "".join(f"{text}\n" for text in texts)
    for passage in passages:
        assert len(passage.text) == passage.end - passage.start
        assert document.addresses_in(passage, [0, len(passage.text)]) == [passage.start, passage.end]
    middle = document.block_at(document.size // 2)
    assert next(document.passages(middle.start)).start == middle.start
    assert list(document.passages(0, middle.start + 1))[-1].end == middle.end
    *others, outline = document.outlines()
    assert outline.is_complete
    assert not any(one.is_complete for one in others)
    assert list(outline.starts) == [block.start for block in blocks if block.is_first]
    assert outline.characters == len("".join("".join(texts).split()).replace(OBJECT, ""))


texts = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), min_size=1, max_size=9),
        st.builds(
            lambda text, times: text * times, st.sampled_from(["一", "。", "e\u0301", SENTENCE]), st.integers(1, 6000)
        ),
    ),
    min_size=1,
    max_size=6,
)


@given(texts=texts)
@example(texts=["一" * LONGEST, "二" * (LONGEST + 1)])
@example(texts=["\u0301" * 9000])
def test_any_paragraphs(texts: list[str]):
    check(document_of(*texts), texts)


def test_many_passages(monkeypatch):
    monkeypatch.setattr(parsed_document_module, "PASSAGE", 5000)
    texts = [SENTENCE * (number % 400 + 1) for number in range(300)]
    document = document_of(*texts)
    check(document, texts)
    assert len(list(document.passages())) > 100
    assert all(len(passage.text) <= 5000 for passage in document.passages())


def test_a_long_paragraph_is_cut_behind_sentences_and_keeps_its_marks():
    text = SENTENCE * 1000
    bold = Mark(Span(2100, 7000), MarkKind.BOLD)
    blocks = walked(document_of(Paragraph(text, BlockKind.LIST_ITEM, 1, (bold,), "1."), "二"))
    assert all(block.text.endswith("。") for block in blocks[:-1])
    assert [block.marker for block in blocks if block.marker] == ["1."]
    assert sum(len(mark.span) for block in blocks for mark in block.marks) == 4900


def test_links_lead_to_addresses():
    link = Mark(Span(0, 1), MarkKind.LINK, "#1")
    out = Mark(Span(1, 2), MarkKind.LINK, "https://example.org/")
    document = document_of(Paragraph("甲乙", marks=(link, out)), "丙丁", "戊")
    values = [mark.value for mark in document.block_at(0).marks]
    assert values == ["#3", "https://example.org/"]
    assert document.block_at(int(values[0][1:])).text == "丙丁"


def test_headings_make_the_outline():
    document = document_of(
        Paragraph("夜航", BlockKind.TITLE, 1),
        Paragraph(" 一 ", BlockKind.HEADING, 2),
        "正文",
        Paragraph("引", BlockKind.QUOTE, 1),
    )
    *_, outline = document.outlines()
    assert [(entry.paragraph, entry.address, entry.level, entry.text) for entry in outline.headings] == [
        (0, 0, 1, "夜航"),
        (1, 3, 2, "一"),
    ]
    assert [block.is_heading for block in walked(document)] == [True, True, False, False]


def test_pictures_are_those_of_the_file(monkeypatch):
    held = base64.b64encode(b"picture").decode()
    document = document_of("一", images={"a": held, "b": "not base64!", "c": base64.b64encode(b"x" * 20).decode()})
    assert document.image("a") == b"picture"
    assert document.image("b") is None
    assert document.image("nothing") is None
    monkeypatch.setattr(parsed_document_module, "IMAGE_SIZE", 10)
    assert document.image("c") is None


def test_titles_fall_back_on_the_name():
    assert document_of("一").title == "book"
    assert document_of("一", title="夜航", author="林某").title == "夜航"
    assert document_of("一", title="夜航", author="林某").author == "林某"


marks = st.builds(
    Mark,
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(1, 9)),
    st.sampled_from(MarkKind),
    st.text("#1a", max_size=3),
)


@given(
    paragraphs=st.lists(
        st.builds(
            Paragraph,
            st.text(max_size=5),
            st.sampled_from(BlockKind),
            st.integers(0, 6),
            st.lists(marks, max_size=3).map(tuple),
            st.sampled_from(["", "•"]),
        ),
        max_size=5,
    ),
    title=st.text(max_size=3),
)
def test_what_is_parsed_travels_unchanged(paragraphs: list[Paragraph], title: str):
    parsed = Parsed(paragraphs, title, "某", True, "big5hkscs", 0.5, {"a": "eA=="})
    assert from_json(to_json(parsed)) == parsed


def test_a_document_knows_whether_it_has_readings_beside_characters():
    plain = Paragraph("銀行", marks=(Mark(Span(0, 1), MarkKind.BOLD),))
    read = Paragraph("銀行", marks=(Mark(Span(0, 2), MarkKind.RUBY, "yín háng"),))
    assert not ParsedDocument(Path("a.epub"), "epub", Parsed([plain])).has_ruby
    assert ParsedDocument(Path("a.epub"), "epub", Parsed([plain, read])).has_ruby
