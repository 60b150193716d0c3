from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.chapter_preview import preview, preview_of, rule_counts
from reader.formats.chapter_rules import RULES, rule_named
from reader.formats.chapters import BadPattern, Chapters, PatternFault, fitting_rules, own_pattern, regularity
from reader.formats.encoding import Detection
from reader.formats.headings import CERTAIN, candidates_of, heading_level, headings_by_pattern, headings_by_rules
from reader.formats.plain import PlainDocument
from reader.formats.registry import open_document
from reader.formats.source import MemorySource
from reader.model.block import Block, BlockKind
from reader.model.document import Document

Written = Callable[..., Path]

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"


def lines(*headings: str, between: int = 8) -> str:
    return "".join(f"{heading}\n" + f"　　{SENTENCE}\n" * between for heading in headings)


def headings_of(document: Document) -> list[str]:
    *_, outline = document.outlines()
    blocks = []
    block: Block | None = document.block_at(0)
    while block:
        blocks += [block.text.strip()] * block.is_heading
        block = document.block_after(block)
    assert blocks == [entry.text for entry in outline.headings]
    return blocks


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule):
    assert heading_level(rule.example, (rule,)) == rule.level
    assert [match[1] for match in candidates_of((rule,)).finditer(f"\n{rule.example}\n")] == [rule.example]
    assert rule_named(rule.name) is rule


parts = st.sampled_from(["1", "12", "３", "十", "百", ".", "、", " ", "　", "夜", "：", "第", "章", "。", "\t"])


@given(line=st.lists(parts, max_size=8).map("".join))
def test_no_heading_of_any_rule_is_missed(line: str):
    if heading_level(line, RULES):
        assert [match[1] for match in candidates_of(RULES).finditer(f"人\n{line}\n人")] == [line]


@pytest.mark.parametrize("form", ["{}", "{} 夜航", "{}. 夜航", "　　{}、夜航"])
def test_numbers_alone_make_chapters_where_they_run_through_the_file(written: Written, form: str):
    headings = [form.format(number) for number in range(1, 9)]
    assert headings_of(open_document(written(lines(*headings)))) == [heading.strip() for heading in headings]


def test_numbers_make_no_chapters_elsewhere(written: Written):
    for text in (
        lines("12 人死亡", "3 夜航", "99 夜航", "7 夜航"),  # in no order
        "".join(f"{number}. 一件事\n" for number in range(1, 30)),  # a list
        lines("1 夜航", "2 夜航"),  # too few
        lines("第一章 離岸", "1", "2", "第二章 夜航", "3", "4", "第三章 歸來"),  # chapters are written out
    ):
        path = written(SENTENCE + "\n" + text)
        assert not [one for one in headings_of(open_document(path)) if one[0].isdecimal()]


def test_a_letter_in_a_sentence_is_no_chapter(written: Written):
    headings = [f"第{number}章　夜航" for number in "一二三四五六七八九"]
    text = lines(*headings) + "第一封信是他寫的。\n第一章裡說過的事\n"
    assert headings_of(open_document(written(text))) == headings
    text = lines(*(heading.replace("　", "") for heading in headings))
    assert len(headings_of(open_document(written(text)))) == 9


def test_only_the_rules_that_are_asked_for(written: Written):
    path = written(lines("卷一", "第一章 離岸", "1 甲", "楔子"))
    assert headings_of(open_document(path, chapters=Chapters(rules=("volume",)))) == ["卷一"]
    assert headings_of(open_document(path, chapters=Chapters(rules=("counted", "named")))) == ["1 甲", "楔子"]
    assert headings_of(open_document(path, chapters=Chapters(rules=()))) == []
    with pytest.raises(KeyError):
        open_document(path, chapters=Chapters(rules=("nothing",)))


def test_a_pattern_of_the_reader(written: Written):
    path = written(SENTENCE + "\n" + lines("~~ 離岸 ~~", "~~ 夜航 ~~"))
    assert headings_of(open_document(path, chapters=Chapters(pattern="^~~ .+ ~~$"))) == ["~~ 離岸 ~~", "~~ 夜航 ~~"]


def test_lines_are_made_headings_and_unmade(written: Written):
    text = f"夜航的人\n{SENTENCE}\n第一章　離岸\n{SENTENCE}\n燈塔\n{SENTENCE}\n"
    path = written(text)
    assert headings_of(open_document(path)) == ["夜航的人", "第一章　離岸"]
    address = {line: len(text[: text.index(line)].encode()) for line in ("夜航的人", "第一章", "燈塔\n")}
    chapters = Chapters(made=((address["燈塔\n"], 1),), unmade=(address["夜航的人"], address["第一章"]))
    document = open_document(path, chapters=chapters)
    assert headings_of(document) == ["燈塔"]
    assert document.block_at(address["燈塔\n"]).kind is BlockKind.HEADING
    assert document.block_at(0).kind is BlockKind.PARAGRAPH
    nowhere = Chapters(made=((address["燈塔\n"] + 1, 1), (10**9, 2)))
    assert headings_of(open_document(path, chapters=nowhere)) == ["夜航的人", "第一章　離岸"]


def test_what_is_said_can_be_kept(written: Written):
    chapters = Chapters(("named",), "^x", ((3, 1),), (9,))
    kept = json.loads(json.dumps(asdict(chapters)))
    assert (
        Chapters(tuple(kept["rules"]), kept["pattern"], tuple(map(tuple, kept["made"])), tuple(kept["unmade"]))
        == chapters
    )


def test_headings_of_a_book_are_made_and_unmade(written: Written, epub: Callable[..., bytes]):
    path = written(epub({"a.xhtml": f"<h1>離岸</h1><p>{SENTENCE}</p><p>燈塔</p><p>~~</p>"}), "a.epub")
    assert headings_of(open_document(path)) == ["離岸"]
    at = 3 + len(SENTENCE) + 1
    assert headings_of(open_document(path, chapters=Chapters(made=((at, 2),), unmade=(0,)))) == ["燈塔"]
    assert headings_of(open_document(path, chapters=Chapters(pattern="^~"))) == ["離岸", "~~"]


@settings(max_examples=50)
@given(
    made=st.dictionaries(st.integers(0, 400), st.integers(1, 3), max_size=6), unmade=st.frozensets(st.integers(0, 400))
)
def test_whatever_is_said_the_outline_is_that_of_the_blocks(made: dict[int, int], unmade: frozenset[int]):
    source = MemorySource(lines("夜航", "第一章", "燈", between=1).encode())
    chapters = Chapters(made=tuple(made.items()), unmade=tuple(unmade))
    headings_of(PlainDocument(Path("book.txt"), source, Detection("utf-8", 0, 1.0), chapters=chapters))


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(", PatternFault.SYNTAX),
        ("x{99999999999}", PatternFault.SYNTAX),
        ("a*", PatternFault.MATCHES_EVERYTHING),
        ("(a+)+$", PatternFault.COSTLY),
        ("(a|a)*b", PatternFault.COSTLY),
        ("(?:x+){2,}", PatternFault.COSTLY),
        ("^.*.*.*.*x", PatternFault.COSTLY),
        (".*a.*b.*c", PatternFault.COSTLY),
        (r"(a)\1", PatternFault.COSTLY),
        ("x" * 300, PatternFault.TOO_LONG),
    ],
)
def test_patterns_that_cannot_be_used(pattern: str, fault: PatternFault):
    with pytest.raises(BadPattern) as raised:
        own_pattern(pattern)
    assert raised.value.fault is fault
    assert pickle.loads(pickle.dumps(raised.value)).fault is fault


def test_an_empty_pattern_is_none():
    assert Chapters(pattern="").headings([]).level_of("第一章") == 2


@pytest.mark.parametrize("pattern", [r"^第.+[章回]", r"^\d+$", "^[(（].*[)）]$", r"^(序|跋)?\s*卷", "^[^*+]+$", r"\*+"])
def test_patterns_that_can(pattern: str):
    assert own_pattern(pattern).pattern == pattern


def test_a_pattern_takes_no_time():
    slow = headings_by_pattern(own_pattern("^.*,.*,.*x$"))
    assert slow.level_of("," * 100) == 0
    assert slow.level_of("," * 100_000) == 0


def test_previews_are_what_the_outline_would_be(written: Written):
    headings = [f"第{number}章 夜航" for number in range(1, 400)]
    document = open_document(written(lines(*headings, between=30)))
    *others, last = preview(document, headings_by_rules(CERTAIN))
    assert [entry.text for entry in last.headings] == headings
    assert (last.regularity, last.is_complete) == (1.0, True)
    assert others
    assert all(not one.is_complete and one.headings == last.headings[: len(one.headings)] for one in others)
    assert all(document.block_at(entry.address).text == entry.text for entry in last.headings)
    *_, own = preview(document, headings_by_pattern(own_pattern("燈塔")))
    assert len(own.headings) == 399 * 30
    assert own.regularity == 0.0


def test_previews_of_a_book(written: Written, epub: Callable[..., bytes]):
    document = open_document(written(epub({"a.xhtml": "<p>一 離岸</p><p>二 夜航</p><p>三 歸來</p>"}), "a.epub"))
    *_, found = preview(document, headings_by_rules((rule_named("counted"),)))
    assert [document.block_at(entry.address).text for entry in found.headings] == ["一 離岸", "二 夜航", "三 歸來"]


def test_a_preview_says_what_a_choice_would_give(written: Written, epub: Callable[..., bytes]):
    text = lines("卷一", "第一章 離岸", "第二章 夜航", "燈塔")
    document = open_document(written(text))
    for chapters in (Chapters(), Chapters(rules=("volume",)), Chapters(rules=()), Chapters(pattern="^燈")):
        *_, shown = preview_of(document, chapters)
        assert [entry.text for entry in shown.headings] == headings_of(document.with_chapters(chapters))
    book = open_document(written(epub({"a.xhtml": f"<h1>離岸</h1><p>{SENTENCE}</p><p>燈塔</p>"}), "a.epub"))
    for chapters in (Chapters(), Chapters(pattern="^燈")):
        *_, shown = preview_of(book, chapters)
        assert [entry.text for entry in shown.headings] == headings_of(book.with_chapters(chapters))
    assert headings_of(book) == ["離岸"]


def test_a_pattern_that_takes_too_long_on_a_text_is_given_up(written: Written, epub: Callable[..., bytes], monkeypatch):
    monkeypatch.setattr("reader.formats.chapter_preview._PATIENCE", 0.0)
    slow = Chapters(pattern="^.*,.*,.*x$")
    for document in (
        open_document(written(f"{SENTENCE}\n" * 2000)),
        open_document(written(epub({"a.xhtml": f"<p>{SENTENCE}</p>" * 2000}), "a.epub")),
    ):
        with pytest.raises(BadPattern) as raised:
            list(preview_of(document, slow))
        assert raised.value.fault is PatternFault.SLOW


def test_a_pattern_that_finds_too_much_is_given_up(written: Written, monkeypatch):
    monkeypatch.setattr("reader.formats.chapter_preview._MOST", 1500)
    document = open_document(written(f"{SENTENCE}\n第一章\n" * 2000))
    with pytest.raises(BadPattern) as raised:
        list(preview_of(document, Chapters(pattern="^船")))
    assert raised.value.fault is PatternFault.TOO_MANY


def test_each_rule_is_counted(written: Written):
    text = lines("卷一", *(f"第{number}章 夜航" for number in range(1, 300)), "1 甲", "楔子", between=30)
    document = open_document(written(text))
    *others, counts = rule_counts(document)
    assert others
    assert counts == {rule.name: 0 for rule in RULES} | {"volume": 1, "numbered": 299, "counted": 1, "named": 1}
    for rule in RULES:
        *_, shown = preview(document, headings_by_rules((rule,)))
        assert counts[rule.name] == len(shown.headings)


def test_regularity():
    assert regularity(["第一章", "第二章", "第三章"]) == 1.0
    assert regularity(["卷一 第一章", "第二章", "第一章", "第二章"]) == 1.0
    assert regularity(["第九章", "第二章", "第三章"]) == 0.5
    assert regularity(["序", "跋"]) == regularity([]) == 0.0


def test_rules_for_natural_texts(samples: Path):
    for name in ("novel_hant/三國志演義.txt", "novel_hant/何典.txt", "modern_hant/moztw_cc0_sentences.txt"):
        text = (samples / "texts" / name).read_text("utf-8")
        assert {rule.name for rule in fitting_rules(text.splitlines())} <= {
            "numbered apart",
            *(rule.name for rule in CERTAIN),
        }
