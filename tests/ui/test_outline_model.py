"""The outline as a model: Qt's own tester watches every change of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.outline_model import ITEM_ROLE, OutlineItem, OutlineModel

FEW, MANY = 400, 401


@pytest.fixture
def model(qapp):
    """A model whose every fault is a warning of Qt, which fails the test. (Fatal would end all tests.)"""
    made = OutlineModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    del tester


def paragraphs(model: OutlineModel) -> list[int]:
    return [model.paragraph(row) for row in range(model.rowCount())]


def item(model: OutlineModel, row: int) -> OutlineItem:
    return model.data(model.index(row), ITEM_ROLE)


def current_rows(model: OutlineModel) -> list[int]:
    return [row for row in range(model.rowCount()) if item(model, row).is_current]


def sections(count: int, every: int) -> list[tuple[int, int]]:
    return [(number, 1) for number in range(every // 2, count, every)]


def test_nothing_at_first(model):
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    assert model.row_of(0) is None
    model.set_current(3)
    model.set_filtered([])
    model.set_filtered(None)


def test_a_short_document_shows_every_paragraph(model, made_outline):
    model.set_text_source(lambda number: f"段{number}")
    model.set_outline(made_outline(4, [(1, 2)]))
    model.set_current(2)
    assert [item(model, row) for row in range(4)] == [
        OutlineItem(0, "段0", 0, False, None),
        OutlineItem(1, "段1", 2, False, None),
        OutlineItem(2, "段2", 0, True, None),
        OutlineItem(3, "段3", 0, False, None),
    ]
    assert model.data(model.index(1)) == model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "段1"
    assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0)) == 0


def test_the_border_between_few_and_many(model, made_outline):
    headings = [(0, 1), (200, 1)]
    model.set_outline(made_outline(FEW, headings))
    assert paragraphs(model) == list(range(FEW))
    model.set_outline(made_outline(MANY, headings))
    assert paragraphs(model) == [0, 200]
    assert [item(model, row).is_open for row in (0, 1)] == [False, False]


def test_many_paragraphs_without_a_heading_are_shown_when_they_are_read(model, made_outline):
    model.set_outline(made_outline(MANY))
    assert paragraphs(model) == []
    model.set_current(0)
    assert paragraphs(model) == list(range(MANY))
    assert current_rows(model) == [0]


def test_of_many_only_the_section_that_is_read_is_open(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (300, 1), (305, 1), (310, 2)]))
    model.set_current(302)
    assert paragraphs(model) == [0, 300, 301, 302, 303, 304, 305, 310]
    assert current_rows(model) == [3]
    model.set_current(305)
    assert paragraphs(model) == [0, 300, 305, 306, 307, 308, 309, 310]
    assert current_rows(model) == [2]
    model.set_current(None)
    assert current_rows(model) == []


def test_what_the_reader_opened_stays_open(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (990, 1), (995, 1)]))
    model.toggle(1)
    assert paragraphs(model) == [0, 990, 991, 992, 993, 994, 995]
    model.set_current(992)
    model.set_current(999)
    assert paragraphs(model) == [0, *range(990, 1000)]
    model.toggle(1)
    assert paragraphs(model) == [0, 990, 995, 996, 997, 998, 999]
    assert current_rows(model) == [6]


def test_a_paragraph_that_is_folded_away_marks_its_heading(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (500, 1)]))
    model.set_current(700)
    model.toggle(1)
    assert paragraphs(model) == [0, 500]
    assert current_rows(model) == [1]


def test_headings_without_paragraphs_cannot_be_folded(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (1, 2), (2, 3)]))
    assert [item(model, row).is_open for row in range(3)] == [None, None, False]
    model.toggle(0)
    model.toggle(0)
    assert paragraphs(model) == [0, 1, 2]


def test_toggling_a_paragraph_does_nothing(model, made_outline):
    model.set_outline(made_outline(1000, [(990, 1)]))
    model.set_current(991)
    before = paragraphs(model)
    model.toggle(3)
    assert paragraphs(model) == before


@pytest.mark.parametrize("every", [7, 90, 100_000])
def test_an_outline_that_grows(model, made_outline, every):
    counts = [0, 3, 200, 400, 401, 650, 650, 2000, 5000]
    for step, count in enumerate(counts):
        model.set_outline(made_outline(count, sections(count, every), is_complete=False))
        if count:
            model.set_current(min(count - 1, step * 97))
            assert len(current_rows(model)) == 1
        if count > MANY and model.rowCount():
            model.toggle(model.rowCount() // 2)
    numbers = paragraphs(model)
    assert numbers == sorted(set(numbers))
    assert {number for number, _ in sections(5000, every)} <= set(numbers)


def test_rows_that_are_added_stand_at_the_end(qtbot, model, made_outline):
    model.set_outline(made_outline(1000, sections(1000, 100)))
    model.set_current(955)
    before = paragraphs(model)
    with qtbot.waitSignal(model.rowsInserted) as inserted, qtbot.assertNotEmitted(model.modelReset):
        model.set_outline(made_outline(1100, sections(1100, 100)))
    assert inserted.args[1] == len(before)
    assert paragraphs(model)[: len(before)] == before
    assert paragraphs(model)[-1] == 1050


def test_a_filter(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (500, 2)]))
    model.set_current(501)
    before = paragraphs(model)
    model.set_filtered((3, 500, 501))
    assert paragraphs(model) == [3, 500, 501]
    assert [item(model, row).level for row in range(3)] == [0, 2, 0]
    assert [item(model, row).is_open for row in range(3)] == [None, None, None]
    assert current_rows(model) == [2]
    assert model.row_of(4) is None
    model.toggle(1)
    assert paragraphs(model) == [3, 500, 501]
    model.set_filtered(None)
    assert paragraphs(model) == before


def test_reading_on_while_filtered_opens_the_section_afterwards(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1), (990, 1), (995, 1)]))
    model.set_current(991)
    model.set_filtered((3, 500))
    model.set_current(996)
    model.set_filtered(None)
    assert paragraphs(model) == [0, 990, *range(995, 1000)]
    assert current_rows(model) == [3]


@pytest.mark.parametrize("before", [300, 1000])
def test_an_outline_that_grows_while_filtered(model, made_outline, before):
    model.set_outline(made_outline(before, sections(before, 100)))
    model.set_current(160)
    if before > MANY:
        model.toggle(0)
    model.set_filtered((10, 20))
    model.set_outline(made_outline(2000, sections(2000, 100)))
    assert paragraphs(model) == [10, 20]
    model.set_filtered(None)
    opened = set(range(150, 250)) | (set(range(50, 150)) if before > MANY else set())
    assert paragraphs(model) == sorted(opened | {number for number, _ in sections(2000, 100)})
    assert len(current_rows(model)) == 1


def test_the_mark_moves_by_two_rows_that_are_told(qtbot, model, made_outline):
    model.set_outline(made_outline(10))
    model.set_current(2)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_current(7)
    assert told == [(2, 2), (7, 7)]
    told.clear()
    model.set_current(7)
    assert told == []


def test_other_words_for_the_same_rows(qtbot, model, made_outline):
    model.set_outline(made_outline(3))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_text_source(lambda number: "新")
    assert (changed.args[0].row(), changed.args[1].row()) == (0, 2)
    assert model.data(model.index(2)) == "新"


def test_words_are_asked_for_only_when_a_row_is_looked_at(model, made_outline):
    asked = []
    model.set_text_source(lambda number: asked.append(number) or "")
    model.set_outline(made_outline(300))
    asked.clear()
    model.data(model.index(42))
    assert asked == [42]


def test_clearing(model, made_outline):
    model.set_outline(made_outline(1000, [(0, 1)]))
    model.set_current(5)
    model.set_filtered((1,))
    model.clear()
    assert model.rowCount() == 0
    model.set_outline(made_outline(2))
    assert current_rows(model) == []
    assert paragraphs(model) == [0, 1]
