"""Which characters count as rare."""

from __future__ import annotations

import pytest

from reader.convert.common_characters import is_rare


@pytest.mark.parametrize("character", "的一咖啡您貓猫國国餐廳厅憂郁鬱灣湾著裡裏臺")
def test_everyday_characters_are_common_in_either_script(character):
    assert not is_rare(character)


@pytest.mark.parametrize("character", "饕餮龘魑魅耄耋囹圄彳亍㐂\U00020000犇")
def test_characters_of_few_words_are_rare(character):
    assert is_rare(character) is (character != "魅")


@pytest.mark.parametrize("character", "aé，。カ１ ")
def test_what_is_no_ideograph_is_not_rare(character):
    assert not is_rare(character)
