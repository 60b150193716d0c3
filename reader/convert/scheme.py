"""Which route leads from one script to another."""

from __future__ import annotations

from reader.convert.senses import Region
from reader.model.script import Script

_FROM_SIMPLIFIED = {
    Script.TRADITIONAL: ("s2t", "s2t"),
    Script.TAIWAN: ("s2tw", "s2twp"),
    Script.HONG_KONG: ("s2hk", "s2hkp"),
}
_TO_SIMPLIFIED = {
    Script.SIMPLIFIED: ("t2s", "t2s"),
    Script.TRADITIONAL: ("t2s", "tw2sp"),
    Script.TAIWAN: ("tw2s", "tw2sp"),
    Script.HONG_KONG: ("hk2s", "hk2sp"),
}
_BETWEEN = {
    (Script.TRADITIONAL, Script.TAIWAN): ("t2tw", "t2twp"),
    (Script.TRADITIONAL, Script.HONG_KONG): ("t2hk", "t2hkp"),
    (Script.TAIWAN, Script.TRADITIONAL): ("tw2t", "tw2t"),
    (Script.TAIWAN, Script.HONG_KONG): ("tw2hk", "tw2hkp"),
    (Script.HONG_KONG, Script.TRADITIONAL): ("hk2t", "hk2t"),
    (Script.HONG_KONG, Script.TAIWAN): ("hk2tw", "hk2twp"),
}


def scheme(source: Script, target: Script | None, has_regional_words: bool) -> str | None:
    """The route to take; None where the text stays as it is written.

    A traditional text never passes through a route for simplified ones, which would take its 后, 里 and 余 for the
    simplified forms of other characters. A simplified text shown as simplified loses the traditional characters that
    stand in it.

    Args:
        source: how the text is written.
        target: how it is to be shown; None as it is written.
        has_regional_words: whether words are to be those of the target's region, too.
    """
    if target is None or (source is target and source is not Script.SIMPLIFIED):
        return None
    if target is Script.SIMPLIFIED:
        return _TO_SIMPLIFIED[source][has_regional_words]
    if source is Script.SIMPLIFIED:
        return _FROM_SIMPLIFIED[target][has_regional_words]
    return _BETWEEN[source, target][has_regional_words]


#: By the end of their names, where routes lead.
_TARGETS = {"s": Script.SIMPLIFIED, "t": Script.TRADITIONAL, "tw": Script.TAIWAN, "hk": Script.HONG_KONG}


def target_of(route: str) -> Script | None:
    """The script that a route leads to; None if it is none of the Chinese ones."""
    return _TARGETS.get(route.partition("2")[2].removesuffix("p"))


def region(route: str) -> Region:
    """Whose words a text has that takes a route."""
    return Region.TAIWAN if route.startswith(("tw", "hk")) else Region.MAINLAND
