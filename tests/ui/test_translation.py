"""The language of the window: which one it is, and what happens to what is not translated."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QLocale, QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QFileIconProvider,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from reader.ui.encoding_chooser import EncodingChooser
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.message_bar import MessageBar
from reader.ui.outline_panel import OutlinePanel
from reader.ui.page_controls import PageControls
from reader.ui.results_panel import ResultsPanel
from reader.ui.script_control import ScriptControl
from reader.ui.search_field import SearchField
from reader.ui.search_options import SearchOptions
from reader.ui.status_fields import StatusFields
from reader.ui.theme import LIGHT
from reader.ui.translation import (
    LANGUAGE_NAMES,
    LANGUAGES,
    CatalogueTranslator,
    catalogue_of,
    install_translation,
)


@pytest.fixture
def speak(qapp):
    """Lets the application speak a language until the test is over."""
    installed = []

    def install(language: str) -> None:
        installed.extend(install_translation(qapp, language))

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zh_TW", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh_MO", "zh_TW"),
        ("zh_Hant", "zh_TW"),
        ("zh_Hant_CN", "zh_TW"),
        ("zh_CN", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("zh", "zh_CN"),
        ("en_US", "en"),
        ("de_DE", "en"),
        ("ja_JP", "en"),
        ("C", "en"),
    ],
)
def test_the_systems_language(name, expected):
    assert catalogue_of("", QLocale(name)) == expected


@pytest.mark.parametrize(
    ("choice", "expected"), [("zh_TW", "zh_TW"), ("zh_CN", "zh_CN"), ("en", "en"), ("fr", "en"), ("zh", "en")]
)
def test_the_readers_choice_goes_before_the_systems(choice, expected):
    assert catalogue_of(choice, QLocale("zh_TW")) == expected
    assert catalogue_of(choice) == expected


def test_every_language_has_a_name():
    assert LANGUAGE_NAMES.keys() == {*LANGUAGES, "en"}


def test_a_catalogue_is_asked_by_context_and_text(qapp, tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"A": {"Open": "開啟"}, "B": {"Open": "打開"}}), encoding="utf-8")
    translator = CatalogueTranslator(path)
    assert not translator.isEmpty()
    qapp.installTranslator(translator)
    translate = QCoreApplication.translate
    assert translate("A", "Open") == "開啟"
    assert translate("B", "Open") == "打開"
    assert translate("A", "Close") == "Close"
    assert translate("C", "Open") == "Open"
    qapp.removeTranslator(translator)
    assert translate("A", "Open") == "Open"


def test_an_empty_catalogue(tmp_path):
    path = tmp_path / "own.json"
    path.write_text("{}", encoding="utf-8")
    assert CatalogueTranslator(path).isEmpty()


def test_a_class_is_its_own_context(qapp, tmp_path):
    class Bar(QObject):
        def label(self) -> str:
            return self.tr("Reload")

    path = tmp_path / "own.json"
    path.write_text(json.dumps({"Bar": {"Reload": "重新載入"}}), encoding="utf-8")
    translator = CatalogueTranslator(path)
    qapp.installTranslator(translator)
    assert Bar().label() == "重新載入"
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(("language", "text", "cancel"), [("zh_TW", "重新載入", "取消"), ("zh_CN", "重新加载", "取消")])
def test_the_window_and_the_dialogs_of_qt_speak_it(qtbot, speak, language, text, cancel):
    speak(language)
    assert QCoreApplication.translate("MessageBar", "Reload") == text
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert cancel in box.button(QDialogButtonBox.StandardButton.Cancel).text()


PARTS = {
    "outline": lambda: OutlinePanel(LIGHT),
    "keywords": lambda: KeywordsPanel(LIGHT),
    "results": lambda: ResultsPanel(SearchOptions(), LIGHT),
    "search": lambda: SearchField(SearchOptions(), LIGHT),
    "encoding": lambda: EncodingChooser(LIGHT),
    "message": lambda: MessageBar(LIGHT),
    "page": lambda: PageControls(LIGHT),
    "script": ScriptControl,
    "status": StatusFields,
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_window_stays_english(qtbot, speak, language, part):
    speak(language)
    widget = PARTS[part]()
    qtbot.addWidget(widget)
    said: set[str] = set()
    for child in (widget, *widget.findChildren(QWidget)):
        said |= {child.toolTip(), child.accessibleName(), child.accessibleDescription()}
        said |= {action.text() for action in child.actions() if action.objectName() != "_q_qlineeditclearaction"}
        if isinstance(child, QLabel | QAbstractButton):
            said.add(child.text())
        if isinstance(child, QLineEdit):
            said.add(child.placeholderText())
    words = {text for text in said if re.search("[A-Za-z]", text)}
    assert [text for text in words if not re.search("[\u3400-\u9fff]", text)] == []
    assert any(re.search("[\u3400-\u9fff]", text) for text in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_large_dialogs_of_qt_have_no_english_left(qtbot, speak, language, tmp_path):
    speak(language)
    files = QFileDialog(None, "", str(tmp_path))
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    for dialog in (files, QPrintDialog(QPrinter())):
        qtbot.addWidget(dialog)
        labels = [label.text() for label in dialog.findChildren(QLabel)]
        said = labels + [button.text() for button in dialog.findChildren(QAbstractButton)]
        said += [box.title() for box in dialog.findChildren(QGroupBox)]
        assert [text for text in said if re.search("[A-Za-z]{2}", text)] == []
    assert re.search("[\u3400-\u9fff]", QFileIconProvider().type(QFileInfo(str(tmp_path))))


def test_english_needs_no_catalogue(qapp, speak):
    assert install_translation(qapp, "en") == []
    assert QCoreApplication.translate("MessageBar", "Reload") == "Reload"
