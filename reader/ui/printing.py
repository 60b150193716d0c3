"""Puts sheet after sheet on paper or into a PDF, without holding the window up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.export.pdf_file import UnknownPdf
from reader.export.pdf_outline import Bookmark, add_outline
from reader.export.pdf_radicals import unify_radicals
from reader.model.outline import OutlineEntry
from reader.state.tasks import Task, TaskRunner
from reader.view.printed_pages import RESOLUTION, PrintedPages, Sheet

#: Milliseconds that a slice may take: the window stays at hand.
_SLICE = 8
#: Milliseconds after which a picture that was not there is looked for again.
_WAIT = 20


class Printing(QObject):
    """Prints pages in slices between the window's own events.

    Signals:
        progressed: the share of the text that is printed, 0 to 1, and the number of pages.
        finished: everything is printed.
        failed: an ``OSError``; the device could not be written.
    """

    progressed = Signal(float, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: PrintedPages | None = None
        self._painter: QPainter | None = None
        self._device: QPagedPaintDevice | None = None
        self._headings: list[OutlineEntry] = []
        self._bookmarks: list[Bookmark] = []
        self._title: Callable[[str], str] = str
        #: Where the file is to be, and where it is written until it is whole; None on paper.
        self._path: Path | None = None
        self._partial: Path | None = None
        self._finishing = Task(runner, self)
        self._finishing.finished.connect(self._set_in_place)
        self._finishing.failed.connect(self._fail)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether pages are still to be printed."""
        return self._pages is not None or self._finishing.is_running

    def save(
        self,
        path: Path,
        pages: PrintedPages,
        headings: tuple[OutlineEntry, ...],
        title: Callable[[str], str],
        author: str = "",
    ) -> None:
        """Write a PDF. Nothing stands at ``path`` before it is whole; a file that was there is replaced then.

        Args:
            path: the file.
            pages: at the first one.
            headings: become its bookmarks.
            title: shows a heading, or the document's title, in the script of the pages.
            author: of the document.
        """
        partly = path.with_name(f".{path.name}.part")
        try:
            partly.touch()
        except OSError as error:
            self.failed.emit(error)
            return
        writer = QPdfWriter(str(partly))
        writer.setTitle(title(pages.content.document.title))
        writer.setAuthor(author)
        writer.setResolution(RESOLUTION)
        fit_device(writer, pages.sheet)
        self._path, self._partial = path, partly
        self._title = title
        self._headings = list(headings)
        self._bookmarks = []
        self._start(writer, pages)

    def print_on(self, device: QPagedPaintDevice, pages: PrintedPages) -> None:
        """Print on a device that is set up for the paper of the pages."""
        self._headings = []
        self._path = self._partial = None
        self._start(device, pages)

    def cancel(self) -> None:
        """Give up. Of a file nothing is left; a printer has what was sent to it."""
        if self.is_running:
            self._finishing.cancel()
            self._close()
            self._drop()

    def _start(self, device: QPagedPaintDevice, pages: PrintedPages) -> None:
        self._device, self._pages = device, pages
        painter = QPainter()
        if not painter.begin(device):
            self._fail(OSError(f"cannot write {self._partial or 'to the printer'}"))
            return
        self._painter = painter
        self._timer.start(0)

    def _go_on(self) -> None:
        """Print for a slice."""
        assert self._pages is not None
        pages, clock = self._pages, QElapsedTimer()
        clock.start()
        while clock.elapsed() < _SLICE:
            if not pages.is_complete:
                self._timer.start(_WAIT)
                return
            self._print(pages)
            if not pages.turn():
                self._finish()
                return
            assert self._device is not None
            if not self._device.newPage():
                self._fail(OSError("no further page can be written"))
                return
        self.progressed.emit(pages.start / max(1, pages.content.document.size), pages.number)
        self._timer.start(0)

    def _print(self, pages: PrintedPages) -> None:
        assert self._painter is not None
        assert self._device is not None
        self._painter.save()
        scale = self._device.logicalDpiX() / RESOLUTION
        self._painter.scale(scale, scale)
        pages.paint_sheet(self._painter)
        self._painter.restore()
        while self._headings and self._headings[0].address < pages.end:
            heading = self._headings.pop(0)
            if heading.address >= pages.start or pages.number == 0:
                self._bookmarks.append(Bookmark(self._title(heading.text).strip(), pages.number, heading.level))

    def _finish(self) -> None:
        self._close()
        if self._partial is None:
            self.finished.emit()
        else:
            self._finishing.start(partial(_completed, self._partial, tuple(self._bookmarks)))

    def _set_in_place(self) -> None:
        """The file is whole: let it take its place."""
        assert self._partial is not None
        assert self._path is not None
        try:
            self._partial.replace(self._path)
        except OSError as error:
            self._fail(error)
            return
        self._partial = None
        self.finished.emit()

    def _fail(self, error: OSError) -> None:
        self._close()
        self._drop()
        self.failed.emit(error)

    def _close(self) -> None:
        self._timer.stop()
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = self._device = self._pages = None

    def _drop(self) -> None:
        """Remove what was written of a file."""
        if self._partial is not None:
            with suppress(OSError):
                self._partial.unlink(missing_ok=True)
            self._partial = None


def fit_device(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Set a device up for the paper of a sheet; the sheet has its own margins."""
    size = QPageSize(QSizeF(sheet.width, sheet.height), QPageSize.Unit.Millimeter)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def _completed(path: Path, bookmarks: tuple[Bookmark, ...]) -> Iterator[Path]:
    """Add to a PDF what Qt leaves out. One that another version of Qt writes in another way is whole without it."""
    with suppress(UnknownPdf):
        unify_radicals(path)
        add_outline(path, bookmarks)
    yield path
