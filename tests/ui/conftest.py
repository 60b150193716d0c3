"""What the tests of the window's parts share: themes, and outlines made of a few numbers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

import pytest

from reader.model.outline import Outline, OutlineEntry
from reader.ui.theme import Theme
from reader.ui.themes import BUILT_IN


@pytest.fixture(params=BUILT_IN.values(), ids=[choice.value for choice in BUILT_IN])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme in turn."""
    return request.param


@pytest.fixture(scope="session")
def made_outline() -> Callable[..., Outline]:
    """Makes an outline of so many paragraphs, of which these are headings of these levels."""

    def make(count: int, headings: Iterable[tuple[int, int]] = (), is_complete: bool = True) -> Outline:
        entries = tuple(OutlineEntry(number, number * 10, level, f"第{number}章") for number, level in headings)
        return Outline(array("Q", range(0, count * 10, 10)), entries, count * 7, is_complete)

    return make
