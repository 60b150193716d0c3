"""How much has been read: exact once the last page is known, and near enough before."""

from __future__ import annotations

import pytest

TEXT = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。\n" * 400


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_the_last_page_is_not_set_to_tell(reading, qtbot, share):
    program = reading(TEXT)
    article = program.window.article
    article.go_to_share(share)
    qtbot.waitUntil(lambda: article.view.page.flow.is_end_known)
    exact = article.share_read()
    # Another size makes another page, of which the end is not known yet.
    program.window.resize(1100, 799)
    assert article.share_read() == pytest.approx(exact, abs=0.02)
    assert not article.view.page.flow.is_end_known
    qtbot.waitUntil(lambda: article.view.page.flow.is_end_known)
    assert article.share_read() == pytest.approx(exact, abs=0.005)


@pytest.mark.parametrize(("text", "share"), [("一行\n", 1.0), ("長" * 3000, 0.0)])
def test_of_one_paragraph(reading, qtbot, text, share):
    program = reading(text)
    program.window.resize(1100, 799)
    assert program.window.article.share_read() == share
    qtbot.waitUntil(lambda: program.window.article.view.page.flow.is_end_known)
    assert program.window.article.share_read() == share
