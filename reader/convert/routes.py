"""The routes from one way of writing Chinese to another: OpenCC's sixteen, and those put together from their links."""

from __future__ import annotations

from reader.convert.dictionaries import Dictionaries, Recipe

OPENCC_ROUTES = (
    "s2t", "s2tw", "s2twp", "s2hk", "s2hkp", "t2s", "tw2s", "tw2sp", "hk2s", "hk2sp",
    "t2tw", "t2hk", "tw2t", "hk2t", "t2jp", "jp2t",
)  # fmt: skip

#: Links of OpenCC's configurations, one after the other. Simplified text lies on neither side of any of these links, so
#: a traditional text keeps the characters (后, 里, 余) that a way over simplified text would lose.
_LINKS = {
    "tw2hk": (("tw2t", 0), ("t2hk", 0)),
    "hk2tw": (("hk2t", 0), ("t2tw", 0)),
    "t2twp": (("s2twp", 1),),
    "t2hkp": (("s2hkp", 1),),
    "tw2tp": (("tw2sp", 0),),
    "hk2tp": (("hk2sp", 0),),
    "tw2hkp": (("tw2sp", 0), ("s2hkp", 1)),
    "hk2twp": (("hk2sp", 0), ("s2twp", 1)),
}

#: All routes. A name says from where to where: ``s`` simplified, ``t`` traditional as OpenCC has it, ``tw``, ``hk``,
#: ``jp``; a ``p`` at the end has the regional words changed, too.
ROUTES = (*OPENCC_ROUTES, *_LINKS)

#: Those of them that lead to simplified text.
TO_SIMPLIFIED = frozenset({"t2s", "tw2s", "tw2sp", "hk2s", "hk2sp"})


def recipe(dictionaries: Dictionaries, route: str) -> Recipe:
    """What to do on a route.

    Raises:
        KeyError: there is no such route.
    """
    if route in OPENCC_ROUTES:
        return dictionaries.recipe(route)
    parts = [(dictionaries.recipe(name), index) for name, index in _LINKS[route]]
    return Recipe(parts[0][0].normalization, None, tuple(part.chain[index] for part, index in parts))
