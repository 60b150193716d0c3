"""A report on the open document: how often the keywords stand in it, where, in which chapters, and which together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSplitter, QVBoxLayout, QWidget

from reader.model.report import Report, WordReport
from reader.ui.report_rows import WORD_ROLE, ReportRow, ReportRows, WordRows, excerpt_rows
from reader.ui.result_delegate import ResultDelegate
from reader.ui.result_model import ResultItem
from reader.ui.side_panel import SidePanel
from reader.ui.theme import Theme
from reader.ui.uniform_list import UniformListView
from reader.ui.word_delegate import WordDelegate, share_at


class ReportDialog(QDialog):
    """A window beside the text; a click on a place leads there.

    Signals:
        share_requested: a share of the document to go to, 0 to 1.
        address_requested: an address to go to.
        export_requested: the report is to be written to a file.
    """

    share_requested = Signal(float)
    address_requested = Signal(object)
    export_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        colour_of: Callable[[WordReport], int],
        shown_text: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """A dialog without a report.

        Args:
            theme: of the window.
            colour_of: the colour of a word, an index into the palette.
            shown_text: a text in the script that is shown.
            parent: the window.
        """
        super().__init__(parent)
        self._report: Report | None = None
        self._shown_text = shown_text
        self.setWindowTitle(self.tr("Report"))
        self.resize(900, 560)
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(6)
        self._sort = QPushButton(self.tr("Most frequent first"))
        self._sort.setCheckable(True)
        self._sort.setAutoDefault(False)
        self._sort.toggled.connect(self._show_words)
        self._export = QPushButton(self.tr("Export…"))
        self._export.setAutoDefault(False)
        self._export.setEnabled(False)
        self._export.clicked.connect(lambda: self.export_requested.emit())
        self._model = WordRows(self)
        self._delegate = WordDelegate(theme, colour_of)
        self._words = self._made_list(self._model, self._delegate, self.tr("Words"))
        self._words.selectionModel().currentChanged.connect(self._show_word)
        self._excerpts, self._chapters, self._together = ReportRows(self), ReportRows(self), ReportRows(self)
        self._rows_delegate = ResultDelegate(theme)
        names = (
            (self.tr("Places"), self._excerpts),
            (self.tr("Chapters"), self._chapters),
            (self.tr("Together"), self._together),
        )
        self._details = SidePanel([(name, self._made_list(model, self._rows_delegate, name)) for name, model in names])
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._sort)
        head.addWidget(self._export)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self._words)
        parts.addWidget(self._details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self._progress)
        layout.addWidget(parts, 1)

    @property
    def report(self) -> Report | None:
        """What is shown."""
        return self._report

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = self._rows_delegate.theme = theme
        self.update()

    def show_progress(self, share: float) -> None:
        """Say how far the text has been read."""
        self._progress.setRange(0, 100)
        self._progress.setValue(round(share * 100))
        self._progress.setVisible(share < 1)
        if self._report is None:
            self._summary.setText(self.tr("Reading the text…"))

    def show_report(self, report: Report) -> None:
        """Show a report."""
        self._report = report
        self.show_progress(1.0)
        self._export.setEnabled(True)
        count = sum(word.count for word in report.words)
        text = self.tr("“{title}”: {words} words, {count} places in {paragraphs} paragraphs")
        self._summary.setText(
            text.format(
                title=report.title,
                words=f"{len(report.words):,}",
                count=f"{count:,}",
                paragraphs=f"{report.paragraphs:,}",
            )
        )
        if not report.words:
            self._summary.setText(self.tr("No word is coloured. Colour some, or switch a list on, and ask again."))
        self._show_words(self._sort.isChecked())
        pairs = report.together
        self._together.set_rows(
            len(pairs),
            lambda row: ReportRow(
                ResultItem(
                    f"{self._shown_text(pairs[row].one)} ＋ {self._shown_text(pairs[row].other)}", pairs[row].paragraphs
                )
            ),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click leads to the place that it stands for."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            view = watched.parent()
            if isinstance(view, UniformListView) and event.button() == Qt.MouseButton.LeftButton:
                self._click(view, event)
        return super().eventFilter(watched, event)

    def _click(self, view: UniformListView, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = view.indexAt(point)
        if not index.isValid():
            return
        model = view.model()
        if isinstance(model, ReportRows):
            address = model.address(index.row())
            if address is not None:
                self.address_requested.emit(address)
        elif (share := share_at(view.visualRect(index), point)) is not None:
            self.share_requested.emit(share)

    def _show_words(self, is_by_count: bool) -> None:
        self._model.set_report(self._report, is_by_count)
        if self._model.rowCount():
            self._words.setCurrentIndex(self._model.index(0))
        self._show_word()

    def _show_word(self) -> None:
        word = self._words.currentIndex().data(WORD_ROLE)
        report = self._report
        if not isinstance(word, WordReport) or report is None:
            self._excerpts.set_rows(0, lambda _: ReportRow(ResultItem("")))
            self._chapters.set_rows(0, lambda _: ReportRow(ResultItem("")))
            return
        excerpts = excerpt_rows(word, self._shown_text)
        self._excerpts.set_rows(len(excerpts), lambda row: excerpts[row])
        held = [(chapter, count) for chapter, count in zip(report.chapters, word.by_chapter, strict=True) if count]
        self._chapters.set_rows(
            len(held),
            lambda row: ReportRow(
                ResultItem(self._shown_text(held[row][0]) or self.tr("Before the first heading"), held[row][1])
            ),
        )

    def _made_list(
        self, model: WordRows | ReportRows, delegate: WordDelegate | ResultDelegate, name: str
    ) -> UniformListView:
        view = UniformListView()
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setAccessibleName(name)
        view.viewport().installEventFilter(self)
        return view
