"""Puts the selection on the clipboard: as it is shown, as it is written, or with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from reader.convert.conversion import as_written
from reader.convert.rendition import Rendition
from reader.model.document import Document
from reader.model.position import Range
from reader.state.session import Session
from reader.state.settings import CopyForm
from reader.state.tasks import Task, TaskRunner
from reader.ui.citation import citation
from reader.view.selection import shown_lines
from reader.view.selection_html import selection_html
from reader.view.text_view import TextView

#: The largest selection, in addresses, that is collected at once (a millisecond or two of work), and the largest one
#: that is copied with its marks.
_SMALL, _MARKED = 16 << 10, 1 << 20


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes on the clipboard.

    Attributes:
        text: in plain characters.
        html: with its marks; None if there are none.
    """

    text: str
    html: str | None = None


class Copying(QObject):
    """Copies what is selected in a view; a long selection is collected in the background."""

    def __init__(self, session: Session, view: TextView, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._task = Task(runner, self)
        self._task.stepped.connect(_put)

    def copy(self, form: CopyForm) -> None:
        """Copy the selection; without one the clipboard stays as it is."""
        document, selected = self._session.document, self._view.selected
        if document is None or selected is None:
            return
        below = ""
        if form is CopyForm.CITED:
            below = citation(document, self._session.outline, self._session.rendition, selected)
        rendition = self._session.rendition if form is not CopyForm.SOURCE else None
        collect = partial(_collected, document, rendition, selected, below)
        self._task.cancel()
        if selected.end.block - selected.start.block <= _SMALL:
            for copied in collect():
                _put(copied)
        else:
            self._task.start(collect)


def _collected(document: Document, rendition: Rendition | None, selected: Range, below: str) -> Iterator[Copied]:
    """All of a range, in one piece; without a rendition as it is written."""
    convert = rendition.show if rendition is not None else as_written
    text = "".join(shown_lines(document, convert, selected))
    html = None
    if selected.end.block - selected.start.block <= _MARKED:
        html = selection_html(document, convert, selected)
    if below:
        text = f"{text.rstrip()}\n{below}"
        html = f"{html}<p>{escape(below)}</p>" if html is not None else None
    yield Copied(text, html)


def _put(copied: Copied) -> None:
    mime = QMimeData()
    mime.setText(copied.text)
    if copied.html is not None:
        mime.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(mime)
