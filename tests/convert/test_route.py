"""Routes give what OpenCC gives, and say exactly what became what."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.convert.route import Route
from reader.convert.routes import OPENCC_ROUTES, ROUTES, recipe
from reader.model.position import Span

#: A Python whose ``opencc`` is the C++ one: it shares its name with opencc-python-reimplemented.
OPENCC = os.environ.get("JIANFAN_OPENCC_PYTHON")

ASK_OPENCC = """
import json, opencc, sys
asked = json.load(sys.stdin)
converters = {name: opencc.OpenCC(name) for name in {name for name, _ in asked}}
json.dump([converters[name].convert(text) for name, text in asked], sys.stdout)
"""


def _longest(tables, text, start):
    """What the first table that knows a word at a place has there: (length, result)."""
    for table in tables:
        for length in range(max(map(len, table.entries)), 0, -1):
            word = text[start : start + length]
            if len(word) == length and word in table.entries:
                return length, table.entries[word]
    return None


def _convert_part(link, text):
    pieces, start = [], 0
    while start < len(text):
        length, result = _longest(link, text, start) or (1, text[start])
        pieces.append(result)
        start += length
    return "".join(pieces)


def _parts(segmentation, text):
    if segmentation is None:
        return [text] if text else []
    found, start, begun = [], 0, 0
    while start < len(text):
        match = _longest([segmentation], text, start)
        if match is None:
            start += 1
            continue
        found += [text[begun:start], text[start : start + match[0]]]
        start = begun = start + match[0]
    return [part for part in [*found, text[begun:]] if part]


def plainly(recipe, text):
    """OpenCC's way to convert, step by step as its sources have it: slow, and plain enough to be read as right."""
    for link in recipe.normalization:
        text = _convert_part(link, text)
    shown = []
    for part in _parts(recipe.segmentation, text):
        for link in recipe.chain:
            part = _convert_part(link, part)
        shown.append(part)
    return "".join(shown)


@pytest.fixture(scope="session")
def routes(dictionaries):
    return {name: Route(recipe(dictionaries, name)) for name in ROUTES}


@pytest.fixture(scope="session")
def vocabulary(dictionaries):
    """Words that can come into each other's way: what the tables of all routes know that is not rare."""
    words = set()
    for name in OPENCC_ROUTES:
        found = dictionaries.recipe(name)
        for table in (table for link in found.chain for table in link):
            words.update(list(table.entries)[:: max(1, len(table.entries) // 400)])
    return sorted(words)


def test_all_of_openccs_cases(routes, opencc_cases):
    assert len(opencc_cases) == 556
    wrong = [(name, text) for name, text, expected in opencc_cases if routes[name].convert(text) != expected]
    assert not wrong


@pytest.mark.parametrize("name", ROUTES)
@given(data=st.data())
@settings(max_examples=40)
def test_routes_do_what_the_reference_does(routes, dictionaries, vocabulary, name, data):
    words = st.one_of(
        st.sampled_from(vocabulary), st.sampled_from(vocabulary).map(lambda word: word[1:]), st.text(max_size=3)
    )
    text = "".join(data.draw(st.lists(words, max_size=25)))
    expected = plainly(recipe(dictionaries, name), text)
    assert routes[name].convert(text) == expected
    conversion = routes[name].convert_aligned(text)
    assert conversion.text == expected
    assert conversion.alignment.source_length == len(text)
    assert conversion.alignment.shown_length == len(expected)


def test_a_long_text_is_converted_like_its_lines(routes):
    line = "这个软件里面的头发，用鼠标和𠮷野家的计算机程序𫖯。\n"
    text = line * 8000
    for name in ("s2t", "s2twp", "tw2sp", "t2jp"):
        assert routes[name].convert(text) == routes[name].convert(line) * 8000
        assert routes[name].convert_aligned(text).text == routes[name].convert(line) * 8000


def test_marks_in_the_text_are_text(routes):
    text = "软件\ufdd0鼠标\ufdd1里\U000f0000" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
    assert routes["s2twp"].convert(text) == text.replace("软件", "軟體").replace("鼠标", "滑鼠").replace("里", "裡")


def test_lone_surrogates_are_left_alone(routes):
    text = "软件\ud800" * 20_000
    assert routes["s2t"].convert(text) == "軟件\ud800" * 20_000


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("tw2hk", "裡面的線上說明", "裏面的線上説明"),
        ("hk2tw", "裏面的線上説明", "裡面的線上說明"),
        ("hk2twp", "的士上的打印機", "計程車上的印表機"),
        ("tw2hkp", "計程車上的滑鼠", "出租車上的滑鼠"),
        ("t2twp", "鼠標和軟件", "滑鼠和軟體"),
        ("tw2tp", "滑鼠和軟體", "鼠標和軟件"),
        ("t2hkp", "鼠標和概率", "滑鼠和概率"),
        ("hk2tp", "滑鼠", "鼠標"),
    ],
)
def test_routes_between_the_standards(routes, name, text, shown):
    assert routes[name].convert(text) == shown


def test_between_the_standards_nothing_becomes_simplified(routes):
    text = "皇后在里長家，余先生於干支紀年只寫了范仲淹雲遊"
    for name in ("tw2hk", "hk2tw", "tw2hkp", "hk2twp", "tw2tp", "hk2tp"):
        assert set(routes[name].convert(text)) - set(text) <= {"裏", "裡"}


def test_the_alignment_leads_to_the_word(routes):
    text = "台湾的互联网服务器和出租车"
    conversion = routes["s2twp"].convert_aligned(text)
    assert conversion.text == "臺灣的網際網路伺服器和計程車"
    for word, shown in (("互联网", "網際網路"), ("服务器", "伺服器"), ("出租车", "計程車"), ("的", "的")):
        start = text.index(word)
        span = conversion.alignment.shown_span(Span(start, start + len(word)))
        assert conversion.text[span.start : span.end] == shown


@pytest.mark.skipif(OPENCC is None, reason="JIANFAN_OPENCC_PYTHON names no Python with the C++ OpenCC")
def test_whole_texts_come_out_as_from_opencc(routes, real_texts, opencc_cases):
    texts = [*real_texts.values(), *(text for _, text, _ in opencc_cases)]
    for name in OPENCC_ROUTES:
        asked = [(name, text) for text in texts if "\0" not in text]
        ran = subprocess.run(
            [OPENCC, "-c", ASK_OPENCC], input=json.dumps(asked), capture_output=True, text=True, check=True
        )
        for (_, text), expected in zip(asked, json.loads(ran.stdout), strict=True):
            assert routes[name].convert(text) == expected
            assert routes[name].convert_aligned(text[:100_000]).text == routes[name].convert(text[:100_000])
