"""The chapters that a text would have, for a reader who chooses how they are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from time import monotonic

from reader.formats.chapter_rules import RULES
from reader.formats.chapters import BadPattern, Chapters, PatternFault, own_pattern, regularity
from reader.formats.headings import Headings, candidates_of, heading_level, headings_by_pattern
from reader.formats.parsed_document import ParsedDocument
from reader.formats.plain import PlainDocument
from reader.model.document import Document
from reader.model.outline import OutlineEntry

#: Seconds that the lines of one passage may take: a hundred times what a pattern takes that can be used.
_PATIENCE = 1.5
#: Lines between two looks at the clock.
_LOOK = 50
#: Chapters of a text; a book of as many characters has none longer than a line.
_MOST = 300_000


@dataclass(frozen=True, slots=True)
class Preview:
    """The chapters that a rule or a pattern finds.

    Attributes:
        headings: in reading order.
        regularity: the share of them whose number follows the one before; 0 where they have none.
        is_complete: False while the rest of the text is still being looked at.
    """

    headings: tuple[OutlineEntry, ...]
    regularity: float
    is_complete: bool


def preview_of(document: Document, chapters: Chapters) -> Iterator[Preview]:
    """The chapters of a document if the reader said this of them: ever longer previews, the last one complete.

    Every step is short, so that a background task can be cancelled between two. Titles at the top of a plain text,
    which no rule finds, are not among them.

    Raises:
        BadPattern: the pattern is not one that can be used, takes too long on this text or finds too much of it.
    """
    if isinstance(document, PlainDocument):
        yield from preview(document, document.headings_of(chapters))
    elif isinstance(document, ParsedDocument):
        if chapters.pattern:
            # Only to see that it is not too slow: paragraphs that are headings already count whatever they say.
            for _ in preview(document, headings_by_pattern(own_pattern(chapters.pattern))):
                pass
        *_, outline = document.with_chapters(chapters).outlines()
        yield Preview(outline.headings, regularity([entry.text for entry in outline.headings]), True)


def preview(document: Document, headings: Headings) -> Iterator[Preview]:
    """The chapters of a document by other rules than its own: ever longer previews, the last one complete.

    Paragraphs are not numbered.

    Raises:
        BadPattern: it takes too long to tell, or they are too many.
    """
    found: list[OutlineEntry] = []
    shown = 0
    for passage in document.passages():
        matches = _within_patience(_lines(passage.text, headings.candidate), headings)
        if not headings.made:
            matches = [match for match in matches if match[2]]
        addresses = document.addresses_in(passage, [offset for offset, _, _ in matches])
        for address, (_, line, level) in zip(addresses, matches, strict=True):
            level = 0 if address in headings.unmade else headings.made.get(address, 0) or level
            if level:
                found.append(OutlineEntry(0, address, level, line.strip()))
        if len(found) > _MOST:
            raise BadPattern(PatternFault.TOO_MANY)
        # What is shown is copied each time: so only when there is much more.
        if passage.end < document.size and (not shown or len(found) >= 2 * shown):
            shown = len(found)
            yield Preview(tuple(found), regularity([entry.text for entry in found]), False)
    yield Preview(tuple(found), regularity([entry.text for entry in found]), True)


def rule_counts(document: Document) -> Iterator[dict[str, int]]:
    """How many lines each rule finds in a plain text: ever larger counts, by the rules' names; the last are complete.

    A line that several rules find counts for each of them.
    """
    counts: Counter[str] = Counter({rule.name: 0 for rule in RULES})
    candidate = candidates_of(RULES)
    due = 0
    for passage in document.passages():
        for _, line in _lines(passage.text, candidate):
            counts.update(rule.name for rule in RULES if heading_level(line, (rule,)))
        if passage.end >= due and passage.end < document.size:
            yield dict(counts)
            due = 2 * passage.end
    yield dict(counts)


def _within_patience(lines: Iterable[tuple[int, str]], headings: Headings) -> list[tuple[int, str, int]]:
    """The lines, their offsets and what depth of a heading they have by the rules alone."""
    end = monotonic() + _PATIENCE
    judged = []
    for number, (offset, line) in enumerate(lines):
        judged.append((offset, line, headings.level_of(line)))
        if number % _LOOK == 0 and monotonic() > end:
            raise BadPattern(PatternFault.SLOW)
    return judged


def _lines(text: str, candidate: re.Pattern[str]) -> Iterable[tuple[int, str]]:
    """Offsets of the lines of a passage that may be headings, and the lines."""
    first = re.match(r"[^\r\n]*", text)
    top = [(0, first[0])] if first and first[0].strip() else []
    return chain(top, ((match.start(1), match[1]) for match in candidate.finditer(text)))
