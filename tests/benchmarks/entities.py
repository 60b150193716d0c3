"""Measures the names that are found, by strict spans, beside the names in rjieba's own tags.

A span counts when its start, its end and its kind are right. The file is a split of UNER Chinese-GSD. The model that is
shipped has seen the training and the dev split; the test split is for the last word only, and nothing was tuned on it.

Run from the root of the tree: ``python tests/benchmarks/entities.py TEST.iob2``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import rjieba

from reader.model.entity import EntityKind
from reader.search.entities import find_entities
from reader.search.fold import fold
from reader.search.name_tagger import tag_names, tag_spans

Span = tuple[int, int, str]
NAMES = {EntityKind.PERSON: "PER", EntityKind.PLACE: "LOC", EntityKind.ORGANISATION: "ORG"}
RJIEBA = {"nr": "PER", "nrt": "PER", "nrfg": "PER", "ns": "LOC", "nt": "ORG"}


def sentences(path: Path) -> Iterator[tuple[str, set[Span]]]:
    """Each sentence with its gold spans, in code points."""
    text, tags = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            _, word, tag = line.split("\t")[:3]
            text += word
            tags += [tag] + [tag.replace("B-", "I-")] * (len(word) - 1)
        elif not line and text:
            yield text, set(tag_spans(tags))
            text, tags = "", []


def by_rjieba(text: str) -> set[Span]:
    """The names among rjieba's words."""
    found, at = set(), 0
    for word, part in rjieba.tag(fold(text)):
        if part in RJIEBA:
            found.add((at, at + len(word), RJIEBA[part]))
        at += len(word)
    return found


def by_tagger(text: str) -> set[Span]:
    """The names that the tagger alone finds."""
    return {(one.start, one.end, NAMES[one.kind]) for one in tag_names(fold(text))}


def by_us(text: str) -> set[Span]:
    """The names that the program shows."""
    return {(one.start, one.end, NAMES[one.kind]) for one in find_entities(text) if one.kind in NAMES}


def main() -> None:
    """Print precision, recall and F1 of each."""
    gold = list(sentences(Path(sys.argv[1])))
    finders: tuple[tuple[str, Callable[[str], set[Span]]], ...] = (
        ("rjieba's tags", by_rjieba),
        ("tagger alone", by_tagger),
        ("with the document pass", by_us),
    )
    print(f"{'':24}{'P':>6}{'R':>6}{'F1':>6}   PER   LOC   ORG")
    for name, find in finders:
        pairs = [(find(text), spans) for text, spans in gold]
        row = [score(pairs, kinds) for kinds in ({"PER", "LOC", "ORG"}, {"PER"}, {"LOC"}, {"ORG"})]
        print(f"{name:24}" + "".join(f"{value:6.3f}" for value in (*row[0], *(one[2] for one in row[1:]))))


def score(pairs: list[tuple[set[Span], set[Span]]], kinds: set[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over some kinds of names."""
    right = found = wanted = 0
    for one, other in pairs:
        mine, theirs = ({span for span in spans if span[2] in kinds} for spans in (one, other))
        right += len(mine & theirs)
        found += len(mine)
        wanted += len(theirs)
    return right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted)


if __name__ == "__main__":
    main()
