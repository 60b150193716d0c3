"""The menus of the keyword lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.ui.keyword_model import list_name
from reader.ui.theme import Theme

_SWATCH = 16


def colour_menu(theme: Theme, chosen: int | None, choose: Callable[[int | None], None], can_inherit: bool) -> QMenu:
    """The palette.

    Args:
        theme: whose colours are shown.
        chosen: the colour of now; None for that of the list.
        choose: what is done with another one.
        can_inherit: whether "as the list" is offered.
    """
    menu = QMenu(QCoreApplication.translate("KeywordMenus", "Colour"))
    if can_inherit:
        action = QAction(QCoreApplication.translate("KeywordMenus", "As the list"), menu)
        action.setCheckable(True)
        action.setChecked(chosen is None)
        action.triggered.connect(lambda: choose(None))
        menu.addAction(action)
        menu.addSeparator()
    for colour in range(PALETTE_SIZE):
        name = QCoreApplication.translate("KeywordMenus", "Colour {number}").format(number=colour + 1)
        action = QAction(colour_icon(theme.page.highlights[colour], theme.line), name, menu)
        action.setCheckable(True)
        action.setChecked(chosen == colour)
        action.triggered.connect(lambda _=False, colour=colour: choose(colour))
        menu.addAction(action)
    return menu


def style_menu(chosen: HighlightStyle, choose: Callable[[HighlightStyle], None]) -> QMenu:
    """How the words of a list are coloured."""
    names = {
        HighlightStyle.BACKGROUND: QCoreApplication.translate("KeywordMenus", "Ground behind the word"),
        HighlightStyle.UNDERLINE: QCoreApplication.translate("KeywordMenus", "Underline"),
        HighlightStyle.TEXT: QCoreApplication.translate("KeywordMenus", "Colour of the text"),
    }
    menu = QMenu(QCoreApplication.translate("KeywordMenus", "Style"))
    for style, name in names.items():
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(style is chosen)
        action.triggered.connect(lambda _=False, style=style: choose(style))
        menu.addAction(action)
    return menu


def keyword_menu(
    theme: Theme,
    lists: Sequence[KeywordList],
    number: int,
    place: int,
    change: Callable[[Keyword], None],
    move: Callable[[int], None],
    remove: Callable[[], None],
) -> QMenu:
    """What can be done with a keyword.

    Args:
        theme: of the window.
        lists: all of them.
        number: of its list.
        place: its number in the list.
        change: puts another in its place.
        move: puts it at the end of another list.
        remove: takes it out.
    """
    keyword = lists[number].keywords[place]
    menu = QMenu()
    colours = colour_menu(
        theme,
        keyword.colour,
        lambda colour: change(replace(keyword, colour=colour)),
        can_inherit=not lists[number].is_loose,
    )
    _add_menu(menu, colours)
    pattern = QAction(QCoreApplication.translate("KeywordMenus", "Regular expression"), menu)
    pattern.setCheckable(True)
    pattern.setChecked(keyword.is_pattern)
    pattern.triggered.connect(lambda is_on: change(replace(keyword, is_pattern=is_on)))
    menu.addAction(pattern)
    if len(lists) > 1:
        others = QMenu(QCoreApplication.translate("KeywordMenus", "Move to"))
        for other, one in enumerate(lists):
            if other != number:
                action = QAction(list_name(one).replace("&", "&&"), others)
                action.triggered.connect(lambda _=False, other=other: move(other))
                others.addAction(action)
        _add_menu(menu, others)
    menu.addSeparator()
    _add(menu, QCoreApplication.translate("KeywordMenus", "Remove"), remove)
    return menu


def list_menu(
    theme: Theme,
    one: KeywordList,
    can_limit: bool,
    change: Callable[[KeywordList], None],
    limit: Callable[[bool], None],
    rename: Callable[[], None],
    export: Callable[[], None],
    remove: Callable[[], None],
) -> QMenu:
    """What can be done with a list.

    Args:
        theme: of the window.
        one: the list.
        can_limit: whether it can be made one for the open file.
        change: puts another in its place.
        limit: makes it one for the open file, or for all.
        rename: asks for another name.
        export: writes it to a file.
        remove: forgets it.
    """
    menu = QMenu()
    _add(menu, QCoreApplication.translate("KeywordMenus", "Rename…"), rename)
    if not one.is_loose:
        _add_menu(menu, colour_menu(theme, one.colour, lambda colour: change(replace(one, colour=colour or 0)), False))
    _add_menu(menu, style_menu(one.style, lambda style: change(replace(one, style=style))))
    only = QAction(QCoreApplication.translate("KeywordMenus", "Only for this file"), menu)
    only.setCheckable(True)
    only.setChecked(one.file is not None)
    only.setEnabled(can_limit)
    only.triggered.connect(limit)
    menu.addAction(only)
    menu.addSeparator()
    _add(menu, QCoreApplication.translate("KeywordMenus", "Export this list…"), export)
    _add(menu, QCoreApplication.translate("KeywordMenus", "Remove the list"), remove)
    return menu


def colour_icon(colour: str, line: str) -> QIcon:
    """A rounded square of a colour."""
    pixmap = QPixmap(QSize(_SWATCH, _SWATCH) * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(line))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 2 * _SWATCH - 6, 2 * _SWATCH - 6, 7, 7)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def _add(menu: QMenu, text: str, do: Callable[[], None]) -> None:
    action = QAction(text, menu)
    action.triggered.connect(lambda: do())
    menu.addAction(action)


def _add_menu(menu: QMenu, other: QWidget) -> None:
    assert isinstance(other, QMenu)
    # A menu that is only an entry of another belongs to nobody otherwise.
    other.setParent(menu, other.windowFlags())
    menu.addMenu(other)
