"""``jianfan search``: finds words in a text, in whatever script they are written."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from reader.cli.output import write, write_json_array
from reader.cli.typed import as_typed
from reader.convert.converters import Converters
from reader.formats.registry import open_document
from reader.model.query import EVERY_TIER, Query, Tier
from reader.search.answers import MatchRecord, search_document


def run(arguments: Sequence[str]) -> int:
    """Search; the exit status. Finding nothing is no failure."""
    asked = _parser().parse_intermixed_args(arguments)
    tiers = frozenset[Tier]().union(*asked.tier) if asked.tier else EVERY_TIER
    with closing(open_document(asked.file)) as document:
        *_, outline = document.outlines()
        queries = [Query(term, tiers=tiers) for term in asked.terms]
        found = search_document(document, outline, queries, _to_traditional)
        if asked.json:
            write_json_array(map(asdict, found))
        else:
            for line in _legible(found):
                write(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jianfan search",
        description="Find words in a text, in whatever script and region's words they are written.",
        epilog='A TERM is written as in the search box: words that stand in one paragraph, "a phrase", -without, '
        "one ~5 other. What any of several terms finds is printed. Before a term that begins with -, write --.",
    )
    parser.add_argument(
        "--tier",
        type=_tiers,
        action="append",
        metavar="TIER",
        help=f"only matches that are so near: {', '.join(tier.word for tier in Tier)}; several with commas between",
    )
    parser.add_argument("--json", action="store_true", help="an array of matches")
    parser.add_argument("file", type=Path, metavar="FILE", help="where to look")
    parser.add_argument("terms", nargs="+", type=as_typed, metavar="TERM", help="what to look for")
    return parser


def _tiers(words: str) -> frozenset[Tier]:
    try:
        return frozenset(Tier.of_word(word.strip()) for word in words.split(","))
    except KeyError as error:
        raise argparse.ArgumentTypeError(
            f"there is no tier {error}; choose from {', '.join(tier.word for tier in Tier)}"
        ) from error


def _legible(found: Iterator[MatchRecord]) -> Iterator[str]:
    for match in found:
        yield f"¶{match.block + 1}:{match.start}\t{match.tier}\t{match.text}\t{' '.join(match.excerpt.split())}\n"


#: Reads its dictionaries when a word of several readings is looked for, and not before.
_converters = Converters()


def _to_traditional(clause: str) -> str:
    return _converters.named("s2t").convert(clause)
