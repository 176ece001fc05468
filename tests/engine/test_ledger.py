"""Sums as people write them down, one a line."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.engine import FactsError
from timeline.engine.ledger import MOST_LINES, Entry, monthly, read_ledger


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("2026-01-15 300", Entry(date(2026, 1, 15), 300_00, False, "")),
        (
            "2026年1月15日，1,234.50元，担保费",
            Entry(date(2026, 1, 15), 1_234_50, False, "担保费"),
        ),
        (
            "２０２６／１／５　￥８８．８　会员费",
            Entry(date(2026, 1, 5), 88_80, False, "会员费"),
        ),
        ("收 2026-01-01 10000", Entry(date(2026, 1, 1), 10_000_00, True, "")),
        ("收到2026.1.1 5000 第二笔", Entry(date(2026, 1, 1), 5_000_00, True, "第二笔")),
    ],
)
def test_a_line_is_read_as_people_write_it(line, entry):
    assert read_ledger(f"\n{line}\n\n", "payments") == (entry,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-01-15 300\n昨天还了三百", "第 2 行没有看懂"),
        ("2026-02-30 300", "没有这一天"),
        ("2026-01-15 0", "须大于零"),
        ("2026-01-15 1.234", "不超过两位"),
        ("2026-01-15 300 " + "长" * 21, "最多 20 个字"),
        ("2026-01-15 300\n" * (MOST_LINES + 1), f"最多写 {MOST_LINES} 行"),
        ("9" * 5000, "第 1 行没有看懂"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, says):
    with pytest.raises(FactsError, match=says) as refused:
        read_ledger(text, "payments")
    assert refused.value.field == "payments"


def test_months_keep_their_day_and_end_on_their_last():
    assert list(monthly(date(2026, 1, 31), 4)) == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]
