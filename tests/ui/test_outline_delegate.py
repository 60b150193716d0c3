"""The rows of the outline as they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView

from reader.ui.outline_delegate import OutlineDelegate
from reader.ui.outline_model import OutlineModel

WIDTH = 260


@pytest.fixture
def painted(qtbot, theme, made_outline):
    """Paints three headings and two paragraphs behind the second, of which the first is read."""
    view, model, delegate = QListView(), OutlineModel(), OutlineDelegate(theme)
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setStyleSheet(f"background: {theme.chrome}")
    view.resize(WIDTH, 300)
    kept = [delegate]

    def paint(text: str, count: int = 5, paragraph: int = 2, is_selected: bool = False) -> list[QImage]:
        model.set_text_source(lambda number: text)
        model.set_outline(made_outline(count, [(0, 1), (1, 2), (count - 1, 3)]))
        model.set_current(paragraph)
        if is_selected:
            view.setCurrentIndex(model.index(0))
            view.show()
            view.setFocus()
            view.activateWindow()
            qtbot.waitUntil(view.hasFocus)
        image = view.grab().toImage()
        return [image.copy(view.visualRect(model.index(row))) for row in range(model.rowCount())]

    yield paint
    kept.clear()


def colours(image: QImage, left: int = 0, right: int | None = None) -> set[str]:
    end = image.width() if right is None else right
    return {image.pixelColor(x, y).name() for x in range(left, end) for y in range(image.height())}


def test_the_row_that_is_read_is_marked(painted, theme):
    rows = painted("字")
    assert rows[2].pixelColor(1, 5).name() == theme.accent
    assert rows[2].pixelColor(WIDTH - 2, 5).name() == theme.raised
    for row in (rows[0], rows[1], rows[3], rows[4]):
        assert row.pixelColor(1, 5).name() == theme.chrome
        assert row.pixelColor(WIDTH - 2, 5).name() == theme.chrome


def test_the_row_with_the_focus_has_a_frame(painted, theme):
    first, *_ = painted("字", is_selected=True)
    assert first.pixelColor(0, 0).name() == QColor(theme.accent).name()
    assert first.pixelColor(WIDTH - 1, first.height() - 1).name() == QColor(theme.accent).name()


@pytest.mark.parametrize(
    "text", ["很長的一段話" * 40, "words " * 60, "一\n二\n三", "𠀀🀄︎\u202e\u0301", "", "<b>字</b>"]
)
def test_no_text_runs_out_of_its_row(painted, theme, text):
    for row in painted(text):
        assert row.height() < 60
        assert len(colours(row, WIDTH - 8)) == 1


def test_headings_are_stepped_by_their_level(painted, theme):
    def left(image: QImage) -> int:
        ground = image.pixelColor(WIDTH - 1, 1)
        return next(x for x in range(4, WIDTH) if any(image.pixelColor(x, y) != ground for y in range(image.height())))

    rows = painted("字")
    assert left(rows[0]) < left(rows[1]) < left(rows[4])


def test_the_words_of_a_paragraph_stand_behind_its_number(painted, theme):
    rows, blank = painted("字", count=12, paragraph=0), painted("", count=12, paragraph=0)
    for row, number in zip(rows[2:8], blank[2:8], strict=True):
        width = max(x for x in range(WIDTH) if len(colours(number, x, x + 1)) > 1) + 1
        assert row.copy(0, 0, width, row.height()) == number.copy(0, 0, width, row.height())
        assert len(colours(row, width)) > 1


def test_many_paragraphs_have_chevrons(painted, theme):
    few = painted("字", count=5, paragraph=0)
    many = painted("字", count=500, paragraph=0)
    assert colours(few[1], 4, 20) == {theme.chrome}
    assert len(colours(many[1], 4, 20)) > 1


def test_a_row_that_is_no_item_is_left_blank(qtbot, theme):
    view, model, delegate = QListView(), QStringListModel(["甲"]), OutlineDelegate(theme)
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    assert view.grab().toImage().width() == view.width()
