"""What the command line prints."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from reader.model.query import Query
from reader.search.answers import keywords_of, list_of_words, search_document
from reader.search.errors import BadPattern


def records(document, *queries: Query, convert=None):
    *_, outline = document.outlines()
    return list(search_document(document, outline, queries, convert))


def test_a_record_has_what_the_json_names(document_of):
    found = records(document_of("題目\n\n　　由濟南到济南。\n"), Query("濟南"))
    assert [asdict(one) for one in found] == [
        {"block": 1, "start": 3, "end": 5, "text": "濟南", "tier": "exact", "excerpt": "　　由濟南到济南。".strip()},
        {"block": 1, "start": 6, "end": 8, "text": "济南", "tier": "script", "excerpt": "　　由濟南到济南。".strip()},
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_offsets_are_code_points_of_the_paragraph(document_of, encoding):
    text = "𠮷野家\n\n𠮷在濟南，" + "長" * 70_000 + "濟南𠮷濟南\n末行濟南\n"
    lines = [line for line in text.split("\n") if line]
    found = records(document_of(text, encoding), Query("济南"))
    assert [one.block for one in found] == [1, 1, 1, 2]
    for one in found:
        assert lines[one.block][one.start : one.end] == one.text == "濟南"


def test_several_queries_in_document_order(document_of):
    document = document_of("臨夏到濟南\n濟南市\n臨夏\n")
    found = records(document, Query("濟南"), Query("临夏"), Query("濟南市"))
    assert [(one.block, one.text) for one in found] == [(0, "臨夏"), (0, "濟南"), (1, "濟南市"), (2, "臨夏")]
    assert records(document) == []


def test_readings_are_converted(document_of, to_traditional):
    found = records(document_of("皇后以后说\n"), Query("後"), convert=to_traditional)
    assert [one.tier for one in found] == ["reading", "script"]


def test_a_bad_expression_is_told_at_once(document_of):
    with pytest.raises(BadPattern):
        records(document_of("a"), Query("(", is_pattern=True))


def test_keywords_of_a_document(document_of):
    document = document_of("湖邊造紙廠\n\n造紙廠的廢水流進湖裡，造紙廠改造了廢水處理設備。\n")
    assert "造紙廠" in [one.text for one in keywords_of(document, 3)]


def test_a_list_of_words():
    assert [keyword.text for keyword in list_of_words(["濟南", " ", "臨夏", "濟南"]).keywords] == ["濟南", "臨夏"]
