"""All of the wiring of the window: facts come down from the state, requests of the reader go up to it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMainWindow

from reader.convert.annotation import Annotated
from reader.model.page_mode import PageMode
from reader.state.settings import BOUNDS, TYPOGRAPHY, CopyForm, Settings
from reader.ui.about_dialog import AboutDialog
from reader.ui.display import Display
from reader.ui.finding import Finding
from reader.ui.keyword_wiring import wire_keywords
from reader.ui.menus import article_menu
from reader.ui.own_theme_dialog import OwnThemeDialog
from reader.ui.owners import Owners
from reader.ui.report_commands import ReportCommands
from reader.ui.script_control import SCRIPTS
from reader.ui.suggesting import Suggesting
from reader.ui.window_parts import WindowParts


def wire(window: QMainWindow, owners: Owners, parts: WindowParts, display: Display) -> None:
    """Join the parts of a window with the state, and with each other."""
    _wire_facts(owners, parts, display)
    _wire_page(window, owners, parts, display)
    _wire_panels(owners, parts)
    _wire_bars(owners, parts)
    _wire_reading(owners, parts)
    _wire_actions(window, owners, parts)
    _wire_themes(window, owners, parts)
    wire_keywords(window, owners, parts)
    Finding(window, owners, parts)
    Suggesting(window, owners, parts)
    ReportCommands(window, owners, parts)


def _wire_facts(owners: Owners, parts: WindowParts, display: Display) -> None:
    """What the state says."""
    session, keywords, preferences = owners.session, owners.keywords, owners.preferences
    session.opened.connect(display.show_document)
    session.opened.connect(parts.picture.shut)
    session.chapters_changed.connect(display.show_document)
    session.rendition_changed.connect(display.show_rendition)
    session.outline_changed.connect(display.show_outline)
    session.changes.changed.connect(display.show_changes)
    session.filtered.connect(parts.outline.set_filtered)
    preferences.changed.connect(display.show_preferences)
    places, search = keywords.places, owners.search
    for fact in (places.changed, places.counted, search.changed, search.found):
        fact.connect(parts.outline.show_marks)
    parts.appearance.changed.connect(display.show_theme)
    for owner in (keywords, preferences, owners.vocabulary, owners.readings, parts.words):
        owner.failed.connect(parts.announcements.tell_of_error)


def _wire_page(window: QMainWindow, owners: Owners, parts: WindowParts, display: Display) -> None:
    """What happens on the page."""
    article = parts.article

    def open_menu(point: QPoint) -> None:
        parts.chapters.show_level()
        article_menu(parts.actions, article.selected_word(), parts.words.menu_at(point), window).popup(point)

    article.moved.connect(display.show_place)
    article.menu_requested.connect(open_menu)
    article.link_requested.connect(parts.links.ask)
    article.picture_requested.connect(parts.picture.show_picture)
    parts.lookup.dictionaries_requested.connect(lambda: _open_dictionaries(window, owners))
    parts.lookup.colour_requested.connect(owners.keywords.add)
    parts.announcements.file_wanted.connect(parts.commands.ask_file)
    parts.announcements.encoding_wanted.connect(parts.encodings.ask)


def _wire_panels(owners: Owners, parts: WindowParts) -> None:
    """What is asked for in the panels."""
    parts.outline.paragraph_requested.connect(parts.article.go_to_paragraph)
    parts.outline.filter_requested.connect(owners.session.filter_outline)


def _wire_bars(owners: Owners, parts: WindowParts) -> None:
    """What is asked for in the bars, the popovers behind them and the menus that know what they show."""
    session, preferences, commands = owners.session, owners.preferences, parts.commands
    status, toolbar = parts.status, parts.toolbar
    status.outline_requested.connect(lambda: _open_filter(parts))
    status.share_requested.connect(commands.ask_place)
    status.original_requested.connect(commands.compare)
    status.changes_requested.connect(lambda: preferences.set("shows_changes", not preferences.settings.shows_changes))
    status.encoding_requested.connect(parts.encodings.ask)
    toolbar.scripts.script_requested.connect(lambda script: preferences.set("script", script))
    toolbar.scripts.words_requested.connect(lambda is_on: preferences.set("has_regional_words", is_on))
    toolbar.page.clicked.connect(lambda: parts.page_controls.popup_below(toolbar.page))
    parts.page_controls.setting_requested.connect(preferences.set)
    parts.page_controls.reset_requested.connect(lambda: preferences.reset(TYPOGRAPHY))
    parts.recent.file_requested.connect(session.open)
    parts.recent.forget_requested.connect(session.forget_recent_files)
    parts.copy_forms.requested.connect(lambda form: preferences.set("copy_form", form))
    parts.engines.requested.connect(lambda engine: preferences.set("engine", engine))
    parts.languages.requested.connect(commands.choose_language)
    parts.writings.requested.connect(lambda choice: preferences.set("writing", choice))


def _wire_actions(window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
    """What each command does."""
    session, preferences = owners.session, owners.preferences
    actions, article, commands = parts.actions, parts.article, parts.commands
    actions.open.triggered.connect(commands.ask_file)
    actions.reload.triggered.connect(lambda: session.reload())
    actions.print.triggered.connect(parts.printer.ask)
    actions.close.triggered.connect(window.close)
    actions.filter.triggered.connect(lambda: _open_filter(parts))
    actions.colour.triggered.connect(lambda: _colour(parts))
    actions.add_word.triggered.connect(lambda: _open_entry(parts))
    actions.look_up.triggered.connect(parts.lookup.look_up)
    actions.hover.triggered.connect(lambda is_on: preferences.set("looks_up_on_hover", is_on))
    actions.dictionaries.triggered.connect(lambda: _open_dictionaries(window, owners))
    actions.readings.triggered.connect(lambda: preferences.set("annotated", _next_annotated(preferences.settings)))
    actions.go_to.triggered.connect(commands.ask_place)
    actions.chapters.triggered.connect(parts.chapters.ask)
    for level, action in enumerate(actions.headings):
        action.triggered.connect(lambda _=False, level=level: parts.chapters.set_level(level))
    copying = parts.copying
    actions.copy.triggered.connect(lambda: copying.copy(preferences.settings.copy_form))
    actions.copy_source.triggered.connect(lambda: copying.copy(CopyForm.SOURCE))
    actions.copy_cited.triggered.connect(lambda: copying.copy(CopyForm.CITED))
    actions.select_all.triggered.connect(article.view.select_all)
    actions.original.triggered.connect(commands.compare)
    actions.both.triggered.connect(lambda is_on: preferences.set("shows_both", is_on))
    actions.quotes.triggered.connect(lambda is_on: preferences.set("has_regional_quotes", is_on))
    actions.full_width.triggered.connect(lambda is_on: preferences.set("has_full_width", is_on))
    actions.long_marks.triggered.connect(lambda is_on: preferences.set("has_long_marks", is_on))
    actions.changes.triggered.connect(lambda is_on: preferences.set("shows_changes", is_on))
    actions.next_change.triggered.connect(lambda: article.changes.step(is_forward=True))
    actions.previous_change.triggered.connect(lambda: article.changes.step(is_forward=False))
    actions.own_words.triggered.connect(parts.words.open_words)
    actions.words.triggered.connect(lambda is_on: preferences.set("has_regional_words", is_on))
    for action, (_, _, script) in zip(actions.scripts, SCRIPTS, strict=True):
        action.triggered.connect(lambda _=False, script=script: preferences.set("script", script))
    actions.larger.triggered.connect(lambda: commands.resize_text(+1))
    actions.smaller.triggered.connect(lambda: commands.resize_text(-1))
    actions.usual_size.triggered.connect(lambda: preferences.set("font_size", Settings().font_size))
    actions.vertical.triggered.connect(commands.switch_writing)
    actions.full_screen.triggered.connect(commands.set_full_screen)
    actions.welcome.triggered.connect(commands.open_welcome)
    actions.about.triggered.connect(lambda: AboutDialog(window).exec())


def _wire_themes(window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
    """What is asked for where themes are shown."""
    appearance, grid, menu = parts.appearance, parts.page_controls.themes, parts.themes

    def choose_own() -> None:
        parts.page_controls.hide()
        dialog = OwnThemeDialog(owners.preferences.settings, window)
        if dialog.exec():
            appearance.take_own(*dialog.colours)

    parts.actions.dark.triggered.connect(appearance.switch_dark)
    grid.theme_requested.connect(appearance.choose)
    grid.follow_requested.connect(appearance.follow_system)
    menu.requested.connect(appearance.choose)
    for asking in (grid, menu):
        asking.own_requested.connect(choose_own)


def _wire_reading(owners: Owners, parts: WindowParts) -> None:
    """What helps to read."""
    preferences, actions, view = owners.preferences, parts.actions, parts.article.view

    def change_speed(steps: int) -> None:
        speed = preferences.settings.scroll_speed + steps * BOUNDS["scroll_speed"].step
        preferences.set("scroll_speed", speed)

    parts.reading.focus.requested.connect(lambda focus: preferences.set("focus", focus))
    actions.paged.triggered.connect(
        lambda is_on: preferences.set("page_mode", PageMode.PAGED if is_on else PageMode.SCROLLED)
    )
    actions.smooth.triggered.connect(lambda is_on: preferences.set("is_smooth", is_on))
    actions.auto_scroll.triggered.connect(view.set_auto_scroll)
    actions.faster.triggered.connect(lambda: change_speed(+1))
    actions.slower.triggered.connect(lambda: change_speed(-1))
    view.speed_requested.connect(change_speed)
    view.auto_scroll_changed.connect(actions.auto_scroll.setChecked)
    actions.quiet.triggered.connect(parts.quiet.set_on)
    parts.quiet.changed.connect(actions.quiet.setChecked)
    parts.quiet.changed.connect(parts.article.set_quiet)
    for action in (actions.outline, actions.keywords, actions.filter, actions.find):
        action.triggered.connect(parts.quiet.close_drawers)


def _open_dictionaries(window: QMainWindow, owners: Owners) -> None:
    # Loaded when it is wanted: the text is on the screen sooner.
    from reader.ui.dictionaries_dialog import DictionariesDialog

    dialog = DictionariesDialog(owners.dictionaries, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _next_annotated(settings: Settings) -> Annotated:
    """What the key for readings leads to."""
    choices = list(Annotated)
    return choices[(choices.index(settings.annotated) + 1) % len(choices)]


def _open_filter(parts: WindowParts) -> None:
    parts.outline_dock.set_wanted(True)
    parts.outline.focus_filter()


def _open_entry(parts: WindowParts) -> None:
    parts.keywords_dock.set_wanted(True)
    parts.side.show_page(parts.keywords)
    parts.keywords.focus_entry()


def _colour(parts: WindowParts) -> None:
    if parts.commands.colour_selection():
        parts.keywords_dock.set_wanted(True)
        parts.side.show_page(parts.keywords)
    else:
        _open_entry(parts)
