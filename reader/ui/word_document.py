"""Sets what is known about a word as text that can be read, selected and copied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.model.dictionary_entry import DictionaryEntry
from reader.state.word_facts import WordFacts
from reader.ui.script_control import SCRIPTS
from reader.ui.theme import Theme
from reader.view.visible_text import visible

#: Sizes in points relative to the window's font, and the space above a group, in pixels.
_WORD, _READING, _NOTE = 1.9, 1.15, 0.92
_GAP = 8

#: The line of an entry's explanation that stands under its word, and how far it stands in, in pixels.
_INDENT = 12

#: Longer words than this are set in the size of their readings.
_LARGE = 12


class WordDocument:
    """Fills a text document anew with each set of facts."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._is_first = True

    def fill(self, facts: WordFacts, theme: Theme, families: Sequence[str]) -> None:
        """Write down what is known.

        Args:
            facts: about the word.
            theme: of the window.
            families: in which Chinese is set.
        """
        self._document.clear()
        self._cursor = QTextCursor(self._document)
        self._is_first = True
        plain = QTextCharFormat()
        plain.setFontFamilies([*families, *QFont().families()])
        plain.setForeground(QColor(theme.text))
        muted = QTextCharFormat(plain)
        muted.setForeground(QColor(theme.muted))
        muted.setFontPointSize(QFont().pointSizeF() * _NOTE)
        self._write_head(facts, plain, theme)
        self._write_forms(facts, plain, muted)
        self._write_notes(facts, muted)
        for name, entries in groupby(facts.entries, key=lambda pair: pair[0]):
            self._line(visible(name), muted, gap=_GAP)
            for _, entry in entries:
                self._write_entry(entry, plain, muted)

    def _write_head(self, facts: WordFacts, plain: QTextCharFormat, theme: Theme) -> None:
        word = QTextCharFormat(plain)
        word.setFontPointSize(QFont().pointSizeF() * (_WORD if len(facts.shown) <= _LARGE else _READING))
        self._line(visible(facts.shown), word)
        reading = QTextCharFormat(plain)
        reading.setForeground(QColor(theme.accent))
        reading.setFontPointSize(QFont().pointSizeF() * _READING)
        for syllables in (facts.pinyin, facts.zhuyin):
            if any(syllables):
                self._line(" ".join(filter(None, syllables)), reading)

    def _write_forms(self, facts: WordFacts, plain: QTextCharFormat, muted: QTextCharFormat) -> None:
        labels = {script: label for label, _, script in SCRIPTS}
        forms: dict[str, list[str]] = {}
        for script, form in facts.forms:
            forms.setdefault(form, []).append(labels[script])
        for number, (form, scripts) in enumerate(forms.items()):
            if number == 0:
                self._begin(gap=_GAP)
            else:
                self._cursor.insertText("　", muted)
            self._cursor.insertText(f"{''.join(scripts)} ", muted)
            self._cursor.insertText(visible(form), plain)

    def _write_notes(self, facts: WordFacts, muted: QTextCharFormat) -> None:
        gap = _GAP
        for text in _notes(facts):
            self._line(text, muted, gap=gap)
            gap = 0

    def _write_entry(self, entry: DictionaryEntry, plain: QTextCharFormat, muted: QTextCharFormat) -> None:
        self._line("　".join(map(visible, entry.words)), plain)
        if entry.reading:
            self._cursor.insertText(f"  {visible(entry.reading)}", muted)
        lines = entry.body.split("\n")
        for number, line in enumerate(lines, start=1):
            counted = f"{number}. {line}" if len(lines) > 1 else line
            self._line(visible(counted), plain, indent=_INDENT)

    def _line(self, text: str, form: QTextCharFormat, gap: int = 0, indent: int = 0) -> None:
        self._begin(gap, indent)
        self._cursor.insertText(text, form)

    def _begin(self, gap: int = 0, indent: int = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(gap)
        form.setLeftMargin(indent)
        if self._is_first:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_first = False


def _notes(facts: WordFacts) -> list[str]:
    """What is worth a line each."""
    notes = []
    if facts.other_readings:
        text = QCoreApplication.translate("WordPopover", "Also read {readings}")
        notes.append(text.format(readings=", ".join(facts.other_readings)))
    if facts.variants:
        text = QCoreApplication.translate("WordPopover", "Also written {characters}")
        notes.append(text.format(characters="　".join(facts.variants)))
    if facts.count is not None:
        text = (
            QCoreApplication.translate("WordPopover", "{count} times in this text")
            if facts.is_counted
            else QCoreApplication.translate("WordPopover", "{count} times so far in this text")
        )
        notes.append(text.format(count=f"{facts.count:,}"))
    return notes
