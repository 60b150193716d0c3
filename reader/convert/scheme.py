"""Which of OpenCC's configurations lead from one script to another."""

from __future__ import annotations

from reader.model.script import Script

_TO_STANDARD = {Script.TAIWAN: "tw2t", Script.HONG_KONG: "hk2t"}

_FROM_SIMPLIFIED = {
    Script.TRADITIONAL: ("s2t", "s2t"),
    Script.TAIWAN: ("s2tw", "s2twp"),
    Script.HONG_KONG: ("s2hk", "s2hkp"),
}
_FROM_STANDARD = {Script.TAIWAN: "t2tw", Script.HONG_KONG: "t2hk"}
_TO_SIMPLIFIED = {
    Script.SIMPLIFIED: ("t2s", "t2s"),
    Script.TRADITIONAL: ("t2s", "tw2sp"),
    Script.TAIWAN: ("tw2s", "tw2sp"),
    Script.HONG_KONG: ("hk2s", "hk2sp"),
}


def scheme(source: Script, target: Script | None, has_regional_words: bool) -> tuple[str, ...]:
    """The configurations to apply, in order; none where the text stays as it is written.

    A traditional text never passes through a configuration for simplified ones, which would take its 后, 里 and 余 for
    the simplified forms of other characters. A simplified text shown as simplified loses the traditional characters
    that stand in it. OpenCC has no regional words between the traditional standards.

    Args:
        source: how the text is written.
        target: how it is to be shown; None as it is written.
        has_regional_words: whether words are to be those of the target's region, too.
    """
    if target is None:
        return ()
    if target is Script.SIMPLIFIED:
        return (_TO_SIMPLIFIED[source][has_regional_words],)
    if source is Script.SIMPLIFIED:
        return (_FROM_SIMPLIFIED[target][has_regional_words],)
    if source is target:
        return ()
    steps = (_TO_STANDARD.get(source), _FROM_STANDARD.get(target))
    return tuple(step for step in steps if step is not None)
