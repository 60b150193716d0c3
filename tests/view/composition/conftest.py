from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.composer import compose
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces, pieces_of
from reader.view.composition.unit import Unit

EM = 20.0


def unit(kind: str, text: str, is_centred: bool = False) -> Unit:
    """A piece as a plain font has it: Han one em wide, letters half, marks with half their square blank."""
    if kind == "(":
        return Unit(EM, lead=EM / 2)
    if kind in ",." and is_centred:
        return Unit(EM, EM / 4, EM / 4)
    if kind in "),.":
        return Unit(EM, trail=EM / 2)
    if kind in "wvcob":
        return Unit(EM / 2 * len(text), carets=tuple(EM / 2 * at for at in range(len(text) + 1)))
    return Unit({" ": EM / 4, "z": 0.0}.get(kind, EM * len(text)))


@pytest.fixture(scope="session")
def composed() -> Callable[..., tuple[Pieces, list[ComposedLine]]]:
    """A text in a column of so many em, justified if nothing else is said."""

    def make(text: str, em: float, is_centred: bool = False, **measure: object) -> tuple[Pieces, list[ComposedLine]]:
        pieces = pieces_of(text)
        units = [unit(kind, piece, is_centred) for kind, piece in zip(pieces.kinds, pieces.texts, strict=True)]
        return pieces, compose(pieces, units, Measure(EM, em * EM, **{"is_justified": True, **measure}))

    return make


@pytest.fixture(scope="session")
def broken(composed) -> Callable[..., list[str]]:
    """The lines of a text."""

    def make(text: str, em: float, **measure: object) -> list[str]:
        pieces, lines = composed(text, em, **measure)
        return ["".join(pieces.texts[line.start : line.end]) for line in lines]

    return make
