"""A query finds what it asks for, and says how near each match comes to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.query import SAME_SCRIPT, Query, Tier
from reader.model.script import Script
from reader.search.finder import finder_of
from reader.search.fold import fold
from reader.search.regional import regional_forms


def found(query: Query | str, text: str, convert=None) -> list[tuple[str, str]]:
    query = Query(query) if isinstance(query, str) else query
    return [(text[start:end], tier.word) for start, end, tier in finder_of(query, convert).find(text)]


def test_tiers():
    text = "臺灣、台灣、台湾、臺湾"
    assert found("臺灣", text) == [("臺灣", "exact"), ("台灣", "variant"), ("台湾", "script"), ("臺湾", "script")]
    assert found("Jian", "jian ＪＩＡＮ Jian") == [("jian", "variant"), ("ＪＩＡＮ", "variant"), ("Jian", "exact")]


def test_exact_script():
    text = "臺灣、台灣、台湾"
    assert found(Query("臺灣", tiers=SAME_SCRIPT), text) == [("臺灣", "exact"), ("台灣", "variant")]
    assert found(Query("臺灣", tiers=frozenset({Tier.EXACT})), text) == [("臺灣", "exact")]


@pytest.mark.parametrize("word", ["软件", "軟體", "軟件"])
def test_regional_words(word):
    text = "这个软件，這個軟體，這個軟件"
    assert {match for match, _ in found(word, text)} == {"软件", "軟體", "軟件"}
    without = found(Query(word, tiers=frozenset(Tier) - {Tier.REGIONAL}), text)
    assert {fold(match) for match, _ in without} == {fold(word)}
    assert all(tier != "regional" for _, tier in without)


@pytest.mark.parametrize("word", ["出租车", "計程車", "的士"])
def test_regional_words_of_three_places(word):
    assert {match for match, _ in found(word, "出租車、計程車、的士")} == {"出租車", "計程車", "的士"}


def test_regional_words_inside_a_query():
    assert found("出租车司机", "計程車司機來了") == [("計程車司機", "regional")]
    assert fold("巨集偉") not in regional_forms("宏偉")
    assert regional_forms("沒有這回事") == []


@given(st.text("软件出租车司机与a", max_size=12))
def test_regional_forms_are_other_folded_texts(text):
    forms = regional_forms(text)
    assert len(set(forms)) == len(forms) <= 16
    assert fold(text) not in forms
    assert all(fold(form) == form for form in forms)


def test_readings_of_a_traditional_word(to_traditional):
    assert found("後", "皇后以后说", to_traditional) == [("后", "reading"), ("后", "script")]
    assert found("髮", "头发与发展", to_traditional) == [("发", "script"), ("发", "reading")]
    assert found("裡", "心里，公里说", to_traditional) == [("里", "script"), ("里", "reading")]
    assert found("乾", "饼干、干部、干涉", to_traditional) == [("干", "script"), ("干", "reading"), ("干", "reading")]


def test_readings_of_a_word_of_both_scripts(to_traditional):
    text = "皇后，以後"
    assert found("后", text, to_traditional) == [("后", "exact"), ("後", "script")]
    asked = Query("后", script=Script.SIMPLIFIED)
    assert found(asked, text, to_traditional) == [("后", "reading"), ("後", "script")]
    asked = Query("后", script=Script.TRADITIONAL)
    assert found(asked, "皇后以后说", to_traditional) == [("后", "exact"), ("后", "reading")]


def test_a_traditional_text_is_not_converted(to_traditional):
    # 裡 stands there as it is; only the surroundings tell that 里 does too.
    assert found("里", "這裡說，鄰里", to_traditional)[1] == ("里", "exact")
    assert found("发", "理髮後發現", to_traditional) == [("髮", "reading"), ("發", "script")]


@given(st.text("后後里裡发髮發皇以头頭，\n", max_size=30), st.sampled_from(["后", "後", "裡", "发", "髮"]))
def test_no_reading_is_hidden(to_traditional, text, word):
    assert len(found(word, text, to_traditional)) == fold(text).count(fold(word))


def test_a_converter_that_changes_the_length_ranks_nothing():
    assert found("後", "皇后说", lambda text: text + "!") == [("后", "script")]


def test_whole_words():
    assert found(Query("京", is_whole_word=True), "北京與南京") == []
    assert found(Query("北京", is_whole_word=True), "他在北京工作") == [("北京", "exact")]
    assert found(Query("art", is_whole_word=True), "art start Art") == [("art", "exact"), ("Art", "variant")]
    assert found(Query("學生", is_whole_word=True), "大学生和学生") == [("学生", "script")]


def test_all_words_in_one_paragraph():
    text = "濟南與臨夏\n濟南\n临夏和济南、临夏"
    assert [match for match, _ in found("濟南 臨夏", text)] == ["濟南", "臨夏", "临夏", "济南", "临夏"]
    assert [match for match, _ in found("濟南 -臨夏", text)] == ["濟南"]
    assert [match for match, _ in found('"濟南與" -蘭州', text)] == ["濟南與"]
    assert found("濟南 蘭州", text) == []


def test_words_near_each_other():
    text = "濟南到臨夏，臨夏與遠方的濟南\n濟南\n臨夏"
    assert [match for match, _ in found("濟南 ~1 臨夏", text)] == ["濟南到臨夏"]
    assert [match for match, _ in found("臨夏 ~4 濟南", text)] == ["濟南到臨夏", "臨夏與遠方的濟南"]
    assert found("济南 ~0 到", text) == [("濟南到", "script")]


def test_expressions_stand_on_the_source():
    pattern = Query("(?<=濟)南.", is_pattern=True)
    assert found(pattern, "濟南市，济南市\n濟南\n") == [("南市", "exact")]
    assert found(Query("^.|x*", is_pattern=True), "ab\r\nc") == [("a", "exact"), ("c", "exact")]
    assert found(Query("art", is_pattern=True, is_whole_word=True), "start art") == [("art", "exact")]


def test_nothing_is_asked():
    assert found("  ", "a b") == []
    assert finder_of(Query("")).reach == 0


TEXTS = st.text("济濟南到a A\n", max_size=40)


@given(TEXTS, st.text("济濟南a ", max_size=6), st.booleans())
def test_matches_ascend_and_share_nothing(text, query, is_whole_word):
    at = 0
    for start, end, _ in finder_of(Query(query, is_whole_word=is_whole_word)).find(text):
        assert at <= start < end <= len(text)
        at = end
