"""What a choice of theme stands for, and what the names, swatches and menu show of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QPushButton

from reader.state.settings import Settings, ThemeChoice
from reader.ui.theme import DARK, LIGHT, SEPIA
from reader.ui.theme_grid import ThemeGrid
from reader.ui.theme_menu import ThemeMenu
from reader.ui.theme_swatch import ThemeSwatch, paint_theme, theme_icon
from reader.ui.themes import BUILT_IN, chosen, theme_names, theme_of

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("system_is_dark", [False, True])
@pytest.mark.parametrize("choice", list(theme_names()))
def test_a_theme_of_its_own_stays_whatever_the_desktop_does(choice, system_is_dark):
    assert chosen(Settings(choice), system_is_dark) is choice


def test_the_desktop_decides_between_the_two_that_are_remembered():
    settings = Settings(light_theme=ThemeChoice.PAPER, dark_theme=ThemeChoice.BLACK)
    assert chosen(settings, system_is_dark=False) is ThemeChoice.PAPER
    assert chosen(settings, system_is_dark=True) is ThemeChoice.BLACK


def test_every_choice_has_a_theme_and_a_name():
    assert set(theme_names()) == set(ThemeChoice) - {ThemeChoice.SYSTEM}
    assert set(BUILT_IN) == set(theme_names()) - {ThemeChoice.OWN}
    assert theme_of(ThemeChoice.SEPIA, Settings()) is SEPIA
    own = replace(Settings(), own_page="#102030", own_ink="#ffffff")
    assert theme_of(ThemeChoice.OWN, own).page.page == "#102030"
    assert theme_of(ThemeChoice.OWN, own).is_dark


def test_no_two_themes_look_alike(qapp):
    pages = [theme.page.page for theme in BUILT_IN.values()]
    assert len(set(pages)) == len(pages)
    lightness = [QColor(page).lightness() for page in pages]
    assert lightness == sorted(lightness, reverse=True)


@pytest.fixture
def grid(qtbot):
    made = ThemeGrid(LIGHT)
    qtbot.addWidget(made)
    made.show_settings(Settings(ThemeChoice.SEPIA), False)
    return made


def swatch(grid: ThemeGrid, name: str) -> ThemeSwatch:
    return next(found for found in grid.findChildren(ThemeSwatch) if found.text() == name)


def test_the_theme_that_is_shown_is_marked(grid):
    assert swatch(grid, "Sepia").isChecked()
    assert not grid.findChild(QCheckBox).isChecked()
    grid.show_settings(Settings(ThemeChoice.SYSTEM), True)
    assert swatch(grid, "Dark").isChecked()
    assert not swatch(grid, "Sepia").isChecked()
    assert grid.findChild(QCheckBox).isChecked()


@pytest.mark.parametrize(("choice", "name"), theme_names().items())
def test_a_click_asks_for_a_theme(qtbot, grid, choice, name):
    with qtbot.waitSignal(grid.theme_requested) as asked:
        qtbot.mouseClick(swatch(grid, name), LEFT)
    assert asked.args == [choice]


def test_the_system_and_own_colours_are_asked_for(qtbot, grid):
    with qtbot.waitSignal(grid.follow_requested) as asked:
        grid.findChild(QCheckBox).click()
    assert asked.args == [True]
    with qtbot.waitSignal(grid.own_requested):
        qtbot.mouseClick(grid.findChild(QPushButton), LEFT)


def test_a_swatch_shows_its_theme_in_a_window_of_another(qtbot):
    made = ThemeSwatch("Dark", lambda: DARK, LIGHT)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    image = made.grab().toImage()
    assert image.pixelColor(image.width() // 2, 8).name() == DARK.page.page
    before = image
    made.setChecked(True)
    assert made.grab().toImage() != before
    made.set_shown(lambda: SEPIA)
    assert made.grab().toImage().pixelColor(image.width() // 2, 8).name() == SEPIA.page.page


def test_a_small_page_has_ground_ink_and_a_highlight(theme):
    image = QImage(80, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint_theme(painter, QRectF(0, 0, 80, 50), theme, theme.line)
    painter.end()
    found = {image.pixelColor(x, y).name() for x in range(80) for y in range(50)}
    assert {theme.page.page, theme.page.highlights[0]} <= found


def test_the_menu_marks_what_is_chosen_and_shows_own_colours(qtbot):
    menu = ThemeMenu()
    qtbot.addWidget(menu)
    menu.show_settings(Settings(ThemeChoice.GREY))
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Grey"]
    own = next(action for action in menu.actions() if action.text() == "My own")
    before = own.icon().pixmap(18, 18).toImage()
    menu.show_settings(Settings(own_page="#203040", own_ink="#ffffff"))
    menu.aboutToShow.emit()
    assert own.icon().pixmap(18, 18).toImage() != before
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["As the system"]
    with qtbot.waitSignal(menu.requested) as asked:
        own.trigger()
    assert asked.args == [ThemeChoice.OWN]
    with qtbot.waitSignal(menu.own_requested):
        menu.actions()[-1].trigger()


def test_icons_are_drawn_for_dense_screens_too(qapp):
    assert len(theme_icon(LIGHT).availableSizes()) == 3
