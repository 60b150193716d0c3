"""Names, dates and quantities, in the sentence and in the text as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.entity import Entity, EntityKind, NamedThing
from reader.search.document_names import name_document
from reader.search.entities import find_entities, named_things
from reader.search.fold import fold

TEXT = (
    "3月5日至6日，青島市委書記王建國率領青島市黨政代表團到雲南省昆明考察。\n"
    "王建國李思遠出席了會議。李思遠說，兩地三年來簽了12項協議。\n"
    "昆明大學的老師歡迎王建国，投資3.5亿元。\n"
)


def found(text: str, kind: EntityKind) -> list[str]:
    return [text[one.start : one.end] for one in find_entities(text) if one.kind is kind]


def test_two_names_in_a_row_are_two_people():
    assert found(TEXT, EntityKind.PERSON) == ["王建國", "王建國", "李思遠", "李思遠", "王建国"]


@pytest.mark.parametrize("text", ["书记王建国到了昆明。", "市委書記王建國到昆明考察。", "　　王建國來到湖邊。"])
def test_who_is_shown_as_a_person_is_one(text):
    assert len(found(text, EntityKind.PERSON)) == 1
    assert found(text, EntityKind.PERSON)[0] in {"王建国", "王建國"}


@pytest.fixture
def tagged(monkeypatch):
    """Lets the tagger find what is told it, and nothing else."""

    def tell(*entities):
        monkeypatch.setattr("reader.search.entities.tag_names", lambda key: iter(entities))

    return tell


def test_a_name_is_of_one_kind_throughout(tagged):
    tagged(Entity(0, 3, EntityKind.PLACE), Entity(4, 7, EntityKind.PERSON), Entity(8, 11, EntityKind.PLACE))
    assert found("巴拉湖，巴拉湖，巴拉湖，巴拉湖", EntityKind.PLACE) == ["巴拉湖"] * 4


def test_a_word_that_was_seldom_taken_for_a_person_is_none(tagged):
    tagged(Entity(4, 6, EntityKind.PERSON))
    assert not found("信徒參加補庫，準備補庫的錢財，補庫以後回家", EntityKind.PERSON)
    assert found("信徒參加補庫，回家", EntityKind.PERSON) == ["補庫"]


def test_a_piece_of_a_name_is_no_name_where_all_of_it_stands(tagged):
    tagged(Entity(0, 4, EntityKind.PLACE), Entity(5, 9, EntityKind.PLACE), Entity(11, 14, EntityKind.PLACE))
    assert found("史特拉堡，史特拉堡，史特拉堡", EntityKind.PLACE) == ["史特拉堡"] * 3


@pytest.mark.parametrize(
    ("text", "place"),
    [("東臨太平洋", "太平洋"), ("由太平洋", "太平洋"), ("太平洋以", "太平洋"), ("青石鎮的太平里", "青石鎮")],
)
def test_words_before_and_behind_are_no_part_of_a_name(tagged, text, place):
    tagged(Entity(0, len(text), EntityKind.PLACE))
    assert found(text, EntityKind.PLACE)[0] == place


def test_who_speaks_in_an_older_text_is_named_without_the_verb(tagged):
    text = "孟遠曰：「何不回船？」孟遠曰。眾笑，孟遠不語。"
    key = fold(text)
    tagged(*(Entity(at, at + 3, EntityKind.PERSON) for at in (0, key.rindex("孟远曰"))))
    assert found(text, EntityKind.PERSON) == ["孟遠"] * 3


@pytest.mark.parametrize(("text", "armies"), [("眾軍", []), ("引一軍", []), ("百萬軍", []), ("曹軍", ["曹軍"])])
def test_an_army_of_nobody_is_no_organisation(tagged, text, armies):
    tagged(Entity(0, len(text), EntityKind.ORGANISATION))
    assert found(text, EntityKind.ORGANISATION) == armies


def test_a_rank_is_no_part_of_a_name():
    assert found("喬治王子在湖邊結婚，喬治很高興。", EntityKind.PERSON) == ["喬治", "喬治"]


def test_suffixes_complete_organisations():
    assert {"青島市委", "青島市黨政代表團", "昆明大學"} <= set(found(TEXT, EntityKind.ORGANISATION))


def test_a_name_introduced_once_is_found_everywhere():
    text = "總經理陳曉東在會上發言。曉東與陳曉東不是一個人嗎？陈晓东笑了。"
    assert found(text, EntityKind.PERSON).count("陈晓东") == 1
    assert len([name for name in found(text, EntityKind.PERSON) if fold(name) == "陈晓东"]) == 3


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("在3月5日至6日召開", ["3月5日至6日"]),
        ("二〇二四年三月出版", ["二〇二四年三月"]),
        ("民國113年開工，2024-03-23完工", ["民國113年", "2024-03-23"]),
        ("１９９８年底，24日上午到", ["１９９８年底", "24日上午"]),
        ("版本2024.3.15.1", []),
        ("下午3點半見", ["下午3點半"]),
        ("買了三本書", []),
    ],
)
def test_dates(text, dates):
    assert found(text, EntityKind.DATE) == dates


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("投資3.5亿元，增長12%", ["3.5亿元", "12%"]),
        ("三十六人、兩家公司", ["三十六人", "兩家"]),
        ("百分之五的人走了２０公里", ["百分之五", "２０公里"]),
        ("1,200余人到會", ["1,200余人"]),
        ("一個人", []),
    ],
)
def test_quantities(text, quantities):
    assert found(text, EntityKind.QUANTITY) == quantities


@settings(max_examples=60)
@given(st.text("青島市委王建國李思遠昆明年月日35，。\n a", max_size=60))
def test_entities_ascend_and_share_nothing(text):
    at = 0
    for one in find_entities(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end


def test_both_scripts_are_named_alike():
    other = fold(TEXT)
    assert find_entities(TEXT) == find_entities(other)


def test_things_are_counted_in_any_script():
    text = "濟南、济南、臨夏"
    entities = [Entity(0, 2, EntityKind.PLACE), Entity(3, 5, EntityKind.PLACE), Entity(6, 8, EntityKind.PLACE)]
    assert named_things(text, entities) == [
        NamedThing("濟南", EntityKind.PLACE, 2, 0),
        NamedThing("臨夏", EntityKind.PLACE, 1, 6),
    ]


def test_a_document_in_stretches(document_of):
    document = document_of(TEXT * 120)
    steps = list(name_document(document))
    assert len(steps) > 1
    assert [address for address, _ in steps] == sorted(address for address, _ in steps)
    assert steps[-1][0] == document.size
    counts = {thing.text: thing.count for thing in steps[-1][1]}
    assert counts["王建國"] == 360
    assert next(thing for thing in steps[-1][1] if thing.text == "王建國").first == len(
        "3月5日至6日，青島市委書記".encode()
    )
