"""Printing, from the question how to the last page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.document import Document
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.state.tasks import TaskRunner
from reader.ui.article import Article
from reader.ui.messages import Message
from reader.ui.print_ranges import PrintRange, print_ranges
from reader.ui.printing import Printing, fit_device
from reader.ui.theme import LIGHT
from reader.view.pictures import Pictures
from reader.view.printed_pages import PrintedPages, Sheet

#: What is printed is black, whatever the theme is; colours are those of the lightest.
_COLOURS = replace(LIGHT.page, ink="#000000", secondary="#555555")

if TYPE_CHECKING:
    from reader.ui.print_dialog import PrintDialog


class PrintCommand(QObject):
    """Asks what to print and how, and does it. The script, the fonts and the writing mode are those of the screen."""

    def __init__(
        self, session: Session, preferences: Preferences, article: Article, runner: TaskRunner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._article = article
        self._window = window
        self._printing = Printing(runner, self)
        self._documents: dict[PrintRange, Document] = {}
        self._range = PrintRange.WHOLE
        self._dialog: PrintDialog | None = None
        self._pictures: Pictures | None = None
        self._path: Path | None = None
        self._printing.finished.connect(self._finish)
        self._printing.failed.connect(self._tell_of_error)

    def ask(self) -> None:
        """Open the dialog on the document that is open."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.print_dialog import PrintDialog

        document = self._session.document
        if document is None:
            return
        selected = self._article.view.selected
        self._documents = print_ranges(document, self._session.outline, self._session.address, selected)
        self._range = PrintRange.WHOLE
        self._pictures = Pictures(document, self)
        self._dialog = dialog = PrintDialog(self._documents, self._window)
        self._pictures.ready.connect(dialog.preview.refresh)
        dialog.setting_requested.connect(self._preferences.set)
        dialog.range_requested.connect(self._choose_range)
        dialog.pdf_requested.connect(self._ask_path)
        dialog.paper_requested.connect(self._ask_printer)
        dialog.cancel_requested.connect(self._cancel)
        self._printing.progressed.connect(dialog.show_progress)
        self._preferences.changed.connect(self._show)
        self._session.opened.connect(dialog.reject)
        dialog.resize(self._window.size() * 0.85)
        self._show()
        dialog.exec()
        self._preferences.changed.disconnect(self._show)
        self._printing.cancel()
        self._pictures.close()
        dialog.deleteLater()
        self._dialog = None

    def _show(self) -> None:
        if self._dialog is not None:
            self._dialog.show_settings(self._preferences.settings)
            self._dialog.preview.show_pages(self._made_pages())

    def _made_pages(self) -> PrintedPages:
        """The pages that are asked for, at the first one."""
        settings, document = self._preferences.settings, self._documents[self._range]
        width, height = settings.paper.millimetres
        header = self._title(document.title) if settings.has_header else ""
        sheet = Sheet(width, height, settings.print_margin, settings.print_size, header, settings.has_folio)
        content = self._article.printed_content(document, settings.prints_colours)
        return PrintedPages(content, self._article.view.page_style, sheet, _COLOURS, self._pictures)

    def _choose_range(self, chosen: PrintRange) -> None:
        self._range = chosen
        self._show()

    def _ask_path(self) -> None:
        assert self._dialog is not None
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self._title(self._documents[self._range].title).replace("/", "／")
        chosen, _ = QFileDialog.getSaveFileName(
            self._dialog, self.tr("Save as PDF"), str(Path(folder) / f"{title}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            path = Path(chosen)
            self.save(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def save(self, path: Path) -> None:
        """Write the PDF."""
        assert self._dialog is not None
        self._path = path
        document, pages = self._documents[self._range], self._made_pages()
        headings = self._session.outline.headings
        within = tuple(entry for entry in headings if pages.start <= entry.address < document.size)
        self._dialog.show_running(True)
        self._printing.save(path, pages, within, self._title, document.author)

    def _ask_printer(self) -> None:
        # Loaded when it is wanted: few readers print, and it looks for printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        assert self._dialog is not None
        pages = self._made_pages()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self._title(pages.content.document.title))
        fit_device(printer, pages.sheet)
        if QPrintDialog(printer, self._dialog).exec():
            self._path = None
            self._dialog.show_running(True)
            self._printing.print_on(printer, pages)

    def _cancel(self) -> None:
        self._printing.cancel()
        if self._dialog is not None:
            self._dialog.show_running(False)

    def _finish(self) -> None:
        if self._dialog is not None:
            self._dialog.show_running(False)
            self._dialog.accept()
        if self._path is not None:
            text = QCoreApplication.translate("Messages", "Saved as “{path}”.")
            self._article.messages.show_message(Message(text.format(path=self._path)))

    def _tell_of_error(self, error: OSError) -> None:
        if self._dialog is not None:
            text = QCoreApplication.translate(
                "Messages", "It could not be written ({reason}). Is there room, and may you write there?"
            )
            self._dialog.show_error(text.format(reason=error.strerror or error))

    def _title(self, text: str) -> str:
        """A title in the script that is shown."""
        return self._session.rendition.convert(text).text
