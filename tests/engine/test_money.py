"""Sums as people type them come back as the fen they mean, or are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.engine import FactsError
from timeline.engine.money import parse_yuan


@given(st.integers(1, 999_999_999_999))
def test_a_sum_survives_being_written_and_read(fen: int) -> None:
    plain = f"{fen // 100}.{fen % 100:02}"
    grouped = f"{fen // 100:,}.{fen % 100:02}"
    wide = grouped.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789,."})
    for text in (plain, grouped, wide, f" {plain}元 ", f"¥{grouped}"):
        assert parse_yuan(text, "principal") == fen


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1.2万", 12_000),
        ("一万二", 12_000),
        ("2万元", 20_000),
        ("３万５", 35_000),
        ("5千", 5_000),
        ("两千五百", 2_500),
    ],
)
def test_a_sum_may_be_written_as_it_is_said(text: str, yuan: int) -> None:
    assert parse_yuan(text, "principal") == yuan * 100


@pytest.mark.parametrize("text", ["很多", "万", "1.2.3万", "几千", "一百二千", "-1万"])
def test_what_only_sounds_like_a_sum_is_refused(text: str) -> None:
    with pytest.raises(FactsError):
        parse_yuan(text, "principal")


@given(st.text(max_size=60))
def test_any_text_is_a_sum_or_refused_at_its_field(text: str) -> None:
    try:
        fen = parse_yuan(text, "principal")
    except FactsError as error:
        fen, field, message = 1, error.field, str(error)
    else:
        field, message = "principal", "。"
    assert fen > 0
    assert field == "principal"
    assert message.endswith("。")
