"""What can be said about a word of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.convert.converters import Converters
from reader.convert.pronunciation import Standard, pronounce, readings_of
from reader.convert.rendition import Manner, Rendition
from reader.convert.zhuyin import zhuyin
from reader.errors import StoreError
from reader.model.dictionary_entry import DictionaryEntry
from reader.model.position import Span
from reader.model.script import Script
from reader.search.script_forms import variants_of
from reader.store.dictionaries import StoredDictionaries

#: Code points on either side of the word that can decide how it is read and written.
_AROUND = 40

#: Code points of a word that are looked up piece by piece, and of the longest piece.
_LOOKED_UP, _LONGEST = 24, 8


@dataclass(frozen=True, slots=True)
class WordInText:
    """A word and what stands around it.

    Attributes:
        text: of the block, or some part of it.
        span: the word in it, not empty.
    """

    text: str
    span: Span

    @property
    def word(self) -> str:
        """The word itself."""
        return self.text[self.span.start : self.span.end]

    def near(self) -> WordInText:
        """The same with no more around it than can matter."""
        first = max(0, self.span.start - _AROUND)
        span = Span(self.span.start - first, self.span.end - first)
        return WordInText(self.text[first : self.span.end + _AROUND], span)


@dataclass(frozen=True, slots=True)
class WordFacts:
    """A word, and what is known about it so far.

    Attributes:
        word: as the document writes it.
        shown: as the page shows it.
        forms: how else it is written, by script, None for the document's own form: only what differs from ``shown``,
            with regional words.
        pinyin: its reading on the mainland, a syllable a character; "" for what is none.
        zhuyin: its reading in Taiwan, the same.
        other_readings: of a single character, in pinyin, without the one that it has here.
        variants: other ways to write a single character in the same script.
        entries: what the dictionaries say, with their names.
        has_dictionaries: whether any is installed.
        count: how often it occurs in the document, in any script, as far as it was counted; None before that.
        is_counted: whether ``count`` is final.
    """

    word: str
    shown: str
    forms: tuple[tuple[Script | None, str], ...] = ()
    pinyin: tuple[str, ...] = ()
    zhuyin: tuple[str, ...] = ()
    other_readings: tuple[str, ...] = ()
    variants: str = ""
    entries: tuple[tuple[str, DictionaryEntry], ...] = ()
    has_dictionaries: bool = True
    count: int | None = None
    is_counted: bool = False


def word_facts(
    written: WordInText, shown: WordInText, source: Script | None, converters: Converters, stored: StoredDictionaries
) -> Iterator[WordFacts]:
    """Everything but the count: first what needs no dictionary of the reader's, then all.

    Args:
        written: the word as the document writes it.
        shown: the same as the page shows it.
        source: how the document is written.
        converters: of the program.
        stored: the reader's dictionaries.
    """
    near, word = shown.near(), shown.word
    here = slice(near.span.start, near.span.end)
    read = pronounce(near.text)[here]
    facts = WordFacts(
        written.word,
        word,
        tuple(_forms(written.near(), word, source, converters)),
        tuple(read),
        tuple(zhuyin(one) for one in pronounce(near.text, Standard.TAIWAN)[here]),
        tuple(other for other in readings_of(word) if other not in read) if len(word) == 1 else (),
        variants_of(word) if len(word) == 1 else "",
    )
    yield facts
    try:
        entries = tuple(dict.fromkeys([*_entries(word, stored.look_up), *_entries(written.word, stored.look_up)]))
        yield replace(facts, entries=entries, has_dictionaries=bool(entries) or bool(stored.installed()))
    except StoreError:
        # The dialog of the dictionaries says so; here the rest is worth showing.
        yield facts


def _forms(
    written: WordInText, shown: str, source: Script | None, converters: Converters
) -> Iterator[tuple[Script | None, str]]:
    """How else the word is written, judged by what stands around it."""
    if written.word != shown:
        yield None, written.word
    for target in Script:
        conversion = Rendition(source, Manner(target, has_regional_words=True), converters).convert(written.text)
        found = conversion.alignment.shown_span(written.span)
        form = conversion.text[found.start : found.end]
        if form not in (shown, written.word):
            yield target, form


def _entries(
    word: str, look_up: Callable[[str], Sequence[tuple[str, DictionaryEntry]]]
) -> Iterator[tuple[str, DictionaryEntry]]:
    """The entries of a word; where it has none, those of its longest parts from left to right."""
    if whole := look_up(word):
        yield from whole
        return
    start = 0
    while start < min(len(word), _LOOKED_UP):
        for end in range(min(len(word), start + _LONGEST), start, -1):
            if (end - start < len(word)) and (found := look_up(word[start:end])):
                yield from found
                start = end
                break
        else:
            start += 1
