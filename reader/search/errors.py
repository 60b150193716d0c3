"""Questions that cannot be answered."""

from __future__ import annotations

from reader.errors import ReaderError


class BadPattern(ReaderError):
    """A regular expression that is none, or that is too large.

    Attributes:
        pattern: as typed.
        place: code points before what is wrong in it; None where it is too large.
        detail: what the engine says.
    """

    def __init__(self, pattern: str, place: int | None, detail: str) -> None:
        super().__init__(f"{pattern!r} at {place}: {detail}")
        self.pattern = pattern
        self.place = place
        self.detail = detail


class SlowPattern(ReaderError):
    """A regular expression that took longer over a stretch of text than it may.

    Attributes:
        pattern: as typed.
        seconds: what it may take.
    """

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(f"{pattern!r} takes longer than {seconds} s")
        self.pattern = pattern
        self.seconds = seconds


class SuggestingEnded(ReaderError):
    """The process that reads for suggestions has ended before the document has.

    Attributes:
        detail: what is known of its end.
    """

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class DefectApart(Exception):
    """A process of this program met with what nobody expected; the text is its traceback."""
