"""The window: puts the parts together, and wires them to the state."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from reader.state.keywords import Keywords
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.state.settings import Settings
from reader.state.tasks import TaskRunner
from reader.store.notice import StoreNotice
from reader.store.window import StoredWindow
from reader.ui.about_dialog import AboutDialog
from reader.ui.actions import Actions
from reader.ui.announcements import Announcements
from reader.ui.appearance import Appearance
from reader.ui.article import Article
from reader.ui.commands import Commands
from reader.ui.crash_report import CrashReports
from reader.ui.dropped_file import dropped_file
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.menus import RECENT, RecentMenu, article_menu, engine_menu, fill_window_menu, language_menu
from reader.ui.outline_panel import OutlinePanel
from reader.ui.page_controls import PageControls
from reader.ui.panel_dock import PanelDock
from reader.ui.script_control import SCRIPTS
from reader.ui.status_fields import StatusFields
from reader.ui.style_sheet import style_sheet
from reader.ui.theme import Theme
from reader.ui.toolbar import ToolBar
from reader.ui.window_frame import WindowFrame

_NAME = "簡繁讀"

#: Code points of a paragraph that the outline shows; a row is never wider.
_OPENING = 40


class ReaderWindow(QMainWindow):
    """Shows one document. Requests go to the session, the keywords and the preferences; their facts come back here."""

    def __init__(
        self,
        session: Session,
        keywords: Keywords,
        preferences: Preferences,
        stored: StoredWindow,
        runner: TaskRunner,
        crashes: CrashReports,
    ) -> None:
        super().__init__()
        self._session = session
        self._keywords = keywords
        self._preferences = preferences
        self._stored = stored
        self._appearance = Appearance(preferences, self)
        theme = self._appearance.theme
        self._actions = Actions(self, theme)
        self.article = Article(session, keywords, preferences, runner, theme)
        self._commands = Commands(session, keywords, preferences, self.article, self)
        self._announcements = Announcements(session, self.article.messages, crashes, self)
        self._outline = OutlinePanel(theme)
        self._keywords_panel = KeywordsPanel(theme)
        self._status = StatusFields()
        self._recent = RecentMenu(partial(session.recent_files, RECENT), self)
        self._engines, self._languages = engine_menu(self), language_menu(self)
        menu = QMenu(self)
        fill_window_menu(menu, self._actions, self._recent, self._engines, self._languages)
        self._toolbar = ToolBar(self._actions, menu, theme)
        self._page_controls = PageControls(theme, self)
        self._outline_dock = PanelDock("outline", self._outline, self._actions.outline)
        self._keywords_dock = PanelDock("keywords", self._keywords_panel, self._actions.keywords)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.article)
        self.setStatusBar(self._status)
        self._frame = WindowFrame(self, self._toolbar, self._outline_dock, self._keywords_dock)
        self._frame.restore(stored)
        self._actions.full_screen.setChecked(self.isFullScreen())
        self._wire()
        self.setStyleSheet(style_sheet(theme))
        self._show_preferences()
        self._show_keywords()
        self._show_document()

    def _wire(self) -> None:
        """All of the wiring: facts of the state first, then requests of the reader."""
        session, keywords, preferences = self._session, self._keywords, self._preferences
        session.opened.connect(self._show_document)
        session.rendition_changed.connect(self._show_rendition)
        session.outline_changed.connect(self._show_outline)
        session.filtered.connect(self._outline.set_filtered)
        keywords.changed.connect(self._show_keywords)
        keywords.counted.connect(self._show_counts)
        keywords.current_changed.connect(self._show_counts)
        preferences.changed.connect(self._show_preferences)
        self._appearance.changed.connect(self._show_theme)
        for owner in (keywords, preferences):
            owner.failed.connect(self._announcements.tell_of_error)

        article, commands = self.article, self._commands
        article.moved.connect(self._show_place)
        article.menu_requested.connect(self._open_article_menu)
        self._announcements.file_wanted.connect(commands.ask_file)
        self._announcements.encoding_wanted.connect(self._status.choose_encoding)
        self._outline.paragraph_requested.connect(article.go_to_paragraph)
        self._outline.filter_requested.connect(session.filter_outline)
        self._keywords_panel.add_requested.connect(keywords.add)
        self._keywords_panel.remove_requested.connect(keywords.remove)
        self._keywords_panel.switch_requested.connect(keywords.switch)
        self._keywords_panel.recolour_requested.connect(keywords.recolour)
        self._keywords_panel.step_requested.connect(lambda word, is_forward: article.step(is_forward, word))
        self._status.outline_requested.connect(self._open_filter)
        self._status.share_requested.connect(commands.ask_place)
        self._status.original_requested.connect(commands.compare)
        self._status.encoding_requested.connect(session.reload)
        self._toolbar.scripts.script_requested.connect(lambda script: preferences.set("script", script))
        self._toolbar.scripts.words_requested.connect(lambda is_on: preferences.set("has_regional_words", is_on))
        self._toolbar.page.clicked.connect(lambda: self._page_controls.popup_below(self._toolbar.page))
        self._page_controls.setting_requested.connect(preferences.set)
        self._recent.file_requested.connect(session.open)
        self._recent.forget_requested.connect(session.forget_recent_files)
        self._engines.requested.connect(lambda engine: preferences.set("engine", engine))
        self._languages.requested.connect(commands.choose_language)

        actions = self._actions
        actions.open.triggered.connect(commands.ask_file)
        actions.reload.triggered.connect(lambda: session.reload())
        actions.close.triggered.connect(self.close)
        actions.filter.triggered.connect(self._open_filter)
        actions.colour.triggered.connect(self._colour)
        actions.find.triggered.connect(self._open_entry)
        actions.next.triggered.connect(lambda: article.step(is_forward=True))
        actions.previous.triggered.connect(lambda: article.step(is_forward=False))
        actions.go_to.triggered.connect(commands.ask_place)
        actions.copy.triggered.connect(article.view.copy)
        actions.select_all.triggered.connect(article.view.select_all)
        actions.original.triggered.connect(commands.compare)
        actions.words.triggered.connect(lambda is_on: preferences.set("has_regional_words", is_on))
        for action, (_, _, script) in zip(actions.scripts, SCRIPTS, strict=True):
            action.triggered.connect(lambda _=False, script=script: preferences.set("script", script))
        actions.larger.triggered.connect(lambda: commands.resize_text(+1))
        actions.smaller.triggered.connect(lambda: commands.resize_text(-1))
        actions.usual_size.triggered.connect(lambda: preferences.set("font_size", Settings().font_size))
        actions.full_screen.triggered.connect(commands.set_full_screen)
        actions.dark.triggered.connect(self._appearance.switch_dark)
        actions.welcome.triggered.connect(commands.open_welcome)
        actions.about.triggered.connect(lambda: AboutDialog(self).exec())

    def open_welcome(self) -> None:
        """Open the short manual."""
        self._commands.open_welcome()

    def show_notice(self, notice: StoreNotice) -> None:
        """Say what is out of the ordinary about the program's own memory, if anything is."""
        self._announcements.tell_of_notice(notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stands, and where the reader is."""
        self._frame.save(self._stored)
        self._session.remember()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page its room."""
        super().resizeEvent(event)
        self._frame.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._session.open(path)

    def _show_document(self) -> None:
        document = self._session.document
        self._outline.clear()
        self._actions.set_document_open(document is not None)
        if document is None:
            self.setWindowTitle(_NAME)
            self._status.clear()
            return
        self.setWindowTitle(f"{document.title} — {_NAME}")
        self._status.show_encoding(document.encoding, document.format)
        self._show_rendition()
        self.article.setFocus()

    def _show_rendition(self) -> None:
        self._outline.set_text_source(self._opening_of)
        rendition = self._session.rendition
        if self._session.document is not None:
            has_words = self._preferences.settings.has_regional_words
            self._status.show_script(rendition.source, rendition.target, rendition.route is not None, has_words)

    def _opening_of(self, paragraph: int) -> str:
        document, starts = self._session.document, self._session.outline.starts
        if document is None or paragraph >= len(starts):
            return ""
        opening = document.block_at(starts[paragraph]).text.lstrip()[:_OPENING]
        return self._session.rendition.convert(opening).text

    def _show_outline(self) -> None:
        self._outline.set_outline(self._session.outline)
        self._show_place()

    def _show_place(self) -> None:
        outline, address = self._session.outline, self._session.address
        self._status.show_place(outline, address, self.article.share_read())
        self._outline.set_current(outline.paragraph_at(address))

    def _show_keywords(self) -> None:
        self._keywords_panel.set_rules(self._keywords.rules)
        self._show_counts()

    def _show_counts(self) -> None:
        self._keywords_panel.set_occurrences(self._keywords.occurrences, self._keywords.current)

    def _show_preferences(self) -> None:
        settings = self._preferences.settings
        self._session.show_in(settings.script, settings.has_regional_words, settings.engine)
        self._toolbar.scripts.show_choice(settings.script, settings.has_regional_words)
        self._actions.words.setChecked(settings.has_regional_words)
        self._page_controls.show_settings(settings)
        self._engines.show_choice(settings.engine)
        self._languages.show_choice(settings.language)

    def _show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(style_sheet(theme))
        parts = (self._actions, self._toolbar, self.article, self._outline, self._keywords_panel, self._page_controls)
        for part in parts:
            part.set_theme(theme)

    def _open_filter(self) -> None:
        self._outline_dock.set_wanted(True)
        self._outline.focus_filter()

    def _open_entry(self) -> None:
        self._keywords_dock.set_wanted(True)
        self._keywords_panel.focus_entry()

    def _open_article_menu(self, point: QPoint) -> None:
        article_menu(self._actions, self.article.selected_word(), self).popup(point)

    def _colour(self) -> None:
        if self._commands.colour_selection():
            self._keywords_dock.set_wanted(True)
        else:
            self._open_entry()
