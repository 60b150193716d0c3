"""The original beside what is shown: two views of one text, which scroll and select together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from reader.convert.conversion import as_written
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.ui.page_fonts import page_style
from reader.view.axes import WritingMode
from reader.view.content import Content
from reader.view.page_style import PageColours
from reader.view.text_view import TextView


class FacingText(QObject):
    """A second view beside that of the article. Where the source is, one follows the other, to the line.

    In horizontal writing they stand side by side, in vertical writing one above the other, so that lines meet lines.

    Attributes:
        splitter: both views.
        view: the second one.
    """

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        main: TextView,
        colours: PageColours,
        is_vertical: Callable[[], bool],
    ) -> None:
        super().__init__(main)
        self._session = session
        self._preferences = preferences
        self._main = main
        self._is_vertical = is_vertical
        self._content: Content | None = None
        #: Where the second view was put by the first, to tell what the reader does from what follows from it.
        self._aligned = 0.0
        self._is_following = False
        self.view = TextView(page_style(preferences.settings, session.script, is_vertical()), colours)
        self.view.setAccessibleName(self.tr("Original"))
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for view in (main, self.view):
            self.splitter.addWidget(view)
        self.view.hide()
        main.place_changed.connect(self._follow_main)
        main.selection_changed.connect(lambda: self._select(self._main, self.view))
        self.view.place_changed.connect(self._lead_main)
        self.view.selection_changed.connect(lambda: self._select(self.view, self._main))
        preferences.changed.connect(self._update)

    @property
    def is_wanted(self) -> bool:
        """Whether the reader wants to see both, and there are two to see."""
        return self._preferences.settings.shows_both and self._session.rendition.target is not None

    def show(self, content: Content | None) -> None:
        """Show the original of what the first view shows; None while nothing is open."""
        self._content = content
        self._update()

    def _update(self) -> None:
        settings, content = self._preferences.settings, self._content
        is_shown = self.is_wanted and content is not None
        if not is_shown or content is None:
            self.view.set_content(None)
            self.view.hide()
            return
        style = page_style(settings, self._session.script, self._is_vertical())
        self.splitter.setOrientation(
            Qt.Orientation.Vertical if style.mode is WritingMode.VERTICAL else Qt.Orientation.Horizontal
        )
        self.view.set_style(style)
        original = Content(content.document, as_written, content.word_at, content.highlights, content.found)
        if self.view.content is None or self.view.content.document is not content.document:
            self.view.set_content(original)
        if not self.view.isVisible():
            self.view.show()
            size = sum(self.splitter.sizes()) // 2
            self.splitter.setSizes([size, size])
        self._follow_main()

    def _follow_main(self) -> None:
        if self._is_following or self.view.content is None:
            return
        self._is_following = True
        _align(self.view, self._main)
        self._aligned = self.view.top_address()
        self._is_following = False

    def _lead_main(self) -> None:
        if self._is_following or self.view.top_address() == self._aligned:
            return
        self._is_following = True
        _align(self._main, self.view)
        self._aligned = self.view.top_address()
        self._is_following = False

    def _select(self, one: TextView, other: TextView) -> None:
        if other.content is not None and other.selected != one.selected:
            other.select(one.selected)


def _align(view: TextView, other: TextView) -> None:
    """Bring the line that is at the beginning of another view of the same document to the same row."""
    if other.page is None or other.top_address() <= 0:
        view.go_to_start()
    else:
        top = other.page.flow.top_position()
        view.go_to(top, other.page.flow.top_offset(top))
