"""The rows of the outline: every heading, and the paragraphs of the sections that are open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate

from reader.model.outline import Outline

#: The section before the first heading.
PREFACE = -1


class OutlineRows:
    """Which heading or paragraph stands in which row. Costs what is open, not what the document has.

    A *section* is a heading's index; its paragraphs are those up to the next heading, whatever its level.

    Attributes:
        outline: what the rows are of.
    """

    def __init__(self, outline: Outline, is_open: bool) -> None:
        """Rows with all sections open, or with none."""
        self.outline = outline
        self._open = list(range(PREFACE, len(outline.headings))) if is_open else []
        self._sum_up()

    def __len__(self) -> int:
        return len(self.outline.headings) + self._behind[-1]

    def grown(self, outline: Outline) -> OutlineRows:
        """The rows of a longer outline of the same document, in which the same sections are open."""
        rows = OutlineRows(outline, is_open=False)
        rows._open = self._open[:]
        rows._sum_up()
        return rows

    def paragraph(self, row: int) -> int:
        """The number of the paragraph (or heading) in a row."""
        heading = self.heading(row)
        if heading is not None:
            return self.outline.headings[heading].paragraph
        place = bisect_right(self._first_rows, row) - 1
        return self._first_paragraph(self._open[place]) + row - self._first_rows[place]

    def heading(self, row: int) -> int | None:
        """The index of the heading in a row, or None for a paragraph."""
        place = bisect_right(self._first_rows, row) - 1
        if place >= 0 and row < self._first_rows[place] + self._counts[place]:
            return None
        return row - self._behind[place + 1]

    def row_of(self, paragraph: int) -> int | None:
        """The row of a paragraph; of one that is folded away, its heading's; None if it has none."""
        section = self.section_of(paragraph)
        if section > PREFACE and self.outline.headings[section].paragraph == paragraph:
            return self._heading_row(section)
        if self.is_open(section):
            place = bisect_left(self._open, section)
            return self._first_rows[place] + paragraph - self._first_paragraph(section)
        return self._heading_row(section) if section > PREFACE else None

    def section_of(self, paragraph: int) -> int:
        """The section that a paragraph belongs to."""
        return bisect_right(self.outline.headings, paragraph, key=lambda entry: entry.paragraph) - 1

    def is_open(self, section: int) -> bool:
        """Whether a section's paragraphs have rows."""
        place = bisect_left(self._open, section)
        return place < len(self._open) and self._open[place] == section

    def span(self, section: int) -> tuple[int, int]:
        """The first row that a section's paragraphs have, or would have, and how many they are."""
        first = self._heading_row(section) + 1 if section > PREFACE else 0
        return first, self.count(section)

    def count(self, section: int) -> int:
        """How many paragraphs a section has, its heading not among them."""
        headings = self.outline.headings
        end = headings[section + 1].paragraph if section + 1 < len(headings) else len(self.outline.starts)
        return max(0, end - self._first_paragraph(section))

    def open(self, section: int) -> None:
        """Give a section's paragraphs rows."""
        if not self.is_open(section):
            insort(self._open, section)
            self._sum_up()

    def close(self, section: int) -> None:
        """Take a section's rows away."""
        if self.is_open(section):
            self._open.remove(section)
            self._sum_up()

    def _first_paragraph(self, section: int) -> int:
        return self.outline.headings[section].paragraph + 1 if section > PREFACE else 0

    def _heading_row(self, section: int) -> int:
        return section + self._behind[bisect_left(self._open, section)]

    def _sum_up(self) -> None:
        self._counts = [self.count(section) for section in self._open]
        #: ``_behind[n]``: rows of paragraphs in the first ``n`` open sections.
        self._behind = list(accumulate(self._counts, initial=0))
        self._first_rows = [section + 1 + behind for section, behind in zip(self._open, self._behind[:-1], strict=True)]
