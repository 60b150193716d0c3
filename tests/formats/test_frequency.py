from __future__ import annotations

from reader.formats.frequency import log_likelihood

SENTENCE = "老人把信折好，放進抽屜裡，再也沒有提起那件事。"


def test_text_is_likelier_than_the_same_bytes_misread():
    data = SENTENCE.encode("big5")
    assert log_likelihood(SENTENCE) > log_likelihood(data.decode("gb18030", "replace")) + 50


def test_both_scripts_are_known():
    for text in (SENTENCE, "老人把信折好，放进抽屉里，再也没有提起那件事。"):
        assert log_likelihood(text) / len(text) > -9


def test_likelihoods_add_up():
    assert abs(log_likelihood("一二") - log_likelihood("一") - log_likelihood("二")) < 1e-9
    assert log_likelihood("") == 0


def test_the_stranger_a_character_the_less_likely():
    order = ["的", "龘", "\u3400", "\U00020000", "\ue000"]
    assert sorted(order, key=log_likelihood, reverse=True) == order
    assert log_likelihood("a") > log_likelihood("#") > log_likelihood("\x01") > log_likelihood("\ufffd")
    assert log_likelihood("〜") > log_likelihood("д") > log_likelihood("\udc80")
