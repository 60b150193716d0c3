"""The ways to convert that a reader can choose from."""

from __future__ import annotations

from enum import Enum


class Engine(Enum):
    """Who converts. The value is what the command line and the settings call it."""

    #: OpenCC's dictionaries, regional words judged by word bounds, sense and document.
    JIANFAN = "jianfan"
    #: OpenCC 1.4 to the character.
    OPENCC = "opencc"
    #: opencc-python-reimplemented with its own dictionaries, on the routes that it has.
    REIMPLEMENTED = "opencc-python-reimplemented"


#: The routes that opencc-python-reimplemented has.
REIMPLEMENTED_ROUTES = ("s2t", "s2tw", "s2twp", "s2hk", "t2s", "t2tw", "t2hk", "tw2s", "tw2sp", "hk2s")
