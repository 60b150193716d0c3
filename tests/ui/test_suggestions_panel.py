"""Chips of suggested words: how they look, what a click asks for, and how they are set in lines."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from reader.model.entity import EntityKind
from reader.model.suggested import Suggested, SuggestedWord
from reader.search.suggestion_worker import SuggestionWorker
from reader.state.suggestions import Suggestions
from reader.state.tasks import TaskRunner
from reader.store.store import Store
from reader.ui.flow_box import FlowBox
from reader.ui.suggestion_section import ChipLooks
from reader.ui.suggestions_panel import SuggestionsPanel
from reader.ui.theme import LIGHT

WORDS = (
    *(SuggestedWord(f"詞{number}", 30 - number) for number in range(20)),
    SuggestedWord("劉強", 9, EntityKind.PERSON),
    SuggestedWord("雷思維", 4, EntityKind.PERSON),
    SuggestedWord("三月", 1, EntityKind.DATE),
)


@pytest.fixture
def suggestions(qapp):
    store, runner = Store(None), TaskRunner()
    made = Suggestions(store.settings, runner, SuggestionWorker())
    made._suggested = Suggested(WORDS, 1.0)
    yield made
    runner.close()
    store.close()


@pytest.fixture
def panel(qtbot, suggestions):
    made = SuggestionsPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show()
    show(qtbot, made, suggestions, looks())
    return made


def show(qtbot, panel, suggestions, how: ChipLooks) -> None:
    """Shows suggestions, section by section, until all are there."""
    panel.show_suggestions(suggestions, how)
    qtbot.waitUntil(lambda: not panel._waiting)


def looks(**coloured: int) -> ChipLooks:
    return ChipLooks(lambda text: text.replace("劉強", "刘强"), coloured.get, LIGHT)


def chips(panel) -> dict[str, QToolButton]:
    found = [one for one in panel.findChildren(QToolButton) if one.objectName() == "chip" and not one.isHidden()]
    return {chip.text(): chip for chip in found}


def test_the_first_words_of_each_kind_are_shown_with_their_counts(panel):
    shown = list(chips(panel))
    assert shown[:2] == ["詞0 30", "詞1 29"]
    assert len(shown) == 12 + 3
    assert shown[12:] == ["刘强 9", "雷思維 4", "三月 1"]
    headings = [one.text() for one in panel.findChildren(QLabel) if one.objectName() == "heading" and one.isVisible()]
    assert headings == ["Keywords", "People", "Dates"]


def test_the_rest_is_a_click_away(panel):
    more = next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Show all")
    more.click()
    assert len(chips(panel)) == 20 + 3
    assert not more.isVisible()


def test_a_click_asks_for_a_colour(qtbot, panel):
    with qtbot.waitSignal(panel.word_requested) as heard:
        chips(panel)["刘强 9"].click()
    assert heard.args == ["劉強"]


def test_what_is_coloured_shows_its_colour(qtbot, panel, suggestions):
    show(qtbot, panel, suggestions, looks(劉強=3))
    chip = chips(panel)["刘强 9"]
    assert chip.isChecked()
    assert not chip.icon().isNull()
    assert chips(panel)["雷思維 4"].icon().isNull()


def test_names_can_be_made_a_list(qtbot, panel):
    buttons = [one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Make a list of these"]
    visible = [one for one in buttons if one.isVisible()]
    assert len(visible) == 1
    with qtbot.waitSignal(panel.list_requested) as heard:
        visible[0].click()
    assert heard.args == ["People", ["劉強", "雷思維"]]


def test_the_menu_of_a_word(qtbot, panel):
    menu = panel.word_menu("劉強")
    search, ignore, _, again = menu.actions()
    with qtbot.waitSignal(panel.search_requested) as heard:
        search.trigger()
    assert heard.args == ["劉強"]
    with qtbot.waitSignal(panel.ignore_requested) as heard:
        ignore.trigger()
    assert heard.args == ["劉強"]
    with qtbot.waitSignal(panel.forget_requested):
        again.trigger()


def test_it_is_wanted_when_it_is_seen(qtbot):
    made = SuggestionsPanel(LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.wanted):
        made.show()


def test_nothing_is_said_to_be_nothing(qtbot, panel, suggestions):
    suggestions._suggested = Suggested((), 1.0)
    show(qtbot, panel, suggestions, looks())
    assert panel.findChild(QLabel, "muted").text() == "Nothing to suggest."
    assert chips(panel) == {}


@pytest.mark.parametrize("width", [30, 90, 150, 400])
def test_widgets_flow_like_words(qtbot, width):
    box = FlowBox(4)
    qtbot.addWidget(box)
    box.resize(width, 10)
    box.show()
    buttons = [QPushButton("甲" * (1 + number % 4)) for number in range(9)]
    box.show_widgets(buttons)
    boxes = [button.geometry() for button in buttons]
    for number, place in enumerate(boxes):
        assert box.rect().contains(place)
        assert not any(place.intersects(other) for other in boxes[:number])
    order = [(place.top(), place.left()) for place in boxes]
    assert order == sorted(order)
    box.show_widgets(buttons[2:4])
    assert [button.isVisible() for button in buttons] == [number in (2, 3) for number in range(9)]
    assert buttons[2].pos().x() == 0
