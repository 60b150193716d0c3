"""The pictures of one document, decoded in the background and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from reader.model.document import Document
from reader.view.picture import LARGEST, decoded

#: Bytes of decoded pictures that are kept: several screens of them at twice the pixels.
_KEPT = 64 << 20
#: Pictures that are waited for at once; of those that were scrolled past, the oldest are given up.
_WAITING = 8
#: Milliseconds between two looks at what the background has done. Only while something is waited for.
_LOOK_INTERVAL = 15

_Key = tuple[str, int, int]


class Pictures(QObject):
    """Sizes at once, pixels as soon as they are there. The thread that decodes touches no object of Qt but images.

    Signals:
        ready: a picture that was asked for in vain can be had now.
    """

    ready = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[_Key, Future[QImage]] = OrderedDict()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_INTERVAL)
        self._timer.timeout.connect(self._look)

    def size_of(self, name: str) -> QSize | None:
        """How large a picture is, in pixels of its own; None if it cannot be shown. Reads nothing."""
        size = self._document.image_size(name)
        return QSize(*size) if size is not None and size[0] * size[1] <= LARGEST else None

    def image(self, name: str, size: QSize) -> QImage | None:
        """A picture in so many pixels of the screen; a null image if it is damaged; None while it is not there yet."""
        key = (name, size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._waiting:
            while len(self._waiting) >= _WAITING:
                self._waiting.popitem(last=False)[1].cancel()
            self._waiting[key] = self._pool.submit(_decoded, self._document, name, size)
            self._timer.start()
        return None

    def close(self) -> None:
        """Give up what is waited for. Nothing becomes ready any more."""
        self._timer.stop()
        self._waiting.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _look(self) -> None:
        done = [key for key, future in self._waiting.items() if future.done()]
        for key in done:
            self._keep(key, self._waiting.pop(key).result())
        if not self._waiting:
            self._timer.stop()
        if done:
            self.ready.emit()

    def _keep(self, key: _Key, image: QImage) -> None:
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _KEPT and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()


def _decoded(document: Document, name: str, size: QSize) -> QImage:
    content = document.image(name)
    return decoded(content, size) if content is not None else QImage()
