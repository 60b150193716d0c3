"""Where a line may end (CLREQ 3.1.4 and 3.1.5)."""

from __future__ import annotations

import pytest

from reader.view.composition.breaks import breakable
from reader.view.composition.pieces import pieces_of


def chances(text: str) -> str:
    """The text with a bar wherever a line may end."""
    pieces = pieces_of(text)
    allowed = breakable(pieces)
    return "".join("|" * allowed[at] + piece for at, piece in enumerate(pieces.texts))


@pytest.mark.parametrize(
    "text",
    [
        "船|在|岸，|說：|「好。」|（是）|的",
        "《書》、|〈篇〉；|甲·|乙／丙～|丁",
        "他——|說……|了",
        "甲——|——|乙",
        "３．５％|的|２０|日",
        "用|Windows |11|和|5 km|的|路",
        "看|state-|of-|the-|art",
        "說|“好”，|‘是’",
        "中|(文)，|字",
        "共|50%|了|$5|元",
        "￥２０|元",
        "甲\u00a0乙|丙",
        "甲\u200b|乙",
        "　|甲　|乙",
    ],
)
def test_chances(text: str):
    assert chances(text.replace("|", "")) == text
