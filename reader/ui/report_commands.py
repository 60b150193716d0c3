"""The window's side of reports: making one, going to its places, writing it to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow

from reader.export.report import REPORT_FORMS
from reader.model.report import Report, WordReport
from reader.state.reporting import Reporting
from reader.ui.messages import Message
from reader.ui.owners import Owners
from reader.ui.theme import Theme
from reader.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from reader.ui.report_dialog import ReportDialog


class ReportCommands(QObject):
    """Shows one report at a time, in a window of its own beside the text."""

    def __init__(self, window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
        super().__init__(window)
        self._window = window
        self._session = owners.session
        self._keywords = owners.keywords
        self._parts = parts
        self._dialog: ReportDialog | None = None
        self._is_awaited = False
        self._reporting = Reporting(owners.runner, self)
        self._reporting.progressed.connect(self._show_progress)
        self._reporting.made.connect(self._show)
        self._reporting.written.connect(self._tell_of_file)
        self._reporting.failed.connect(self._tell_of_error)
        for fact in (owners.session.opened, owners.session.chapters_changed):
            fact.connect(self._close)
        owners.session.outline_changed.connect(self._begin_if_counted)
        parts.appearance.changed.connect(self._show_theme)
        parts.keywords.report_requested.connect(self.begin)
        parts.actions.report.triggered.connect(self.begin)

    def begin(self) -> None:
        """Report on the lists that are on."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.report_dialog import ReportDialog

        if self._session.document is None:
            return
        self._close()
        convert = self._session.rendition.convert
        dialog = ReportDialog(
            self._parts.appearance.theme, self._colour_of, lambda text: convert(text).text, self._window
        )
        dialog.share_requested.connect(self._parts.article.go_to_share)
        dialog.address_requested.connect(self._parts.article.go_to_address)
        dialog.export_requested.connect(self._export)
        dialog.rejected.connect(self._close)
        dialog.show_progress(0.0)
        dialog.show()
        self._dialog = dialog
        self._is_awaited = True
        self._begin_if_counted()

    def _begin_if_counted(self) -> None:
        """Chapters are told by the whole outline: a long text may still be counted."""
        document, outline = self._session.document, self._session.outline
        if self._is_awaited and document is not None and outline.is_complete:
            self._is_awaited = False
            self._reporting.make(document, outline, self._keywords.lists)

    def _close(self) -> None:
        self._is_awaited = False
        self._reporting.give_up()
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.close()
            dialog.deleteLater()

    def _colour_of(self, word: WordReport) -> int:
        for one in self._keywords.lists:
            if one.name == word.list:
                found = next((keyword for keyword in one.keywords if keyword.text == word.text), None)
                if found is not None:
                    return one.colour_of(found)
        return 0

    def _show_theme(self, theme: Theme) -> None:
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def _show_progress(self, share: float) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(share)

    def _show(self, report: Report) -> None:
        if self._dialog is not None:
            self._dialog.show_report(report)

    def _export(self) -> None:
        report = self._dialog.report if self._dialog is not None else None
        if report is None:
            return
        names = {
            ".html": self.tr("A page with everything (HTML)"),
            ".md": self.tr("Text with everything (Markdown)"),
            ".csv": self.tr("A table of counts (CSV)"),
        }
        filters = [f"{name} (*{suffix})" for suffix, name in names.items()]
        chosen, used = QFileDialog.getSaveFileName(
            self._dialog, self.tr("Export the report"), str(Path.home() / f"{report.title}.html"), ";;".join(filters)
        )
        if chosen:
            path = Path(chosen)
            suffix = next((one for one, text in zip(names, filters, strict=True) if text == used), ".html")
            self._reporting.write(report, path if path.suffix.lower() in REPORT_FORMS else Path(f"{path}{suffix}"))

    def _tell_of_file(self, path: Path) -> None:
        text = self.tr("The report is in “{name}”.").format(name=path.name)
        self._parts.article.messages.show_message(Message(text))

    def _tell_of_error(self, error: Exception) -> None:
        if isinstance(error, OSError):
            text = QCoreApplication.translate(
                "ReportCommands",
                "The report could not be written ({detail}). Choose another folder, or make room on the disk.",
            )
            self._parts.article.messages.show_message(Message(text.format(detail=error)))
        else:
            self._parts.announcements.tell_of_error(error)
