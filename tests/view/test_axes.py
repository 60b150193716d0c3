from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF

from reader.view.axes import Axes, WritingMode

sizes = st.integers(1, 5000)
pixels = st.integers(-9000, 9000)
axes = st.builds(Axes, st.sampled_from(WritingMode), sizes, sizes)
points = st.builds(QPointF, pixels, pixels)
boxes = st.builds(QRect, pixels, pixels, sizes, sizes)


@given(axes, points)
def test_to_logical_and_back_is_the_same_point(axes: Axes, point: QPointF):
    assert axes.to_viewport(axes.to_logical(point)) == point
    assert axes.to_logical(axes.to_viewport(point)) == point


@given(axes, points)
def test_the_transform_of_a_painter_says_the_same(axes: Axes, point: QPointF):
    assert axes.transform().map(point) == axes.to_viewport(point)
    assert axes.inverse().map(point) == axes.to_logical(point)


@given(axes, boxes)
def test_boxes_go_with_their_corners(axes: Axes, box: QRect):
    logical = axes.box_to_logical(box)
    assert axes.box_to_viewport(QRectF(logical)) == QRectF(box)
    assert axes.transform().mapRect(logical) == box
    corners = [axes.to_logical(QPointF(x, y)) for x in (box.x(), box.x() + box.width()) for y in (box.y(),)]
    assert all(QRectF(logical).left() <= corner.x() <= QRectF(logical).right() for corner in corners)
    assert all(QRectF(logical).top() <= corner.y() <= QRectF(logical).bottom() for corner in corners)


@given(axes)
def test_the_viewport_is_the_page(axes: Axes):
    whole = axes.box_to_logical(QRect(0, 0, axes.width, axes.height))
    assert whole == QRect(0, 0, axes.inline_size, axes.block_size)


@given(axes, points, st.integers(-500, 500))
def test_what_is_moved_on_stands_so_many_rows_earlier(axes: Axes, point: QPointF, rows: int):
    right, down = axes.moved(rows)
    before, after = axes.to_logical(point), axes.to_logical(point + QPointF(right, down))
    assert (after.x(), after.y()) == (before.x(), before.y() - rows)


@given(axes, points)
def test_beyond_the_edges_are_the_rows_out_of_sight(axes: Axes, point: QPointF):
    row = axes.to_logical(point).y()
    brought = axes.to_viewport(QPointF(axes.to_logical(point).x(), row - axes.beyond(point)))
    assert axes.beyond(brought) == 0
    assert (axes.beyond(point) == 0) == (0 <= row <= axes.block_size)


def test_columns_run_from_right_to_left_and_characters_downwards():
    axes = Axes(WritingMode.VERTICAL, 640, 400)
    assert axes.to_viewport(QPointF(0, 0)) == QPointF(640, 0)
    assert axes.to_viewport(QPointF(30, 36)) == QPointF(604, 30)
    assert axes.box_to_viewport(QRectF(20, 36, 40, 18)) == QRectF(586, 20, 18, 40)
