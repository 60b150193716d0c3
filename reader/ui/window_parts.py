"""What the window is made of."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMainWindow, QMenu

from reader.ui.actions import Actions
from reader.ui.announcements import Announcements
from reader.ui.appearance import Appearance
from reader.ui.article import Article
from reader.ui.chapter_commands import ChapterCommands
from reader.ui.commands import Commands
from reader.ui.copying import Copying
from reader.ui.crash_report import CrashReports
from reader.ui.encodings import Encodings
from reader.ui.forms_menu import FormsMenu
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.links import Links
from reader.ui.lookup import Lookup
from reader.ui.menus import (
    RECENT,
    RecentMenu,
    copy_menu,
    engine_menu,
    fill_window_menu,
    language_menu,
    writing_menu,
)
from reader.ui.outline_panel import OutlinePanel
from reader.ui.owners import Owners
from reader.ui.page_controls import PageControls
from reader.ui.panel_dock import PanelDock
from reader.ui.picture_viewer import PictureViewer
from reader.ui.print_command import PrintCommand
from reader.ui.quiet_mode import QuietMode
from reader.ui.reading_menu import ReadingMenu
from reader.ui.results_panel import ResultsPanel
from reader.ui.search_options import SearchOptions
from reader.ui.side_panel import SidePanel, side_pages
from reader.ui.status_fields import StatusFields
from reader.ui.suggestions_panel import SuggestionsPanel
from reader.ui.theme import Theme
from reader.ui.theme_menu import ThemeMenu
from reader.ui.toolbar import ToolBar
from reader.ui.word_commands import WordCommands


class WindowParts:
    """Every part of one window, built in the order in which the parts need each other. None knows another by itself.

    Attributes:
        appearance: the theme of now.
        actions: every command with its name and its keys.
        article: the page, its messages and its overview.
        chapters: what the reader says of chapters.
        commands: what takes more than one part, or a dialog.
        words: what is asked for about the conversion of words.
        announcements: the sentences that the window says.
        links: what leads out of the document.
        picture: one picture of the document, as large as the window.
        lookup: what a word is, beside it.
        encodings: the choice of how the file is encoded.
        outline, keywords: the panels, and with ``_dock`` where they stand.
        search_options: how a search is meant.
        results: the panel of what was found.
        suggestions: the panel of words that may be worth a colour.
        side: the place that ``keywords``, ``suggestions`` and ``results`` share.
        status: the bar at the foot.
        recent, engines, languages, writings, copy_forms, themes: menus that know what they show.
        printer: prints, and saves as PDF.
        copying: puts the selection on the clipboard.
        toolbar: the bar at the top.
        page_controls: the typography.
        reading: the menu of what helps to read.
        quiet: nothing but the text.
    """

    def __init__(self, window: QMainWindow, owners: Owners, crashes: CrashReports) -> None:
        session, keywords, preferences = owners.session, owners.keywords, owners.preferences
        self.appearance = Appearance(preferences, window)
        theme = self.appearance.theme
        self.actions = Actions(window, theme)
        self.article = Article(session, keywords, owners.search, preferences, owners.readings, theme)
        self.commands = Commands(session, keywords, preferences, self.article, window)
        self.chapters = ChapterCommands(session, self.actions, self.article, owners.runner, window)
        self.words = WordCommands(session, owners.vocabulary, self.article, window)
        self.announcements = Announcements(session, self.article.messages, crashes, window)
        self.picture = PictureViewer(self.article.view, window)
        self.links = Links(self.article.messages, window)
        self.lookup = Lookup(self.article, session, preferences, owners.lookup, theme)
        self.outline = OutlinePanel(theme)
        self.outline_dock = PanelDock("outline", self.outline, self.actions.outline)
        self.keywords = KeywordsPanel(theme)
        self.search_options = SearchOptions(window)
        self.results = ResultsPanel(self.search_options, theme)
        self.suggestions = SuggestionsPanel(theme)
        self.side = SidePanel(side_pages(self.keywords, self.suggestions, self.results))
        self.keywords_dock = PanelDock("keywords", self.side, self.actions.keywords)
        self.status = StatusFields()
        self.encodings = Encodings(session, owners.runner, self.status.encoding_field, theme, window)
        self.recent = RecentMenu(partial(session.recent_files, RECENT), window)
        self.engines, self.languages, self.writings = engine_menu(window), language_menu(window), writing_menu(window)
        menu = QMenu(window)
        fill_window_menu(menu, self.actions, self.recent, self.engines, self.languages, self.writings)
        self.copying = Copying(session, self.article.view, owners.runner, window)
        self.copy_forms = copy_menu(window)
        menu.insertMenu(self.actions.dark, self.copy_forms)
        self.forms = FormsMenu(window)
        menu.insertMenu(self.actions.dark, self.forms)
        menu.insertAction(self.actions.find, self.actions.print)
        self.printer = PrintCommand(session, preferences, self.article, owners.runner, window)
        self.themes = ThemeMenu(window)
        menu.insertMenu(self.actions.dark, self.themes)
        self.toolbar = ToolBar(self.actions, menu, self.search_options, theme)
        self.page_controls = PageControls(theme, window)
        self.reading = ReadingMenu(self.actions, window)
        menu.insertMenu(self.actions.dark, self.reading)
        self.quiet = QuietMode(window, self.article, self.toolbar, self.status, self.outline_dock, self.keywords_dock)

    def set_theme(self, theme: Theme) -> None:
        """Draw all parts in other colours."""
        parts = (self.actions, self.toolbar, self.article, self.outline, self.keywords, self.page_controls)
        for part in (*parts, self.results, self.suggestions, self.encodings, self.lookup):
            part.set_theme(theme)
