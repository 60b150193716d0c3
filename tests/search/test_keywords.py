"""The words that an article is about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold
from reader.search.keywords import suggest_in_document, suggest_keywords

ARTICLE = """蘆葦造紙廠的廢水處理

湖邊的蘆葦造紙廠今年改造了廢水處理設備。廢水處理設備由三個沉澱池組成，沉澱池裡的蘆葦纖維每天清理一次。
工人說，過去廢水直接流進湖裡，湖裡的魚越來越少。現在廢水處理以後水質好多了，漁民又回到了湖邊。
造紙廠還打算把蘆葦纖維做成肥料，送給附近的農民。
"""


def test_what_the_article_is_about():
    found = [one.text for one in suggest_keywords(ARTICLE, 6)]
    assert found[0] == "廢水處理"
    assert any("造紙" in word for word in found)
    assert not {"今年", "現在", "工人說", "以後"} & set(found)


def test_both_scripts_are_about_the_same(to_traditional):
    simplified = fold(ARTICLE)
    assert [fold(one.text) for one in suggest_keywords(ARTICLE)] == [one.text for one in suggest_keywords(simplified)]


def test_what_stands_only_within_a_longer_phrase_gives_way():
    text = "青石鎮黨政代表團出發了。青石鎮黨政代表團回來了。青石鎮黨政代表團休息了。"
    found = [one.text for one in suggest_keywords(text, 10)]
    assert "青石鎮黨政" not in found


def test_a_title_gives_words_before_pieces_of_its_sentence():
    text = (
        "湖邊蘆葦纖維肥料試驗的初步觀察\n\n"
        "今年試驗了一種新肥料。蘆葦纖維磨碎以後埋在地裡，蘆葦纖維爛得快。農民說蘆葦纖維比稻草好。\n"
    )
    assert [one.text for one in suggest_keywords(text, 3)] == ["蘆葦纖維", "肥料", "試驗"]


def test_who_speaks_in_an_older_text_is_a_word_without_the_verb():
    text = "玄潛曰：「雨至矣。」靜遠曰：「何不回船？」玄潛曰：「待之。」"
    words = {word.text: word.count for word in suggest_keywords(text, 10)}
    assert words["玄潛"] == 2
    assert not any(word.endswith("曰") for word in words)


def test_a_turn_of_phrase_says_less_than_a_word():
    text = "漁民合作社\n\n漁民齊心協力修好了水閘，漁民合作社買了新船，水閘不再漏水。\n"
    found = [one.text for one in suggest_keywords(text, 8)]
    assert found.index("水閘") < found.index("齊心協力")


@given(st.text("湖邊的蘆葦造紙廠廢水處理，。\nab ", max_size=60), st.integers(0, 8))
def test_suggestions_stand_in_the_text(text, most):
    found = suggest_keywords(text, most)
    assert len(found) <= most
    assert len({fold(one.text) for one in found}) == len(found)
    for one in found:
        assert one.text in text
        assert 1 <= one.count <= fold(text).count(fold(one.text))


def test_nothing_to_suggest():
    assert suggest_keywords("") == []
    assert suggest_keywords("的了和是在，1234！") == []


def test_a_document_by_passages(document_of):
    document = document_of(ARTICLE + "湖邊的蘆葦長得很高。\n" * 15_000)
    steps = list(suggest_in_document(document, 5))
    assert len(steps) > 1
    assert [address for address, _ in steps] == sorted(address for address, _ in steps)
    assert steps[-1][0] == document.size
    assert "蘆葦" in [one.text for one in steps[-1][1]]
