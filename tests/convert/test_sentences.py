"""Sentences of everyday, news, law, medicine, history and sport come out as somebody there would write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.convert.converters import Converters
from reader.convert.guard import Guard
from reader.convert.matcher import LONG
from reader.convert.scheme import region

CONVERTERS = Converters()


def _sentences():
    for file in sorted(Path(__file__).with_name("sentences").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                text, _, wanted = line.partition("\t")
                yield file.stem, text, wanted.split(" ")


@pytest.mark.parametrize(("route", "text", "wanted"), [*_sentences()])
def test_sentences(route, text, wanted):
    shown = CONVERTERS.named(route).convert(text, Guard(region(route), is_simplified=route.startswith("s")))
    assert [one for one in wanted if one not in shown] == []


@pytest.mark.parametrize("route", ["s2tw", "s2twp", "tw2sp"])
def test_a_long_text_is_judged_like_its_sentences(route):
    converter, judge = CONVERTERS.named(route), Guard(region(route), is_simplified=route.startswith("s"))
    lines = [text for name, text, _ in _sentences() if name == route] * 20
    assert len("\n".join(lines)) > LONG
    assert converter.convert("\n".join(lines), judge).split("\n") == [converter.convert(line, judge) for line in lines]
