from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.sentences import sentence
from reader.errors import Unreadable, UnreadableFile

TEXT = "夜航的人\n船在夜裡靠了岸，沒有人出來迎接。\n第一章　離岸\n燈塔還亮著，風從海上吹來。\n"
KEYS = ["path", "format", "encoding", "confidence", "script", "blocks", "characters", "headings", "error"]


def test_json_has_an_object_for_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path, missing = tmp_path / "夜航.txt", tmp_path / "nothing.txt"
    path.write_bytes(TEXT.encode("big5"))
    assert main(["inspect", str(path), "--json", str(missing)]) == 1
    printed = capsys.readouterr()
    found, lost = json.loads(printed.out)
    assert list(found) == list(lost) == KEYS
    assert (found["format"], found["encoding"], found["script"]) == ("text", "big5hkscs", "zh-Hant-TW")
    assert (found["blocks"], found["headings"], found["error"]) == (4, 2, None)
    assert found["characters"] == len("".join(TEXT.split()))
    assert lost["error"] == sentence(UnreadableFile(missing, Unreadable.MISSING))
    assert printed.err == f"jianfan: {lost['error']}\n"


def test_legible(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "夜航.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["inspect", str(path)]) == 0
    printed = capsys.readouterr().out
    for word in (str(path), "utf-8", "zh-Hant", "text"):
        assert word in printed
    assert main(["inspect", str(tmp_path)]) == 1
    assert capsys.readouterr() == ("", f"jianfan: {sentence(UnreadableFile(tmp_path, Unreadable.DIRECTORY))}\n")


@pytest.mark.parametrize("command", ["inspect", "outline"])
def test_no_file_is_wrong_usage(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main([command])
    assert ended.value.code == 2
    assert f"usage: jianfan {command}" in capsys.readouterr().err


def test_a_parsed_format_in_a_process_of_its_own(jianfan, tmp_path: Path, book: bytes):
    path = tmp_path / "夜航.epub"
    path.write_bytes(book)
    ended = jianfan("inspect", "--json", path)
    assert (ended.returncode, ended.stderr) == (0, b"")
    found = json.loads(ended.stdout)[0]
    assert (found["path"], found["format"], found["blocks"], found["headings"]) == (str(path), "epub", 3, 1)
    ended = jianfan("outline", path)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode().split() == ["¶1", "離岸"]
    ended = jianfan("convert", "--to", "simplified", path)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode() == "离岸\n船在夜里靠了岸。\n灯塔还亮着。\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text(jianfan, tmp_path: Path):
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    ended = jianfan("inspect", "--json", os.fsdecode(name))
    assert ended.returncode == 0
    assert os.fsencode(json.loads(ended.stdout)[0]["path"]) == name
    assert jianfan("inspect", os.fsdecode(name)).returncode == 0


def test_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "夜航.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["outline", str(path)]) == 0
    assert [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()] == [
        ["¶1", "夜航的人"], ["¶3", "第一章 離岸"],
    ]  # fmt: skip
    assert main(["outline", "--json", str(path), str(tmp_path)]) == 1
    found, lost = json.loads(capsys.readouterr().out)
    assert [(one["paragraph"], one["text"]) for one in found["headings"]] == [(1, "夜航的人"), (3, "第一章　離岸")]
    assert (found["error"], lost["headings"], lost["format"]) == (None, [], None)
    assert main(["outline", str(path), str(path)]) == 0
    assert capsys.readouterr().out.count(str(path)) == 2
