"""Keyword lists in files: whatever is written can be read again; what is no list is told."""

from __future__ import annotations

import pytest

from reader.errors import UnreadableFile
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.search.keyword_files import BadKeywordFile
from reader.state.keyword_transfer import KeywordTransfer

LISTS = (
    KeywordList("人物", (Keyword("劉強"), Keyword("李.默", is_pattern=True)), 3, HighlightStyle.UNDERLINE),
    KeywordList("機構", (Keyword("大學", is_on=False, colour=2),)),
)


@pytest.fixture
def transfer(runner):
    return KeywordTransfer(runner)


@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt", ".TXT"])
def test_what_is_written_can_be_read(qtbot, transfer, tmp_path, suffix):
    path = tmp_path / f"詞表{suffix}"
    path.write_text("old")
    with qtbot.waitSignal(transfer.written) as written:
        transfer.write(path, LISTS)
    assert written.args == [path]
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    with qtbot.waitSignal(transfer.read) as read:
        transfer.take(path)
    found = read.args[1]
    if suffix == ".json":
        assert found == LISTS
    elif suffix == ".csv":
        assert [one.name for one in found] == ["人物", "機構"]
    else:
        assert [keyword.text for keyword in found[0].keywords] == ["劉強", "大學"]
        assert found[0].name == "詞表"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_words_in_any_encoding(qtbot, transfer, tmp_path, encoding):
    path = tmp_path / "words.txt"
    words = ["濟南市黨政代表團", "東西部協作", "黃河流域", "高品質發展", "文化旅遊"]
    path.write_bytes("\r\n".join(words).encode(encoding))
    with qtbot.waitSignal(transfer.read) as read:
        transfer.take(path)
    assert [keyword.text for keyword in read.args[1][0].keywords] == words


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.json", "{", BadKeywordFile),
        ("a.json", '[{"keywords": 3}]', BadKeywordFile),
        ("a.csv", "a,b\n1,2\n", BadKeywordFile),
        ("missing.txt", None, UnreadableFile),
    ],
)
def test_what_is_no_list_is_told(qtbot, transfer, tmp_path, name, content, kind):
    if content is not None:
        (tmp_path / name).write_text(content)
    with qtbot.waitSignal(transfer.failed) as failed:
        transfer.take(tmp_path / name)
    assert failed.args[0] == tmp_path / name
    assert isinstance(failed.args[1], kind)


def test_a_folder_that_cannot_be_written(qtbot, transfer, tmp_path):
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(transfer.failed) as failed:
        transfer.write(tmp_path / "file" / "a.json", LISTS)
    assert isinstance(failed.args[1], OSError)
