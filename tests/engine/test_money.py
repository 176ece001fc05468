"""Sums as people type them come back as the fen they mean, or are refused."""

from __future__ import annotations

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
