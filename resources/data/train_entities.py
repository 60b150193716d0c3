"""Trains ``entities.crfsuite.z``, the tagger of people, places and organisations.

The data are Universal NER's Chinese-GSD (UNER_Chinese-GSD, version 1; CC BY-SA 4.0; resources/licenses/UNER.md), whose
files are not part of this tree; the model that is shipped was trained on the training and the dev split. The features
are those of ``reader/search/entity_features.py``, on the folded text.

Run from the root of the tree, with python-crfsuite installed:
``python resources/data/train_entities.py TRAIN.iob2 DEV.iob2``. Measuring is ``tests/benchmarks/entities.py``.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.search.entity_features import features  # noqa: E402 - the tree that the script stands in
from reader.search.fold import fold  # noqa: E402

OUTPUT = Path(__file__).with_name("entities.crfsuite.z")

#: Found best by cross-validation on the training split, strict F1 over two of four folds: .643. With another table of
#: name characters c1 .15 and c2 .6 had .652, where c1 .25 and c2 .1 had .645, hardly any c1 .644 (6.7 MB), and features
#: that stand there twice alone .641.
PARAMETERS = {
    "c1": 0.15,
    "c2": 0.6,
    "max_iterations": 150,
    "feature.minfreq": 1,
    "feature.possible_transitions": True,
}
#: Weights are rounded to so many parts of one: that changes no tag to speak of, and the file packs three times smaller.
PARTS = 64
#: CRFsuite's file: where the offset of the features stands; then a name, a size and a count before features of a kind,
#: a source, a target and a weight.
FEATURES_AT, FEATURES, FEATURE = struct.Struct("<28xI"), struct.Struct("<4sII"), struct.Struct("<IIId")


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
    """Train on the files that are named."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for path in sys.argv[1:]:
        for text, tags in sentences(Path(path)):
            trainer.append(features(fold(text)), with_ends(tags))
    with TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        OUTPUT.write_bytes(zlib.compress(rounded(model.read_bytes()), 9))
    print(f"{OUTPUT.stat().st_size} bytes")


def with_ends(tags: list[str]) -> list[str]:
    """IOB2 tags with the last of a name told, and the only one: names are told apart better so."""
    found = []
    for tag, following in zip(tags, [*tags[1:], "O"], strict=True):
        goes_on = following[0] == "I"
        found.append(tag if goes_on or tag == "O" else tag.replace("B-", "S-").replace("I-", "E-"))
    return found


def rounded(model: bytes) -> bytes:
    """A model with its weights rounded."""
    content = bytearray(model)
    (start,) = FEATURES_AT.unpack_from(content)
    name, _, count = FEATURES.unpack_from(content, start)
    if name != b"FEAT":
        raise ValueError("this is no model as CRFsuite 0.12 writes it")
    for at in range(start + FEATURES.size, start + FEATURES.size + count * FEATURE.size, FEATURE.size):
        kind, source, target, weight = FEATURE.unpack_from(content, at)
        FEATURE.pack_into(content, at, kind, source, target, round(weight * PARTS) / PARTS)
    return bytes(content)


if __name__ == "__main__":
    main()
