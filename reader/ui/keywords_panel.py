"""The panel of the keyword lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.model.keyword_list import KeywordList
from reader.state.keyword_places import KeywordPlaces
from reader.ui.icons import icon
from reader.ui.keyword_delegate import KeywordDelegate, KeywordZone
from reader.ui.keyword_list_view import KeywordListView
from reader.ui.keyword_menus import colour_menu, keyword_menu, list_menu
from reader.ui.keyword_model import KeywordModel, list_name
from reader.ui.theme import Theme


class KeywordsPanel(QWidget):
    """A line to add a word, the lists and their words, and a menu.

    A list is named by its number, a keyword by that of its list and its own.

    Signals:
        add_requested: what was typed, the number of the list that is to get it or None, whether it is an expression.
        keyword_requested: number, place, and the ``Keyword`` that is to stand there.
        remove_requested: number and place.
        move_requested: number and place, and the number and the place before which it is to stand.
        list_requested: number, and the ``KeywordList`` that is to stand there.
        limit_requested: number, and whether it is to be for the open file only.
        list_move_requested: number, and the number before which it is to stand.
        list_remove_requested: number.
        rename_requested: number of a list for which a name is to be asked.
        new_list_requested: a list is to be made.
        export_requested: number of a list, or -1 for all.
        import_requested: lists are to be taken from a file.
        report_requested: a report on the lists is wanted.
        step_requested: a range of words of ``KeywordPlaces.occurrences``, and whether forwards.
    """

    add_requested = Signal(str, object, bool)
    keyword_requested = Signal(int, int, object)
    remove_requested = Signal(int, int)
    move_requested = Signal(int, int, int, int)
    list_requested = Signal(int, object)
    limit_requested = Signal(int, bool)
    list_move_requested = Signal(int, int)
    list_remove_requested = Signal(int)
    rename_requested = Signal(int)
    new_list_requested = Signal()
    export_requested = Signal(int)
    import_requested = Signal()
    report_requested = Signal()
    step_requested = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: KeywordPlaces | None = None
        self._can_limit = False
        #: Where the row that the reader moved comes to stand.
        self._moved: tuple[int, int | None] | None = None
        self._model = KeywordModel(lambda: self._places, self)
        self._delegate = KeywordDelegate(theme)
        self._entry = QLineEdit()
        self._entry.setAccessibleName(self.tr("Add a word"))
        self._entry.setToolTip(self.tr("Between slashes, a regular expression: /[甲乙丙]級/"))
        self._entry.returnPressed.connect(self._add)
        self._more = QToolButton()
        self._more.setObjectName("small")
        self._more.setToolTip(self.tr("Lists"))
        self._more.setAccessibleName(self.tr("Lists"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._made_menu())
        self._hint = QLabel(self.tr("Select a word in the text and press Ctrl+H to colour it wherever it occurs."))
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setContentsMargins(12, 4, 12, 4)
        self._list = KeywordListView(self._model, self._delegate)
        self._list.setAccessibleName(self.tr("Coloured words"))
        self._list.zone_clicked.connect(self._click)
        self._list.menu_requested.connect(self._open_menu)
        self._list.drop_requested.connect(self._drop)
        self._list.move_requested.connect(self._move)
        self._list.selectionModel().currentChanged.connect(self._show_target)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.setSpacing(4)
        head.addWidget(self._entry, 1)
        head.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)
        self._show_target()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._delegate.theme = theme
        self._more.setIcon(icon("more", theme.muted))
        self._list.viewport().update()

    def set_lists(self, lists: Sequence[KeywordList], places: KeywordPlaces, can_limit: bool) -> None:
        """Show these lists.

        Args:
            lists: in order.
            places: where their words stand.
            can_limit: whether a list can be made one for the open file.
        """
        current = self._current() if self._moved is None else self._moved
        self._moved = None
        self._places, self._can_limit = places, can_limit
        self._model.set_lists(lists)
        self._hint.setVisible(not any(one.keywords for one in lists))
        row = self._model.rows.row_of(*current) if current is not None else None
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))
        self._show_target()

    def show_counts(self) -> None:
        """More is known of where the words stand, or the reader is at another of them."""
        self._list.viewport().update()

    def focus_entry(self) -> None:
        """Put the cursor into the line for a new word."""
        self._entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _current(self) -> tuple[int, int | None] | None:
        index = self._list.currentIndex()
        return self._model.rows.place(index.row()) if index.isValid() else None

    def _target(self) -> int | None:
        """The list that gets what is typed: that of the current row, if it has a name."""
        current = self._current()
        if current is None or self._model.rows.lists[current[0]].is_loose:
            return None
        return current[0]

    def _show_target(self) -> None:
        target = self._target()
        text = self.tr("Add a word")
        if target is not None:
            text = self.tr("Add a word to “{list}”").format(list=list_name(self._model.rows.lists[target]))
        self._entry.setPlaceholderText(text)

    def _add(self) -> None:
        text = self._entry.text().strip()
        if text:
            is_pattern = len(text) > 2 and text.startswith("/") and text.endswith("/")
            self._entry.clear()
            self.add_requested.emit(text[1:-1] if is_pattern else text, self._target(), is_pattern)

    def _click(self, row: int, zone: KeywordZone) -> None:
        number, place = self._model.rows.place(row)
        one = self._model.rows.lists[number]
        match zone:
            case KeywordZone.CHEVRON:
                self._model.toggle(number)
                self._list.setCurrentIndex(self._model.index(self._model.rows.row_of(number, None) or 0))
            case KeywordZone.SWATCH if place is None and one.is_loose:
                self._open_menu(row, self._below(row))
            case KeywordZone.SWATCH:
                self._open_colours(number, place, self._below(row))
            case KeywordZone.TEXT | KeywordZone.NEXT | KeywordZone.PREVIOUS if self._places is not None:
                index = self._places.index
                word = index.word(number, place or 0)
                words = index.words(number) if place is None else range(word, word + 1)
                self.step_requested.emit(words, zone is not KeywordZone.PREVIOUS)
            case KeywordZone.SWITCH if place is None:
                self.list_requested.emit(number, replace(one, is_on=not one.is_on))
            case KeywordZone.SWITCH if place is not None:
                keyword = one.keywords[place]
                self.keyword_requested.emit(number, place, replace(keyword, is_on=not keyword.is_on))
            case KeywordZone.REMOVE if place is None:
                self.list_remove_requested.emit(number)
            case KeywordZone.REMOVE:
                self.remove_requested.emit(number, place)

    def _below(self, row: int) -> QPoint:
        box = self._list.visualRect(self._model.index(row))
        return self._list.viewport().mapToGlobal(box.bottomLeft() + QPoint(12, 0))

    def _open_colours(self, number: int, place: int | None, point: QPoint) -> None:
        one = self._model.rows.lists[number]
        if place is None:
            menu = colour_menu(
                self._theme,
                one.colour,
                lambda colour: self.list_requested.emit(number, replace(one, colour=colour or 0)),
                can_inherit=False,
            )
        else:
            keyword = one.keywords[place]
            menu = colour_menu(
                self._theme,
                keyword.colour,
                lambda colour: self.keyword_requested.emit(number, place, replace(keyword, colour=colour)),
                can_inherit=not one.is_loose,
            )
        self._popup(menu, point)

    def _open_menu(self, row: int, point: QPoint) -> None:
        self._popup(self.row_menu(row), point)

    def row_menu(self, row: int) -> QMenu:
        """What can be done with a list or a keyword."""
        number, place = self._model.rows.place(row)
        lists = self._model.rows.lists
        if place is not None:
            return keyword_menu(
                self._theme,
                lists,
                number,
                place,
                lambda keyword: self.keyword_requested.emit(number, place, keyword),
                lambda other: self.move_requested.emit(number, place, other, len(lists[other].keywords)),
                lambda: self.remove_requested.emit(number, place),
            )
        return list_menu(
            self._theme,
            lists[number],
            self._can_limit,
            lambda one: self.list_requested.emit(number, one),
            lambda is_limited: self.limit_requested.emit(number, is_limited),
            lambda: self.rename_requested.emit(number),
            lambda: self.export_requested.emit(number),
            lambda: self.list_remove_requested.emit(number),
        )

    def _popup(self, menu: QMenu, point: QPoint) -> None:
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _drop(self, row: int, before: int) -> None:
        rows = self._model.rows
        number, place = rows.place(row)
        if place is None:
            to_number = rows.drop_list(before)
            if to_number not in (number, number + 1):
                self._moved = (to_number - (to_number > number), None)
                self.list_move_requested.emit(number, to_number)
        else:
            self._move_keyword(number, place, *rows.drop(before))

    def _move(self, row: int, is_down: bool) -> None:
        """One place up or down; a keyword at the end of its list goes on into the next."""
        rows = self._model.rows
        number, place = rows.place(row)
        if place is None:
            other = number + 2 if is_down else number - 1
            if 0 <= other <= len(rows.lists):
                self._moved = (number + (1 if is_down else -1), None)
                self.list_move_requested.emit(number, other)
        elif is_down and place + 1 < len(rows.lists[number].keywords):
            self._move_keyword(number, place, number, place + 2)
        elif is_down and number + 1 < len(rows.lists):
            self._move_keyword(number, place, number + 1, 0)
        elif not is_down and place > 0:
            self._move_keyword(number, place, number, place - 1)
        elif not is_down and number > 0:
            self._move_keyword(number, place, number - 1, len(rows.lists[number - 1].keywords))

    def _move_keyword(self, number: int, place: int, to_number: int, to_place: int) -> None:
        is_further = number == to_number and to_place > place
        self._moved = (to_number, to_place - is_further)
        self.move_requested.emit(number, place, to_number, to_place)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("New list…")).triggered.connect(self.new_list_requested)
        menu.addSeparator()
        menu.addAction(self.tr("Report on the text…")).triggered.connect(lambda: self.report_requested.emit())
        menu.addSeparator()
        menu.addAction(self.tr("Import lists…")).triggered.connect(self.import_requested)
        menu.addAction(self.tr("Export all lists…")).triggered.connect(lambda: self.export_requested.emit(-1))
        return menu
