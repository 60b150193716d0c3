"""Lines as CLREQ wants them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.composition.breaks import NOT_AT_END, NOT_AT_START
from reader.view.composition.pieces import pieces_of

EM = 20.0
#: White space ends the line before the break, so it never begins a line.
texts = st.text(st.sampled_from("船岸在夜裡，、。！「」『』（）“”……——·ab1-/. %\t\u3000３％"), max_size=160)
prose = st.text(st.sampled_from("船岸在夜裡靠沒有人出來迎接山路長走了一個上午才到溪邊，。「」a"), max_size=300)


@given(text=texts, em=st.integers(4, 30), hangs=st.booleans(), is_centred=st.booleans())
def test_every_piece_stands_in_one_line(composed, text: str, em: int, hangs: bool, is_centred: bool):
    pieces, lines = composed(text, em, is_centred=is_centred, hangs=hangs)
    assert [line.start for line in lines] == [0] + [line.end for line in lines[:-1]]
    assert lines[-1].end == len(pieces) == len(pieces_of(text))
    for line in lines:
        assert len(line.edges) == line.end - line.start + 1
        assert line.start < line.end or not text
        assert all(one <= other + 1e-9 for one, other in pairwise(line.edges))
        for piece in range(line.start, line.end):
            assert line.edge(piece) - EM / 2 - 1e-9 <= line.origin(piece) <= line.edge(piece)


@given(text=texts, em=st.integers(4, 30), is_centred=st.booleans(), is_chinese=st.booleans())
def test_lines_stay_in_the_column(composed, text: str, em: int, is_centred: bool, is_chinese: bool):
    for line in composed(text, em, is_centred=is_centred, is_chinese=is_chinese)[1]:
        is_longer_alone = len(line.edges) > 1 and line.edges[1] - line.left > em * EM
        assert line.right <= em * EM + 0.5 or is_longer_alone


@given(text=prose, em=st.integers(10, 40), hangs=st.booleans(), is_centred=st.booleans())
def test_no_line_begins_or_ends_with_what_may_not(composed, text: str, em: int, hangs: bool, is_centred: bool):
    pieces, lines = composed(text, em, hangs=hangs, is_centred=is_centred)
    for line, following in pairwise(lines):
        # Only a run of marks that is longer than a line can be is parted within.
        run = pieces.kinds[max(0, line.end - em // 2) : line.end + em // 2]
        if any(kind in "Hw" for kind in run[: em // 2]):
            assert pieces.kinds[following.start] not in NOT_AT_START
            assert pieces.kinds[line.end - 1] not in NOT_AT_END


@given(text=prose, em=st.integers(16, 40), indent=st.sampled_from([0.0, 40.0]), is_centred=st.booleans())
def test_justified_lines_end_at_the_edge(composed, text: str, em: int, indent: float, is_centred: bool):
    _, lines = composed(text, em, indent=indent, is_centred=is_centred)
    assert not lines[-1].is_justified
    for line in lines[:-1]:
        if line.is_justified:
            assert line.right == pytest.approx(em * EM, abs=0.5)
        else:
            # To fill it, characters would have to stand apart.
            assert em * EM - line.right > (line.end - line.start - 1) * EM / 5


def test_prose_is_justified_throughout(composed):
    text = "船在夜裡靠了岸，沒有人出來迎接；「只有燈塔還亮著。」他說：「Windows 11？」——" * 8
    for em in (16, 20, 36):
        assert all(line.is_justified for line in composed(text, em)[1][:-1])


def test_plain_han_stands_on_a_grid(composed):
    _, lines = composed("船" * 100, 10)
    assert all(list(line.edges) == [EM * at for at in range(len(line.edges))] for line in lines)


def test_a_mark_is_squeezed_in_before_a_character_is_pushed_out(broken):
    # The comma at the end takes half an em, the one within gives the other half.
    assert broken("船在，夜裡靠了岸邊去，沒有人", 10)[0] == "船在，夜裡靠了岸邊去，"
    assert broken("船在夜裡靠了岸邊去吧，沒有人", 10)[0] == "船在夜裡靠了岸邊去"


def test_a_bracket_that_opens_a_line_is_flush_after_the_indent_too(composed):
    _, lines = composed("「船在夜裡靠了岸邊去吧「沒有人", 10, indent=40.0)
    assert lines[0].origin(0) == 40.0 - EM / 2
    assert lines[0].edge(1) == pytest.approx(40.0 + EM / 2, abs=2)
    _, lines = composed("船在夜裡靠了岸邊去「沒有人」" * 3, 9)
    assert lines[1].start == 9
    assert lines[1].origin(9) == -EM / 2


def test_the_mark_at_the_end_of_a_line_takes_half_an_em(composed):
    # GB/T 15834, 5.1.10.
    _, lines = composed("船在夜裡靠了岸邊去，沒有人出來迎接", 10)
    assert lines[0].end == 10
    assert lines[0].edge(10) - lines[0].edge(9) == EM / 2
    assert lines[0].right == 10 * EM


def test_a_comma_hangs_where_it_is_asked_to(composed, broken):
    text = "船在夜裡靠了岸邊去吧，沒有人出來迎接"
    assert broken(text, 10, hangs=True)[0] == "船在夜裡靠了岸邊去吧，"
    line = composed(text, 10, hangs=True)[1][0]
    assert line.edge(10) == 10 * EM
    assert line.right == 10 * EM + line.hang == 10.5 * EM
    # Not a bracket, nor several marks, nor one in the middle of its square (CLREQ 3.1.7).
    assert broken("船在夜裡靠了岸邊去吧」沒有人", 10, hangs=True)[0] == "船在夜裡靠了岸邊去"
    assert broken("船在夜裡靠了岸邊「吧」，沒有人", 10, hangs=True)[0] == "船在夜裡靠了岸邊"
    assert composed(text, 10, hangs=True, is_centred=True)[1][0].hang == 0


@pytest.mark.parametrize(
    ("marks", "space", "gap", "character"),
    [
        # CLREQ 3.5.4: a quarter em of slack goes into the space between words,
        ("。」", 1 / 2, 1 / 4, 0),
        # more of it into the gaps beside them, and the rest between all that may be parted, eight pairs here.
        ("", 1 / 2, 1 / 3, (1.25 - 1 / 4 - 1 / 6) / 8),
    ],
)
def test_slack_goes_to_word_spaces_first(composed, marks: str, space: float, gap: float, character: float):
    pieces, lines = composed(f"船在夜裡ab cd靠了{marks}Abcdef沒有人", 10)
    line = lines[0]
    at = pieces.kinds.index(" ")
    assert line.right == 10 * EM
    assert line.edge(at + 1) - line.edge(at) == pytest.approx(EM * (space + character))
    assert line.edge(4) - line.edge(3) == pytest.approx(EM * (1 + gap + character))
    assert line.edge(1) == pytest.approx(EM * (1 + character))


def test_a_line_is_not_torn_apart_for_a_long_word(composed):
    _, lines = composed("船在夜裡Supercalifragilistic岸邊", 10)
    assert not lines[0].is_justified
    assert list(lines[0].edges) == [0, 20, 40, 60, 80]


def test_dashes_are_not_pulled_apart(composed):
    pieces, lines = composed("船在夜裡——靠了岸邊去吧沒「有人" * 2, 9)
    for line in lines[:-1]:
        for piece in range(line.start, line.end):
            if pieces.texts[piece] == "——" and piece + 1 < line.end:
                assert line.edge(piece + 1) - line.edge(piece) < 2.25 * EM


def test_spaces_hang_behind_the_line(composed):
    _, lines = composed("船" * 10 + "   " + "岸" * 3, 10)
    assert [line.end for line in lines] == [13, 16]
    assert list(lines[0].edges[10:]) == [200.0] * 4


def test_tabs_lead_to_stops(composed):
    pieces, (line,) = composed("船\t岸岸岸岸岸\t水", 30, tab=80.0, is_justified=False)
    assert [line.edge(at) for at, kind in enumerate(pieces.kinds) if at and pieces.kinds[at - 1] == "\t"] == [80, 240]


def test_nothing_is_one_empty_line(composed):
    _, (line,) = composed("", 10)
    assert (line.start, line.end, list(line.edges)) == (0, 0, [0.0])


@pytest.mark.parametrize("rest", ["岸", "岸。", "岸。」"])
def test_no_character_is_left_alone(broken, rest: str):
    text = "「船在夜裡靠了沒有人出來迎接山路長走了一" + rest
    assert broken(text, 10)[-1] == rest
    assert broken(text, 10, is_ending=True)[-1] == "一" + rest
    # Two characters are no orphan, nor is a character of a paragraph that goes on.
    assert broken("船" * 22, 10, is_ending=True)[-1] == "船" * 2


def test_marks_give_half_of_their_blank_before_any_gives_all(composed):
    _, lines = composed("船「在」夜，裡，靠了岸邊，沒有人出來迎接", 10)
    widths = [lines[0].edge(at + 1) - lines[0].edge(at) for at in range(lines[0].end)]
    assert lines[0].right == 10 * EM
    assert min(widths[:-1]) >= EM * 0.6
