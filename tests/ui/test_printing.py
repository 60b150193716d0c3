"""Printing in slices: the window has its turn between them, and every sheet is printed once."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter

from reader.convert.conversion import as_written
from reader.formats.registry import open_document
from reader.model.outline import OutlineEntry
from reader.search.words import word_at
from reader.state.tasks import TaskRunner
from reader.ui.printing import Printing, fit_device
from reader.ui.theme import LIGHT
from reader.view.content import Content
from reader.view.page_style import PageStyle
from reader.view.printed_pages import PrintedPages, Sheet

SHEET = Sheet(90, 122, 10, 9, "書名")


@pytest.fixture
def printing(qapp):
    runner = TaskRunner()
    yield Printing(runner)
    runner.close()


@pytest.fixture
def sheets(qapp, tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(f"　　{n}、船在夜裡靠了岸，沒有人出來迎接。" * 3 for n in range(400)), encoding="utf-8")
    content = Content(open_document(path, "utf-8"), as_written, word_at)
    style = PageStyle(("Noto Serif CJK TC",), 20, 180, 30)
    return lambda: PrintedPages(content, style, SHEET, LIGHT.page, None)


def count(pages: PrintedPages) -> int:
    while pages.turn():
        pass
    return pages.number + 1


def test_the_window_has_its_turn_while_it_is_printed(printing, sheets, qtbot, tmp_path):
    turns: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    shares: list[float] = []
    printing.progressed.connect(lambda share, _: shares.append(share))
    with qtbot.waitSignal(printing.finished):
        printing.save(tmp_path / "a.pdf", sheets(), (), str)
        assert printing.is_running
    assert not printing.is_running
    assert len(turns) > 3
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert len(document) == count(sheets())
    numbers = [page.get_textpage().get_text_range().split()[-1] for page in document]
    assert numbers == [str(number + 1) for number in range(len(document))]
    document.close()


def test_paper_is_printed_as_a_file_is(printing, sheets, qtbot, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFullPage(True)
    fit_device(printer, SHEET)
    with qtbot.waitSignal(printing.finished):
        printing.print_on(printer, sheets())
    with qtbot.waitSignal(printing.finished):
        printing.save(tmp_path / "a.pdf", sheets(), (), str)
    paper, saved = (pypdfium2.PdfDocument(tmp_path / name) for name in ("paper.pdf", "a.pdf"))
    assert len(paper) == len(saved)
    for one, other in ((paper[0], saved[0]), (paper[7], saved[7])):
        assert one.get_size() == pytest.approx(other.get_size(), abs=1)
        boxes = [page.get_textpage().get_charbox(0) for page in (one, other)]
        assert boxes[0] == pytest.approx(boxes[1], abs=1)
    paper.close()
    saved.close()


def test_each_bookmark_leads_to_the_page_of_its_heading(printing, sheets, qtbot, tmp_path):
    document = sheets().content.document
    headings, block = [], document.block_at(0)
    while block is not None:
        headings.append(OutlineEntry(len(headings), block.start, 1, block.text.strip()[:3]))
        block = document.block_after(block)
    with qtbot.waitSignal(printing.finished):
        printing.save(tmp_path / "a.pdf", sheets(), tuple(headings), str)
    pdf = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    entries = list(pdf.get_toc())
    assert len(entries) == len(headings)
    for number in (0, 1, 57, 200, 399):
        text = pdf[entries[number].get_dest().get_index()].get_textpage().get_text_range()
        assert f"{number}、船" in text
    pdf.close()


def test_a_second_text_can_be_printed_after_one_that_was_given_up(printing, sheets, qtbot, tmp_path):
    printing.save(tmp_path / "a.pdf", sheets(), (), str)
    printing.cancel()
    assert list(tmp_path.glob("*.pdf")) == []
    with qtbot.waitSignal(printing.finished):
        printing.save(tmp_path / "b.pdf", sheets(), (), str)
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["b.pdf"]
