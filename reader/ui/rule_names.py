"""What led to a conversion, in words for the reader."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.convert.explanation import Rule

#: Who decided besides dictionaries: the name of the rule, and what it is called.
_NAMES: dict[str, str] = {
    "own words": str(QT_TRANSLATE_NOOP("Rules", "Your own word")),
    "own choice": str(QT_TRANSLATE_NOOP("Rules", "Your choice here")),
    "mark": str(QT_TRANSLATE_NOOP("Rules", "Marked in the text")),
    "usage": str(QT_TRANSLATE_NOOP("Rules", "Usage of today")),
    "name": str(QT_TRANSLATE_NOOP("Rules", "A name in this document")),
    "first person": str(QT_TRANSLATE_NOOP("Rules", "余 means I in this document")),
    "distance": str(QT_TRANSLATE_NOOP("Rules", "A distance")),
    "foreign name": str(QT_TRANSLATE_NOOP("Rules", "A foreign name")),
    "village head": str(QT_TRANSLATE_NOOP("Rules", "A village head")),
    "surname": str(QT_TRANSLATE_NOOP("Rules", "A surname")),
    "says": str(QT_TRANSLATE_NOOP("Rules", "Before what is said")),
    "permit": str(QT_TRANSLATE_NOOP("Rules", "A permission")),
    "campaign": str(QT_TRANSLATE_NOOP("Rules", "A campaign")),
    "quotation marks": str(QT_TRANSLATE_NOOP("Rules", "Quotation marks of the region")),
    "full width": str(QT_TRANSLATE_NOOP("Rules", "Full-width punctuation")),
    "ellipsis": str(QT_TRANSLATE_NOOP("Rules", "Ellipsis")),
    "dash": str(QT_TRANSLATE_NOOP("Rules", "Dash")),
}


def rule_name(rule: Rule) -> str:
    """What the reader calls who decided: dictionaries have OpenCC's names."""
    name = _NAMES.get(rule.table)
    return QCoreApplication.translate("Rules", name) if name is not None else rule.table


def rules_text(rules: Iterable[Rule]) -> list[str]:
    """A line for each rule: who decided, and what became of what."""
    return [f"{rule_name(rule)}: {rule.word} → {rule.result}" for rule in rules]
