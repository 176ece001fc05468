"""Sums as people write them down, one a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from timeline.engine import FactsError
from timeline.engine.ledger import (
    MOST_LINES,
    Entry,
    monthly,
    read_ledger,
    read_rates,
)


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
        ("2026-05-01 9\n2026-06-01 1 500", "第 2 行：金额后面又有数字"),
        ("2026-06-01 500 7月1日又还 600", "第 1 行：金额后面又有数字"),
        ("2026-06-01 500 还2026-07-01那期", "第 1 行：金额后面又有数字"),
        ("2026-06-01 500 2026-07-01那期", "第 1 行没有看懂"),
        ("2026-06-01 500；2026-07-01", "第 1 行没有看懂"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, says):
    with pytest.raises(FactsError, match=says) as refused:
        read_ledger(text, "payments")
    assert refused.value.field == "payments"


@pytest.mark.parametrize(
    "line",
    [
        "2026-06-01 500 2026-07-01 600",
        "2026-06-01 500；2026-07-01 600",
        "2026-06-01 500元，2026年7月1日 600元。",
        "20260601 500块、20260701 600块钱",
    ],
)
def test_several_payments_on_a_line_are_all_read(line):
    assert read_ledger(line, "payments") == (
        Entry(date(2026, 6, 1), 500_00, False, ""),
        Entry(date(2026, 7, 1), 600_00, False, ""),
    )


def test_several_on_a_line_keep_their_notes_and_what_came_in():
    assert read_ledger("2026-06-01 500 担保费；收 2026-07-01 600 第二笔", "") == (
        Entry(date(2026, 6, 1), 500_00, False, "担保费"),
        Entry(date(2026, 7, 1), 600_00, True, "第二笔"),
    )


@pytest.mark.parametrize("end", ["", "。", "%", "%，", "％；", " 。"])
def test_rates_and_sums_have_one_reader_of_lines(end):
    day = date(2026, 3, 1)
    assert read_rates(f"\n2026-03-01 18{end}", "") == ((day, Decimal(18)),)
    money = end.replace("%", "元").replace("％", "块")
    assert read_ledger(f"2026-03-01 18{money}", "") == (Entry(day, 18_00, False, ""),)


def test_rates_on_one_line_are_all_read_and_a_wrong_one_is_named():
    assert read_rates("2026-06-01 12；2026-03-01 18", "") == (
        (date(2026, 3, 1), Decimal(18)),
        (date(2026, 6, 1), Decimal(12)),
    )
    with pytest.raises(FactsError, match="第 2 行：利率请只写数字"):
        read_rates("2026-03-01 18\n2026-06-01 99999", "rate_changes")


def test_months_keep_their_day_and_end_on_their_last():
    assert list(monthly(date(2026, 1, 31), 4)) == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]
