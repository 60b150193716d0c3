"""One picture of the document, as large as the window lets it be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.view.inline_pictures import Picture
from reader.view.page_view import PageView
from reader.view.picture import fitted
from reader.view.pictures import Pictures

#: What lies over the window behind the picture, and what a drawing on nothing lies on.
_GROUND, _PAPER, _TEXT = QColor(12, 12, 14, 235), QColor("#ffffff"), QColor("#e8e6e1")
#: Pixels between the picture and the window's edges, and for a line of words below it.
_MARGIN, _WORDS = 24, 32


class PictureViewer(QWidget):
    """Lies over the whole window while a picture is looked at. Any click, Escape, Enter or Space closes it."""

    def __init__(self, view: PageView, window: QWidget) -> None:
        """A viewer that is not shown yet.

        Args:
            view: whose pictures are looked at, and which has the focus afterwards.
            window: over which it lies.
        """
        super().__init__(window)
        self._view = view
        self._window = window
        self._picture: Picture | None = None
        self._heard: Pictures | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.hide()

    def show_picture(self, picture: Picture) -> None:
        """Look at a picture of the document."""
        pictures = self._view.pictures
        if pictures is None:
            return
        self._picture = picture
        if pictures is not self._heard:
            self._heard = pictures
            pictures.ready.connect(lambda: self.update())
        self.setAccessibleName(picture.words or self.tr("Picture"))
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def shut(self) -> None:
        """Go back to the text."""
        if self._picture is not None:
            self._picture = None
            self.hide()
            self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle, and its words below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        pictures = self._view.pictures
        size = pictures.size_of(self._picture.name) if pictures is not None and self._picture is not None else None
        if pictures is None or self._picture is None or size is None:
            return
        box = self._box(size)
        ratio = self.devicePixelRatioF()
        image = pictures.image(self._picture.name, QSize(round(box.width() * ratio), round(box.height() * ratio)))
        painter.setPen(_TEXT)
        if image is not None and image.isNull():
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("This picture cannot be shown."))
        elif image is not None:
            _paint(painter, box, image)
        if self._picture.words:
            foot = QRect(_MARGIN, self.height() - _WORDS, self.width() - 2 * _MARGIN, _WORDS)
            words = painter.fontMetrics().elidedText(self._picture.words, Qt.TextElideMode.ElideRight, foot.width())
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close; no key is for the text meanwhile."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.shut()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close."""
        self.shut()

    def _box(self, size: QSize) -> QRectF:
        """Where the picture stands: as large as there is room for it, a small one in its own pixels."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _WORDS)
        box = QRectF(0, 0, *fitted(size, max(1.0, room.width()), max(1.0, room.height())).toTuple())
        box.moveCenter(room.center())
        return box


def _paint(painter: QPainter, box: QRectF, image: QImage) -> None:
    if image.hasAlphaChannel():
        painter.fillRect(box, _PAPER)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)
