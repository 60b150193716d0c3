"""What is said about a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.convert.converters import Converters
from reader.convert.rendition import Manner, Rendition
from reader.model.dictionary_entry import DictionaryEntry
from reader.model.position import Span
from reader.model.script import Script
from reader.search.fold import fold
from reader.state.word_facts import WordFacts, WordInText, word_facts
from reader.store.dictionaries import StoredDictionaries

SENTENCE = "他说软件里的鼠标动了，行长在银行里等头发长长的皇后。"


@pytest.fixture(scope="module")
def converters() -> Converters:
    return Converters()


@pytest.fixture
def stored(tmp_path: Path) -> StoredDictionaries:
    return StoredDictionaries(tmp_path / "dictionaries.sqlite3", fold)


def facts_of(word: str, converters: Converters, stored: StoredDictionaries, target: Script | None = None) -> WordFacts:
    span = Span(SENTENCE.index(word), SENTENCE.index(word) + len(word))
    conversion = Rendition(Script.SIMPLIFIED, Manner(target, has_regional_words=True), converters).convert(SENTENCE)
    shown = WordInText(conversion.text, conversion.alignment.shown_span(span))
    *_, facts = word_facts(WordInText(SENTENCE, span), shown, Script.SIMPLIFIED, converters, stored)
    return facts


def test_a_word_in_all_scripts(converters, stored):
    facts = facts_of("软件", converters, stored)
    assert (facts.word, facts.shown) == ("软件", "软件")
    assert facts.forms == ((Script.TRADITIONAL, "軟件"), (Script.TAIWAN, "軟體"), (Script.HONG_KONG, "軟件"))
    assert facts.pinyin == ("ruǎn", "jiàn")
    assert facts.zhuyin == ("ㄖㄨㄢˇ", "ㄐㄧㄢˋ")


def test_what_the_page_shows_is_what_is_read(converters, stored):
    facts = facts_of("软件", converters, stored, Script.TAIWAN)
    assert (facts.word, facts.shown) == ("软件", "軟體")
    assert facts.pinyin == ("ruǎn", "tǐ")
    assert facts.forms[0] == (None, "软件")
    assert (Script.TRADITIONAL, "軟件") in facts.forms


def test_the_sentence_decides_how_a_character_is_read_and_written(converters, stored):
    facts = facts_of("行", converters, stored)
    assert facts.pinyin == ("háng",)
    assert "xíng" in facts.other_readings
    assert "háng" not in facts.other_readings
    assert facts_of("后", converters, stored).forms == ()
    assert facts_of("发", converters, stored).forms[0] == (Script.TRADITIONAL, "髮")


def test_other_ways_to_write_one_character_in_one_script(converters, stored):
    assert facts_of("里", converters, stored, Script.TAIWAN).variants == "裏"


def test_the_entries_of_the_word_and_of_the_page_s_word(converters, stored):
    assert not facts_of("软件", converters, stored).has_dictionaries
    entries = [DictionaryEntry(("軟體",), "", "Taiwan's word"), DictionaryEntry(("軟件",), "", "the mainland's")]
    list(stored.install("小", entries))
    facts = facts_of("软件", converters, stored, Script.TAIWAN)
    assert [entry.body for _, entry in facts.entries] == ["Taiwan's word", "the mainland's"]
    assert facts_of("皇后", converters, stored).has_dictionaries


def test_the_longest_parts_of_what_has_no_entry(converters, stored):
    list(stored.install("小", [DictionaryEntry((word,), "", word) for word in ("銀行", "銀", "行長", "裡")]))
    facts = facts_of("行长在银行里", converters, stored)
    assert [entry.body for _, entry in facts.entries] == ["行長", "銀行", "裡"]
