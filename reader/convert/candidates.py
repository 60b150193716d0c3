"""What else could be shown for a piece of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.convert.explanation import Rule, is_regional

#: Candidates that are worth offering.
_MOST = 8


def candidates(
    source: str,
    shown: str,
    rules: tuple[Rule, ...],
    forms: Callable[[str], tuple[str, ...]],
    to_standard: Callable[[str], str],
) -> tuple[str, ...]:
    """What could be shown for a piece, what is shown first; each once, at most a handful.

    Args:
        source: the piece as written.
        shown: as it is shown.
        rules: that led there.
        forms: of a character, in the script that is shown.
        to_standard: writes what dictionaries have in the standard that is shown.
    """
    found = dict.fromkeys((shown, *_others(shown, rules, to_standard)))
    if len(source) == len(shown):
        for index, character in enumerate(source):
            for form in forms(character):
                found[shown[:index] + to_standard(form) + shown[index + 1 :]] = None
    # What is written can be chosen, too, however many there are.
    kept = [one for one in found if one and one != source][: _MOST - 1]
    return (*kept, source) if source != shown else (source, *kept)


def _others(shown: str, rules: tuple[Rule, ...], to_standard: Callable[[str], str]) -> Iterator[str]:
    """What the dictionaries have besides, put where the rule's own result stands; for regional words, their own."""
    for rule in rules:
        result = next((one for one in (rule.result, to_standard(rule.result)) if one in shown), None)
        if result is not None:
            others = (rule.word, *rule.others) if is_regional(rule) else rule.others
            yield from (shown.replace(result, to_standard(other), 1) for other in others)
