"""Reports in the background: made, given up, written as a whole."""

from __future__ import annotations

import pytest

from reader.export.report import REPORT_FORMS
from reader.formats.registry import open_document
from reader.model.keyword_list import Keyword, KeywordList
from reader.state.new_file import write_new
from reader.state.reporting import Reporting

LISTS = (KeywordList("人物", (Keyword("劉強"),)), KeywordList("地名", (Keyword("濟南"), Keyword("臨夏"))))


@pytest.fixture
def reporting(runner):
    return Reporting(runner)


@pytest.fixture
def report(qtbot, reporting, written):
    """Makes a report on a text."""

    def of(text: str):
        document = open_document(written(text))
        *_, outline = document.outlines()
        with qtbot.waitSignal(reporting.made) as made:
            reporting.make(document, outline, LISTS)
        return made.args[0]

    return of


def test_a_report_is_made_step_by_step(qtbot, reporting, report):
    shares = []
    reporting.progressed.connect(shares.append)
    made = report("第一章　開始\n刘强在济南。\n" * 30_000)
    assert [word.count for word in made.words] == [30_000, 30_000, 0]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 1


def test_a_report_that_is_given_up_is_not_heard_of(qtbot, reporting, written, settle):
    document = open_document(written("刘强在济南。\n" * 30_000))
    *_, outline = document.outlines()
    with qtbot.assertNotEmitted(reporting.made):
        reporting.make(document, outline, LISTS)
        reporting.give_up()
        settle()


@pytest.mark.parametrize("suffix", REPORT_FORMS)
def test_a_report_is_written(qtbot, reporting, report, tmp_path, suffix):
    made = report("刘强在济南。")
    path = tmp_path / f"report{suffix}"
    with qtbot.waitSignal(reporting.written) as written:
        reporting.write(made, path)
    assert written.args == [path]
    raw = path.read_bytes()
    assert raw.count(b"\xef\xbb\xbf") == (1 if suffix == ".csv" else 0)
    assert "濟南" in raw.decode("utf-8-sig")


def test_what_was_there_is_kept_where_writing_fails(tmp_path):
    path = tmp_path / "report.md"
    path.write_text("old")
    path.with_name(".report.md.new").mkdir()
    with pytest.raises(OSError, match="report"):
        write_new(path, "new")
    assert path.read_text() == "old"


def test_a_folder_that_cannot_be_written(qtbot, reporting, report, tmp_path):
    made = report("刘强在济南。")
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(reporting.failed) as failed:
        reporting.write(made, tmp_path / "file" / "a.md")
    assert isinstance(failed.args[0], OSError)
