"""The pixels of a picture, within bounds."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

#: What is decoded, told by its first bytes and never by a name. SVG is not: it is a program with links in it.
_FORMATS = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"), (b"GIF8", b"gif"), (b"BM", b"bmp"))
_RIFF, _WEBP, _WEBP_AT = b"RIFF", b"WEBP", 8

#: The most pixels of a picture as it stands in the file. At 4 bytes each it takes 160 MB while it is decoded, which is
#: within what Qt allows a reader (256 MB).
LARGEST = 40_000_000


def decoded(content: bytes, size: QSize) -> QImage:
    """The picture, upright and scaled to ``size``; a null image if it cannot be decoded. Safe on any thread."""
    reader = _Reader.of(content)
    return reader.read(size) if reader is not None else QImage()


def fitted(size: QSize, width: float, height: float) -> QSize:
    """The size scaled down, never up, to a room of so many pixels; at least one pixel each way."""
    share = min(1.0, width / size.width(), height / size.height())
    # A share that was rounded up can lead out of the room.
    across, down = (min(int(one * share), int(room)) for one, room in ((size.width(), width), (size.height(), height)))
    return QSize(max(1, across), max(1, down))


class _Reader:
    """A reader of one picture whose format is one of ours and whose size is within bounds."""

    def __init__(self, content: bytes, format_name: bytes) -> None:
        # Neither the buffer nor the reader keeps what it reads from alive.
        self._content = QByteArray(content)
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer, QByteArray(format_name))
        self._reader.setAutoDetectImageFormat(False)
        self._reader.setAutoTransform(True)
        self.stored = self._reader.size()

    @staticmethod
    def of(content: bytes) -> _Reader | None:
        format_name = _format_of(content)
        if format_name is None:
            return None
        made = _Reader(content, format_name)
        size = made.stored
        return made if not size.isEmpty() and size.width() * size.height() <= LARGEST else None

    def read(self, size: QSize) -> QImage:
        self._reader.setScaledSize(size.transposed() if self._is_on_its_side else size)
        image = self._reader.read()
        # A format that cannot scale while it decodes gives what it has.
        if not image.isNull() and image.size() != size:
            image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return image

    @property
    def _is_on_its_side(self) -> bool:
        turned = QImageIOHandler.Transformation.TransformationRotate90
        return bool(self._reader.transformation() & turned)


def _format_of(content: bytes) -> bytes | None:
    if content.startswith(_RIFF) and content[_WEBP_AT : _WEBP_AT + len(_WEBP)] == _WEBP:
        return b"webp"
    return next((name for head, name in _FORMATS if content.startswith(head)), None)
