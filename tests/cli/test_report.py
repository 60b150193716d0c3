from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main
from reader.model.keyword_list import Keyword, KeywordList
from reader.search.keyword_files import lists_to_csv, lists_to_json

TEXT = "湖\n第一章　水\n造紙廠的廢水流進湖裡，造紙廠不管。\n第二章　風\n湖上的風。\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "湖.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


def counts(path: Path) -> list[list[str]]:
    """The list, the word and the count of each row of a report in CSV."""
    return [line.split(",")[:3] for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]


def test_a_list_of_lines(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    words, out = tmp_path / "詞.txt", tmp_path / "out.csv"
    words.write_bytes("造纸厂\r\n\r\n湖\r\n".encode("utf-16"))
    assert main(["report", str(text), "--words", str(words), "-o", str(out)]) == 0
    assert counts(out) == [["詞", "造纸厂", "2"], ["詞", "湖", "3"]]
    assert out.read_bytes().count(b"\r\n") == out.read_bytes().count(b"\n") == 3
    assert capsys.readouterr() == ("", "")


def test_exported_lists_and_words(text: Path, tmp_path: Path):
    lists = [KeywordList("水", (Keyword("廢水"),)), KeywordList("風", (Keyword("風"),))]
    as_json, as_csv, out = tmp_path / "a.json", tmp_path / "a.csv", tmp_path / "out.CSV"
    as_json.write_text(lists_to_json(lists), encoding="utf-8")
    as_csv.write_text(lists_to_csv(lists), encoding="utf-8")
    for path in (as_json, as_csv):
        assert main(["report", str(text), "--words", str(path), "-o", str(out)]) == 0
        assert counts(out) == [["水", "廢水", "1"], ["風", "風", "2"]]
    assert main(["report", str(text), "--words", "廢水，風, 湖", "--words", "造紙廠", "-o", str(out)]) == 0
    assert counts(out) == [["", "廢水", "1"], ["", "風", "2"], ["", "湖", "3"], ["", "造紙廠", "2"]]


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_other_forms(text: Path, tmp_path: Path, suffix: str):
    out = tmp_path / f"out{suffix}"
    assert main(["report", str(text), "--words", "造纸厂", "-o", str(out)]) == 0
    assert "第一章" in out.read_text(encoding="utf-8")


def test_bad_lists_are_sentences(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    words, out = tmp_path / "a.json", tmp_path / "out.md"
    words.write_text("[\n{", encoding="utf-8")
    assert main(["report", str(text), "--words", str(words), "-o", str(out)]) == 1
    assert "is no list of words in line 2" in capsys.readouterr().err
    # What looks like a file's name is one.
    for missing in ("詞.txt", str(tmp_path / "詞")):
        assert main(["report", str(text), "--words", missing, "-o", str(out)]) == 1
        assert "There is no file" in capsys.readouterr().err
    assert not out.exists()


def test_wrong_usage(text: Path, capsys: pytest.CaptureFixture[str]):
    for arguments in (["--words", "水"], ["-o", "out.md"], ["--words", "水", "-o", "out.doc"]):
        with pytest.raises(SystemExit) as ended:
            main(["report", str(text), *arguments])
        assert ended.value.code == 2
    assert ".csv, .md, .html" in capsys.readouterr().err
