from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import UnreadableFile
from reader.formats.candidates import candidates
from reader.formats.codec_table import ENCODINGS
from reader.formats.registry import open_document
from reader.formats.transcoding import OTHER_ENCODINGS

TEXT = "\n　　那年冬天，村子裡的人都說河水結了冰。\n\n可是誰也沒有去看過。\n孩子們在門前等著。\n一直等到天黑。\n"
LINES = ("那年冬天，村子裡的人都說河水結了冰。", "可是誰也沒有去看過。", "孩子們在門前等著。")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-8-sig"])
def test_every_encoding_shows_how_the_file_begins(written: Callable[..., Path], encoding: str):
    found = candidates(written(TEXT, encoding=encoding))
    assert {one.encoding for one in found} == {*ENCODINGS, *OTHER_ENCODINGS}
    assert (found[0].encoding, found[0].lines, found[0].is_detected) == (encoding.removesuffix("-sig"), LINES, True)
    assert not any(one.is_detected for one in found[1:])
    assert found[0].confidence == 1.0
    assert found[0].unreadable == 0.0
    ranks = [(one.unreadable > 0.5, -one.likelihood) for one in found[1:]]
    assert ranks == sorted(ranks)
    assert found[-1].unreadable > 0.5
    for one in found:
        assert len(one.lines) <= 3
        "".join(one.lines).encode()


def test_a_way_back_is_offered(written: Callable[..., Path]):
    broken = TEXT.encode("big5hkscs").decode("gb18030", "replace")
    path = written(broken)
    found = {one.encoding: one for one in candidates(path, 2)}
    assert found["big5hkscs ← gb18030"].lines == LINES[:2]
    assert open_document(path, "big5hkscs ← gb18030").block_at(0).text.strip() == LINES[0]


def test_short_and_odd_files(written: Callable[..., Path], tmp_path: Path):
    for content in (b"", b"\xff", b"\0\0\0", b"a" * 100_000):
        assert len(candidates(written(content))) == len(ENCODINGS + OTHER_ENCODINGS)
    assert max(len(line) for one in candidates(written(b"a" * 1000)) for line in one.lines) <= 120
    with pytest.raises(UnreadableFile):
        candidates(tmp_path / "nothing")
