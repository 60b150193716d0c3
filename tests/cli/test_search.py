from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main

TEXT = "湖邊造紙廠\n\n　　造紙廠的廢水流進湖裡，用软件记录造紙廠的数据。\n皇后以後才說，計程車到了。\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "湖.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_matches_as_json(text: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", str(text), "造纸厂", "--json", "軟體"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {tuple(one) for one in found} == {("block", "start", "end", "text", "tier", "excerpt")}
    assert [(one["block"], one["start"], one["end"], one["text"], one["tier"]) for one in found] == [
        (0, 2, 5, "造紙廠", "script"), (1, 2, 5, "造紙廠", "script"), (1, 14, 16, "软件", "regional"),
        (1, 18, 21, "造紙廠", "script"),
    ]  # fmt: skip
    lines = [line for line in TEXT.split("\n") if line]
    assert all(lines[one["block"]][one["start"] : one["end"]] == one["text"] for one in found)


def test_legible(text: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", str(text), "造紙廠"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(line[0], line[1], line[2]) for line in lines] == [
        ("¶1:2", "exact", "造紙廠"), ("¶2:2", "exact", "造紙廠"), ("¶2:18", "exact", "造紙廠"),
    ]  # fmt: skip


def test_tiers(text: Path, capsys: pytest.CaptureFixture[str]):
    def tiers(*options: str) -> list[str]:
        assert main(["search", str(text), "后", "的士", "--json", *options]) == 0
        return [one["tier"] for one in json.loads(capsys.readouterr().out)]

    assert tiers() == ["exact", "script", "regional"]
    assert tiers("--tier", "exact") == ["exact"]
    assert tiers("--tier", "exact,regional") == tiers("--tier", "exact", "--tier", "regional") == ["exact", "regional"]
    with pytest.raises(SystemExit) as ended:
        tiers("--tier", "near")
    assert ended.value.code == 2


def test_readings_are_told_apart(text: Path, capsys: pytest.CaptureFixture[str]):
    text.write_text("皇后以后说\n", encoding="utf-8")
    assert main(["search", str(text), "後", "--json"]) == 0
    assert [one["tier"] for one in json.loads(capsys.readouterr().out)] == ["reading", "script"]


def test_nothing_found_is_no_failure(text: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", str(text), "沙漠", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "arguments", [["search", "{}", "水"], ["keywords", "{}"], ["report", "{}", "--words", "水", "-o", "x.md"]]
)
def test_what_cannot_be_opened(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    missing = str(tmp_path / "nothing.txt")
    assert main([argument.format(missing) for argument in arguments]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert missing in printed.err


def test_keywords(text: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["keywords", str(text), "--json", "--top", "3"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 3
    assert {tuple(one) for one in found} == {("text", "score", "count")}
    assert ("造紙廠", 3) in [(one["text"], one["count"]) for one in found]
    assert main(["keywords", str(text), "--top", "3"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{one['text']}\t{one['count']}" for one in found]
    with pytest.raises(SystemExit) as ended:
        main(["keywords", str(text), "--top", "0"])
    assert ended.value.code == 2


def test_a_search_in_a_process_of_its_own(jianfan, text: Path):
    ended = jianfan("search", "--json", text, "造纸厂")
    assert (ended.returncode, ended.stderr, len(json.loads(ended.stdout))) == (0, b"", 3)
    ended = jianfan("search", text.with_name("沒有.txt"), "造纸厂")
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert "沒有.txt”" in ended.stderr.decode()
