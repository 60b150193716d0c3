"""Writes small dictionaries in each format."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

CEDICT = """\
# CC-CEDICT of our own
#! version=1
軟體 软体 [ruan3 ti3] /software (Tw)/mollusc/
女 女 [nu:3] /woman/
廢行 废行
綠 绿 [lu:4] /green/
"""


@pytest.fixture
def cedict(tmp_path: Path) -> Path:
    path = tmp_path / "small.u8"
    path.write_text(CEDICT, encoding="utf-8")
    return path


@pytest.fixture
def made_stardict(tmp_path: Path) -> Callable[..., Path]:
    """Writes a StarDict dictionary of words and entries, and gives its ``.ifo`` file."""

    def make(
        entries: Sequence[tuple[str, bytes]],
        kinds: str = "m",
        synonyms: Sequence[tuple[str, int]] = (),
        is_packed: bool = False,
    ) -> Path:
        index, content = b"", b""
        for word, body in entries:
            index += word.encode() + b"\0" + struct.pack(">II", len(content), len(body))
            content += body
        facts = ["StarDict's dict ifo file", "version=2.4.2", f"wordcount={len(entries)}", "bookname=小詞典"]
        facts += [f"sametypesequence={kinds}"] if kinds else []
        ifo = tmp_path / "small.ifo"
        ifo.write_text("\n".join(facts) + "\n", encoding="utf-8")
        ifo.with_suffix(".idx").write_bytes(index)
        if is_packed:
            (tmp_path / "small.dict.dz").write_bytes(gzip.compress(content))
        else:
            ifo.with_suffix(".dict").write_bytes(content)
        if synonyms:
            rows = (word.encode() + b"\0" + struct.pack(">I", number) for word, number in synonyms)
            ifo.with_suffix(".syn").write_bytes(b"".join(rows))
        return ifo

    return make
