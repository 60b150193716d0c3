from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.position import Position
from reader.view.caret import Caret

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；没有数据，程序员坐公共汽车走了。"
texts = st.lists(
    st.sampled_from(
        ["　　" + SENTENCE, SENTENCE * 4 + "  ", "短", "第一章　離岸", "e\u0301𠀀👩\u200d👦", "　" * 3, ""]
    ),
    min_size=1,
    max_size=5,
).map("\n".join)


def walk(caret: Caret, position: Position, is_forward: bool) -> list[Position]:
    found = [position]
    while (following := caret.beside(found[-1], is_forward)) != found[-1]:
        found.append(following)
    return found


@settings(max_examples=40)
@given(text=texts.filter(lambda text: text.strip()), em=st.integers(4, 30))
def test_back_is_the_way_that_was_come(layouts, text: str, em: int):
    made = layouts(text, em)
    document = made.content.document
    forward = walk(Caret(made), Position(0, 0), is_forward=True)
    last = document.block_at(document.size)
    backward = walk(Caret(made), Position(last.start, len(last.text)), is_forward=False)
    assert forward == sorted(set(forward))
    assert forward[1:] == [*backward[-2:0:-1], forward[-1]]


def test_a_step_is_a_character_that_can_be_seen(layouts):
    caret = Caret(layouts("　　船岸 \n\n　　e\u0301𠀀\n尾"))
    places = walk(caret, Position(0, 2), is_forward=True)
    second, third = 15, 29
    assert places == [
        *(Position(0, offset) for offset in (2, 3, 4)),
        *(Position(second, offset) for offset in (2, 4, 5)),
        *(Position(third, offset) for offset in (0, 1)),
    ]


def test_a_step_over_a_word_that_is_longer_when_shown(layouts, regional):
    caret = Caret(layouts("有程序员来", convert=regional))
    assert [place.offset for place in walk(caret, Position(0, 0), is_forward=True)] == [0, 1, 2, 3, 4, 5]


def test_no_step_is_lost_where_a_paragraph_is_in_pieces(layouts):
    text = SENTENCE * 500
    made = layouts(text)
    places = walk(Caret(made), Position(0, 0), is_forward=True)
    assert len(places) == len(text) + 1
    back = walk(Caret(made), places[-1], is_forward=False)
    assert len(back) == len(text) + 1


def test_every_line_is_passed_once(layouts, novel):
    made = layouts(novel)
    caret = Caret(made)
    place, lines = Position(0, 0), []
    while True:
        layout, offset = made.holding(place)
        lines.append((layout.block.start, layout.line_of(offset)))
        following = caret.below(place, 1)
        if following == place:
            break
        place = following
    assert lines == sorted(set(lines))
    block = made.content.document.block_at(0)
    count = made.of(block).count
    while block := made.content.document.block_after(block):
        count += made.of(block).count
    assert len(lines) == count
    back = 0
    while (before := caret.below(place, -1)) != place:
        place, back = before, back + 1
    assert back == count - 1


def test_the_column_is_kept_over_short_lines(layouts):
    made = layouts(SENTENCE * 2 + "\n短\n" + SENTENCE * 2, em=40)
    caret = Caret(made)
    start = Position(0, 45)
    layout, offset = made.holding(start)
    assert layout.line_of(offset) == 1
    column = layout.x_at(1, offset)
    down = caret.below(start, 1)
    assert (down.block > 0, down.offset, column > 100) == (True, 1, True)
    end = caret.below(down, 1)
    layout, offset = made.holding(end)
    assert layout.x_at(layout.line_of(offset), offset) == column
    assert caret.below(start, 2) == end
    assert caret.below(caret.below(end, -1), -1) == start
