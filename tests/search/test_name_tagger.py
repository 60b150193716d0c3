"""What the tagger of names is asked, and what it answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.entity_features import features
from reader.search.name_tagger import pieces, tag_names, tag_spans


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"])))
def test_tags_are_told_apart(tags):
    spans = list(tag_spans(tags))
    marked = {at for start, end, _ in spans for at in range(start, end)}
    assert marked == {at for at, tag in enumerate(tags) if tag != "O"}
    assert sum(tag[0] in "BS" for tag in tags) <= len(spans)


@given(st.text("青島市委王建國，、。！\n a", max_size=400))
def test_pieces_are_short_and_leave_no_name_out(text):
    found = list(pieces(text))
    assert all(0 < end - start <= 100 for start, end in found)
    covered = {at for start, end in found for at in range(start, end)}
    assert all(text[at] in "。！\n" for at in set(range(len(text))) - covered)


def test_a_long_sentence_is_cut_at_its_marks():
    text = "漁民從湖邊回到村裡，" * 30
    assert [text[start:end][-1] for start, end in pieces(text)] == ["，"] * 3


@given(st.text("济南市书记刘强率领到甘肃省ab1·,。 𠀀", max_size=40))
def test_each_character_has_its_features(key):
    found = features(key)
    assert len(found) == len(key)
    assert all(["0" + character] == one[:1] for character, one in zip(key, found, strict=True))


def test_names_of_sentences_stand_where_they_are():
    key = "今天下雨。\n昆明市市长李思远说,湖水清了。"
    assert "李思远" in [key[one.start : one.end] for one in tag_names(key)]
