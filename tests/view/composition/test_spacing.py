"""How wide pieces are before a line is adjusted."""

from __future__ import annotations

import pytest

EM = 20.0


def width(composed, text: str, is_centred: bool = False) -> float:
    """In em, between two Han characters."""
    _, (line,) = composed(f"船{text}岸", 100, is_centred=is_centred)
    return (line.right - line.left) / EM - 2


@pytest.mark.parametrize("is_centred", [False, True])
@pytest.mark.parametrize(
    ("marks", "ems"),
    [
        ("，", 1),
        ("「", 1),
        # CLREQ 3.1.6.2: two that stand together take one and a half em.
        ("」「", 1.5),
        ("。「", 1.5),
        ("「『", 1.5),
        ("』」", 1.5),
        ("」，", 1.5),
        ("。」", 1.5),
        ("”“", 1.5),
        # Three take one and a half as well.
        ("」。「", 1.5),
        ("。」「", 1.5),
        ("……", 2),
        ("——", 2),
        ("，——", 3),
    ],
)
def test_marks_that_meet_are_squeezed(composed, marks: str, ems: float, is_centred: bool):
    assert width(composed, marks, is_centred) == pytest.approx(ems)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [("ab", 2), ("11", 2), ("(ab)", 0), ("ab,", 1), ("%", 1), ("20%", 2), ("「ab」", 0), ("@a", 1)],
)
def test_a_quarter_em_between_han_and_latin(composed, text: str, gaps: int):
    letters = sum(1 if one in "「」" else 0.5 for one in text)
    assert width(composed, text) == pytest.approx(letters + gaps / 4)


def test_a_space_that_is_written_is_the_gap(composed):
    assert width(composed, " ab ") == pytest.approx(width(composed, "ab")) == pytest.approx(1.5)


def test_code_keeps_its_widths(composed):
    _, (line,) = composed("船」。「ab岸", 100, is_chinese=False)
    assert line.right == 6 * EM


def test_what_encloses_stands_close_to_what_it_encloses(composed):
    pieces, (line,) = composed("船「『岸』」。「水", 100)
    places = {text: (line.origin(at) / EM, line.edge(at + 1) / EM) for at, text in enumerate(pieces.texts)}
    # An opening mark has its ink in the right half of its square, a closing one in the left.
    assert places["『"][0] + 0.5 == pytest.approx(2)
    assert places["岸"][0] == pytest.approx(2.5)
    assert places["』"][1] == pytest.approx(4)
