from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from reader.errors import UnreadableFile
from reader.formats.inspection import inspect_file, outline_file, sample_of
from reader.formats.registry import open_document
from reader.model.script import Script

TEXT = "夜航的人\n船在夜裡靠了岸，沒有人出來迎接。\n第一章　離岸\n燈塔還亮著。\n"


def script_of(text: str) -> Script | None:
    return Script.TRADITIONAL if "夜航" in text else None


def sentence(error: UnreadableFile) -> str:
    return f"no: {error.reason.name}"


def test_a_text(written: Callable[..., Path]):
    path = written(TEXT, encoding="big5hkscs")
    found = inspect_file(path, script_of, sentence)
    assert 0.5 < found.pop("confidence") <= 1
    assert json.loads(json.dumps(found)) == {
        "path": str(path),
        "format": "text",
        "encoding": "big5hkscs",
        "script": "zh-Hant",
        "blocks": 4,
        "characters": 31,
        "headings": 2,
        "error": None,
    }
    assert inspect_file(path, script_of, sentence, "gb18030")["encoding"] == "gb18030"
    assert inspect_file(written("a"), script_of, sentence)["script"] is None


def test_an_outline(written: Callable[..., Path], epub: Callable[..., bytes]):
    path = written(TEXT)
    found = outline_file(path, sentence)
    assert found["headings"] == [
        {"paragraph": 1, "address": 0, "level": 1, "text": "夜航的人"},
        {"paragraph": 3, "address": TEXT.encode().index("第".encode()), "level": 2, "text": "第一章　離岸"},
    ]
    book = outline_file(written(epub({"a.xhtml": "<h1>離岸</h1><p>一</p>"}), "a.epub"), sentence)
    assert (book["format"], [one["text"] for one in book["headings"]]) == ("epub", ["離岸"])


def test_what_cannot_be_opened_says_why(tmp_path: Path):
    path = tmp_path / "nothing.txt"
    found = inspect_file(path, script_of, sentence)
    assert (found["path"], found["error"]) == (str(path), "no: MISSING")
    assert all(value is None for name, value in found.items() if name not in ("path", "error"))
    assert outline_file(path, sentence) == {"path": str(path), "format": None, "headings": [], "error": "no: MISSING"}


def test_a_sample_is_of_the_start_and_the_middle(written: Callable[..., Path]):
    document = open_document(written("前\n" + "一二三四\n" * 5000 + "中\n" + "五六七八\n" * 5000))
    sample = sample_of(document)
    assert sample.startswith("前")
    assert "中" in sample
    assert len(sample) <= 8000
