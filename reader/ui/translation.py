"""The language of the window."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.resources import resource

#: Languages that the window speaks besides English, and Qt's own catalogues for its dialogs.
LANGUAGES = {"zh_TW": "qtbase_zh_TW", "zh_CN": "qtbase_zh_CN"}

#: What the languages that can be chosen call themselves.
LANGUAGE_NAMES = {"zh_TW": "繁體中文", "zh_CN": "简体中文", "en": "English"}

#: What Qt's dialogs say and its own catalogues have in no Chinese.
QT_TEXTS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Double Sided Printing"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Off"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Long side binding"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Short side binding"),
)

_TRADITIONAL_TERRITORIES = (
    QLocale.Country.Taiwan,
    QLocale.Country.HongKong,
    QLocale.Country.Macao,
)


class CatalogueTranslator(QTranslator):
    """Translates from a JSON file: by context, then by the English text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._texts: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        """Whether there is nothing in it."""
        return not self._texts

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text in the other language; None if it has none."""
        return self._texts.get(context, {}).get(source)


def catalogue_of(language: str, locale: QLocale | None = None) -> str:
    """The language of the window: one of ``LANGUAGES``, or ``en``.

    Args:
        language: the reader's choice; empty for the system's.
        locale: the system's, if it is not to be asked.
    """
    if language:
        return language if language in LANGUAGES else "en"
    system = locale or QLocale.system()
    if system.language() != QLocale.Language.Chinese:
        return "en"
    is_traditional = (
        system.script() == QLocale.Script.TraditionalChineseScript or system.territory() in _TRADITIONAL_TERRITORIES
    )
    return "zh_TW" if is_traditional else "zh_CN"


def install_translation(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let the application speak a language (see ``catalogue_of``).

    Returns:
        The translators, which have to be kept for as long as the application lives.
    """
    catalogue = catalogue_of(language)
    if catalogue not in LANGUAGES:
        return []
    own = CatalogueTranslator(resource("i18n", f"{catalogue}.json"))
    dialogs = QTranslator()
    translators: list[QTranslator] = [own]
    if dialogs.load(LANGUAGES[catalogue], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        translators.insert(0, dialogs)
    for translator in translators:
        application.installTranslator(translator)
    return translators
