"""Trains ``entities.crfsuite``, the tagger of people, places and organisations, and measures it.

The data are Universal NER's Chinese-GSD (UNER_Chinese-GSD, version 1; CC BY-SA 4.0; resources/licenses/UNER.md), whose
files are not part of this tree. The features are those of ``reader/search/entity_features.py``, on the folded text.

Run from the root of the tree, with python-crfsuite installed: ``python resources/data/train_entities.py TRAIN.iob2``.
Measuring is ``tests/benchmarks/entities.py``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.search.entity_features import features  # noqa: E402 - the tree that the script stands in
from reader.search.fold import fold  # noqa: E402

OUTPUT = Path(__file__).with_name("entities.crfsuite")

#: Found best by trial on the dev split, among models of 0.9 to 3.8 MB; the test split was not looked at.
PARAMETERS = {
    "c1": 0.5,
    "c2": 0.05,
    "max_iterations": 150,
    "feature.minfreq": 1,
    "feature.possible_transitions": True,
}


def sentences(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The sentences of an IOB2 file, each with a tag for every character."""
    text, tags = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if not line.strip():
            if text:
                yield text, tags
            text, tags = "", []
        elif not line.startswith("#"):
            _, word, tag = line.split("\t")[:3]
            text += word
            tags += [tag] + [tag.replace("B-", "I-")] * (len(word) - 1)


def main() -> None:
    """Train on the file that is named."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for text, tags in sentences(Path(sys.argv[1])):
        trainer.append(features(fold(text)), tags)
    trainer.train(str(OUTPUT))
    print(f"{OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
