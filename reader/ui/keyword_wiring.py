"""Joins the panel of the keyword lists with the lists."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from reader.ui.colouring import Colouring
from reader.ui.keyword_commands import KeywordCommands
from reader.ui.owners import Owners
from reader.ui.window_parts import WindowParts


def wire_keywords(window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
    """Facts come down to the panel, what the reader asks there goes up."""
    keywords, panel, article = owners.keywords, parts.keywords, parts.article
    commands = KeywordCommands(keywords, owners.runner, article.messages, window)

    def show_lists() -> None:
        panel.set_lists(keywords.lists, keywords.places, keywords.can_limit)

    keywords.changed.connect(show_lists)
    keywords.places.failed.connect(parts.announcements.tell_of_error)
    for fact in (keywords.places.counted, keywords.places.current_changed, keywords.places.changed):
        fact.connect(panel.show_counts)
    panel.add_requested.connect(keywords.add)
    panel.keyword_requested.connect(keywords.set_keyword)
    panel.remove_requested.connect(commands.remove_word)
    panel.move_requested.connect(keywords.move)
    panel.list_requested.connect(keywords.set_list)
    panel.limit_requested.connect(keywords.limit_list)
    panel.list_move_requested.connect(keywords.move_list)
    panel.list_remove_requested.connect(commands.remove)
    panel.rename_requested.connect(commands.rename)
    panel.new_list_requested.connect(commands.make_list)
    panel.import_requested.connect(commands.import_lists)
    panel.export_requested.connect(commands.export_lists)
    panel.step_requested.connect(lambda words, is_forward: article.step(is_forward, words))
    colouring = Colouring(article, keywords, parts.appearance.theme)
    parts.appearance.changed.connect(colouring.popover.set_theme)
    colouring.search_requested.connect(parts.actions.find.trigger)
    parts.forms.setting_requested.connect(owners.preferences.set)
    owners.preferences.changed.connect(lambda: parts.forms.show_settings(owners.preferences.settings))
    parts.forms.show_settings(owners.preferences.settings)
    show_lists()
