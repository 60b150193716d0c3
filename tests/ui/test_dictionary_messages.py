"""Why a dictionary cannot be installed, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import StoreError, UnusableDictionary, UnusableReason
from reader.ui.dictionary_messages import dictionary_text

PATH = Path("夾") / "詞 典.ifo"


@pytest.mark.parametrize("reason", UnusableReason)
def test_every_reason_is_a_sentence_about_the_file(reason):
    text = dictionary_text(UnusableDictionary(PATH, reason, "詞典.idx"))
    assert "詞 典.ifo" in text
    assert text.endswith(".")
    assert ("詞典.idx" in text) == (reason is UnusableReason.INCOMPLETE)


def test_a_store_that_fails_is_named():
    assert str(PATH) in dictionary_text(StoreError(PATH, "locked"))


def test_a_defect_is_no_sentence():
    with pytest.raises(ZeroDivisionError):
        dictionary_text(ZeroDivisionError())
