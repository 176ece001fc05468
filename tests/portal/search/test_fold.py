"""Spellings are made alike without moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.fold import fold, tokens


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＡＰＰ　１２３７８", "app 12378"),
        ("貸款逾期會被起訴嗎", "贷款逾期会被起诉吗"),
        ("緊急聯繫人", "紧急联系人"),
        ("呆帐", "呆账"),
        ("LPR", "lpr"),
        ("逾期！？", "逾期!?"),
    ],
)
def test_width_case_and_script_are_folded(typed, folded):
    assert fold(typed) == folded


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_the_index_holds_pairs_and_the_last_character_of_each_run():
    assert tokens("催收电话，lpr 24") == {"催收", "收电", "电话", "话", "lpr", "24"}


@given(st.text(alphabet="逾期催收账a1，", min_size=1))
def test_every_character_begins_a_token(text):
    found = tokens(text)
    for sign in text:
        assert sign == "，" or any(
            token.startswith(sign) or sign in "a1" for token in found
        )
