"""The search box in the toolbar: what is looked for, how often it was found, and the way from one hit to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from reader.state.search import Search
from reader.ui.icons import icon
from reader.ui.search_options import SearchOptions
from reader.ui.theme import Theme

#: Milliseconds without a key after which what was typed is looked for.
_TYPING_PAUSE = 60

_NARROWEST, _WIDEST = 120, 300
_ICON = 16


#: Reasons for which the keys go elsewhere for a while only: another window, a menu.
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class SearchField(QWidget):
    """A line to type in, a count, and two arrows.

    Enter and Shift+Enter step, Down leads into the results, Alt+Down opens the recent queries, Escape ends the search.

    Signals:
        entered: the reader is about to type.
        left: the keys go elsewhere in the window.
        text_changed: what is in the line is another text; it comes a moment after the last key.
        step_requested: to the next hit (True) or the previous one.
        results_requested: the reader wants to go into the list of hits.
        close_requested: nothing is to be looked for any more.
        forget_requested: the recent queries are to be forgotten.
    """

    entered = Signal()
    left = Signal()
    text_changed = Signal(str)
    step_requested = Signal(bool)
    results_requested = Signal()
    close_requested = Signal()
    forget_requested = Signal()

    def __init__(self, options: SearchOptions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: tuple[str, ...] = ()
        self._options = options
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Search…"))
        self._line.setAccessibleName(self.tr("Search in the text"))
        self._line.setToolTip(
            self.tr(
                "Search in any script (Ctrl+F)\n"
                "two words: both in one paragraph\n"
                "“a phrase”: with its spaces\n"
                "-word: paragraphs without it\n"
                "word ~5 other: at most five characters apart"
            )
        )
        self._menu_action = QAction(self.tr("Recent searches and how to search"), self)
        self._menu_action.triggered.connect(self.open_menu)
        self._line.addAction(self._menu_action, QLineEdit.ActionPosition.LeadingPosition)
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._wait)
        self._line.installEventFilter(self)
        self._pause = QTimer(self, interval=_TYPING_PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.text_changed.emit(self.text))
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._previous = self._button(self.tr("Previous hit (Shift+F3)"), is_forward=False)
        self._next = self._button(self.tr("Next hit (F3)"), is_forward=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self._line, self._count, self._previous, self._next):
            layout.addWidget(widget)
        self._line.setMinimumWidth(_NARROWEST)
        self._line.setMaximumWidth(_WIDEST)
        self.setFocusProxy(self._line)
        self._set_found_shown(is_shown=False)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """What is in the line."""
        return self._line.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._menu_action.setIcon(icon("search", theme.muted))
        self._previous.setIcon(icon("previous", theme.muted))
        self._next.setIcon(icon("next", theme.muted))

    def begin(self, text: str = "") -> None:
        """Let the reader type, over ``text`` if there is any, else over what was there."""
        if text:
            self._line.setText(text)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def clear(self) -> None:
        """Empty the line."""
        self._line.clear()
        self._tell()

    def show_search(self, search: Search) -> None:
        """Show how often the query was found, and at which hit the reader is."""
        is_on = search.query is not None
        self._set_found_shown(is_on)
        if not is_on:
            return
        results, current = search.results, search.current
        place = "" if current is None else f"{current + 1:,}/"
        is_done = results.is_complete or search.error is not None
        self._count.setText("—" if search.error is not None else f"{place}{len(results):,}{'' if is_done else '…'}")
        for button in (self._previous, self._next):
            button.setEnabled(len(results) > 0)

    def show_recent(self, texts: Sequence[str]) -> None:
        """Offer these queries again."""
        self._recent = tuple(texts)

    def open_menu(self) -> None:
        """Offer recent queries, and the switches."""
        self.made_menu().popup(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))

    def made_menu(self) -> QMenu:
        """A menu of recent queries and the switches, which is gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addActions(self._options.actions)
        if self._recent:
            menu.addSection(self.tr("Recent searches"))
            for text in self._recent:
                action = QAction(text.replace("&", "&&"), menu)
                action.triggered.connect(lambda _=False, text=text: self.begin(text))
                menu.addAction(action)
            menu.addSeparator()
            forget = QAction(self.tr("Forget recent searches"), menu)
            forget.triggered.connect(self.forget_requested)
            menu.addAction(forget)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the line that are not the line's own."""
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self._line and isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            (self.entered if event.gotFocus() else self.left).emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
                self.step_requested.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            case Qt.Key.Key_Down if event.modifiers() & Qt.KeyboardModifier.AltModifier or not self.text:
                self.open_menu()
            case Qt.Key.Key_Down:
                self.results_requested.emit()
            case Qt.Key.Key_Escape:
                self.close_requested.emit()
            case _:
                return False
        return True

    def _wait(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        """What was only just typed is looked for now."""
        if self._pause.isActive():
            self._pause.stop()
            self.text_changed.emit(self.text)

    def _set_found_shown(self, is_shown: bool) -> None:
        for widget in (self._count, self._previous, self._next):
            widget.setVisible(is_shown)

    def _button(self, label: str, is_forward: bool) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.clicked.connect(lambda: self.step_requested.emit(is_forward))
        return button
