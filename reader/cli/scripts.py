"""The scripts by the names that the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from reader.model.script import Script

SCRIPTS: Mapping[str, Script] = {
    "simplified": Script.SIMPLIFIED,
    "traditional": Script.TRADITIONAL,
    "taiwan": Script.TAIWAN,
    "hong-kong": Script.HONG_KONG,
}

#: BCP-47 tags, which count in any case.
_TAGS = {
    "zh-hans": Script.SIMPLIFIED,
    "zh-cn": Script.SIMPLIFIED,
    "zh-hans-cn": Script.SIMPLIFIED,
    "zh-hant": Script.TRADITIONAL,
    "zh-tw": Script.TAIWAN,
    "zh-hant-tw": Script.TAIWAN,
    "zh-hk": Script.HONG_KONG,
    "zh-hant-hk": Script.HONG_KONG,
}


def script_named(name: str) -> Script:
    """The script of a name or of a language tag, for ``argparse``."""
    found = SCRIPTS.get(name) or _TAGS.get(name.lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"there is no script {name!r}; choose from {', '.join(SCRIPTS)}")
    return found
