"""Marks of MediaWiki are shown as they are, or as they say for the script that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.converters import Converters
from reader.convert.marks import marked
from reader.convert.rendition import Manner, Rendition
from reader.convert.scheme import target_of
from reader.convert.stream import Stream
from reader.convert.words import OwnWords
from reader.model.script import Script

S, T, TW, HK = Script.SIMPLIFIED, Script.TRADITIONAL, Script.TAIWAN, Script.HONG_KONG
CODES = ("zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "zh-sg", "zh-my", "zh-mo")
CONVERTERS = Converters()
FORM = st.text("甲乙软件體aB:;-1 ", min_size=1, max_size=6).map(str.strip).filter(lambda form: form.strip(";: "))


@pytest.mark.parametrize(
    ("mark", "target", "shown"),
    [
        ("-{zh-hans:计算机;zh-hant:電腦;}-", S, "计算机"),
        ("-{zh-hans:计算机;zh-hant:電腦;}-", TW, "電腦"),
        ("-{zh-cn:出租车; zh-tw:計程車; zh-hk:的士;}-", HK, "的士"),
        ("-{zh-cn:出租车; zh-tw:計程車; zh-hk:的士}-", T, "計程車"),
        ("-{zh-cn:出租车; zh-tw:計程車; zh-hk:的士}-", S, "出租车"),
        ("-{zh-cn:出租车; zh-tw:計程車}-", HK, "計程車"),
        ("-{zh-hk:的士}-", S, "的士"),
        ("-{A|zh-hans:内存;zh-tw:記憶體}-", TW, "記憶體"),
        ("-{R|里長}-", S, "里長"),
        ("-{里;長:四}-", S, "里;長:四"),
        ("-{zh-tw:a:b;c}-", TW, "a:b;c"),
        ("-{zh-tw:}-", TW, "zh-tw:"),
    ],
)
def test_the_form_for_the_script_is_shown(mark, target, shown):
    (place,) = marked(f"前{mark}後", target)
    assert (place.start, place.end, place.result) == (1, len(mark) + 1, shown)


@given(st.dictionaries(st.sampled_from(CODES), FORM, min_size=1), st.sampled_from([*Script, None]), st.booleans())
def test_of_the_forms_one_is_shown_and_nothing_of_the_mark(forms, target, ends):
    forms = {code: form for code, form in forms.items() if not any(f"{other}:" in form for other in CODES)}
    if not forms:
        return
    mark = "-{" + ";".join(f"{code}:{form.strip(';')}" for code, form in forms.items()) + (";}-" if ends else "}-")
    (place,) = marked(mark, target)
    kept = {code: form.strip(";").strip() for code, form in forms.items()}
    assert place.result in kept.values()
    own = {S: "zh-hans", T: "zh-hant", TW: "zh-tw", HK: "zh-hk"}.get(target)
    if own in kept:
        assert place.result == kept[own]


@pytest.mark.parametrize("target", list(Script))
def test_a_page_shows_its_script(target):
    text = "搭-{zh-hans:出租车;zh-tw:計程車;zh-hk:的士}-去"
    shown = Rendition(S, Manner(target, True), CONVERTERS).convert(text)
    expected = {S: "出租车", T: "計程車", TW: "計程車", HK: "的士"}[target]
    assert shown.text == f"搭{expected}去"
    assert shown.alignment.source_length == len(text)


@pytest.mark.parametrize(
    ("route", "shown"), [("s2twp", "計程車"), ("s2hk", "的士"), ("t2s", "出租车"), (None, "出租车")]
)
def test_the_command_line_reads_them_with_own_words(route, shown):
    stream = Stream(route, CONVERTERS, words=OwnWords())
    assert "".join(stream.convert(["-{zh-hans:出租车;zh-tw:計程車;zh-hk:的士}-"])) == shown


def test_routes_lead_to_scripts():
    assert [target_of(route) for route in ("s2t", "hk2twp", "s2hkp", "tw2sp", "t2jp")] == [T, TW, HK, S, None]
