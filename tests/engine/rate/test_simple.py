"""The rate without interest on interest, against its definition, day by day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.engine.deadlines import add_months
from timeline.engine.flows import Flow, whole_months, years_between
from timeline.engine.instalments import instalments
from timeline.engine.irr import YearlyRate, yearly_rate
from timeline.engine.simple_rate import simple_rate

START = date(2025, 1, 1)
TINY = Fraction(1, 10**9)


def simple(flows: list[Flow]) -> Decimal:
    found = yearly_rate(flows)
    assert isinstance(found, YearlyRate)
    return found.simple


def taken_and_out(flows: list[Flow], rate: Fraction) -> tuple[Fraction, Fraction]:
    """All interest that was paid, and Σ principal × days ÷ 365, by a rate.

    Written down as the words have it and reckoned in fractions: a payment goes to the
    interest of its day first.  What is left at the end is counted as interest.
    """
    principal = interest = paid = out = Fraction(0)
    for flow, following in pairwise([*flows, None]):
        if flow.fen > 0:
            principal += flow.fen
        else:
            part = min(interest, Fraction(-flow.fen))
            interest -= part
            paid += part
            principal -= -flow.fen - part
        if following is not None:
            time = Fraction((following.day - flow.day).days, 365)
            interest += principal * rate * time
            out += principal * time
    return paid + interest, out


@pytest.mark.parametrize("seed", range(200))
def test_it_is_what_is_paid_more_over_what_was_out_for_as_long(seed):
    source = random.Random(seed)  # noqa: S311 - repeatable, not secret
    received = source.randrange(100_00, 500_000_00)
    flows, day, left = [Flow(START, received)], START, received * 5 // 4
    while left > 0:
        day += timedelta(source.randrange(1, 200))
        if whole_months(flows[-1].day, day):
            day += timedelta(1)  # counted by days: months are tried below
        part = min(left, source.randrange(1, received))
        flows.append(Flow(day, -part))
        left -= part
    rate = Fraction(simple(flows))
    paid, out = taken_and_out(flows, rate)
    more = -sum(flow.fen for flow in flows)

    assert abs(paid - more) < received * TINY
    assert abs(out * rate - more) < received * TINY


@given(
    st.integers(1_000_00, 10**9),
    st.integers(1, 60),
    st.integers(0, 500_000),
    st.dates(date(2015, 1, 1), date(2030, 12, 31)),
)
def test_equal_instalments_cost_twelve_times_the_months_rate(
    principal, months, per_million, start
):
    quoted = Decimal(per_million) / 1_000_000
    rows = instalments(principal, quoted, months)
    flows = [Flow(start, principal)]
    flows += [Flow(add_months(start, row.number), -row.payment) for row in rows]

    # The plan is in whole fen: it may cost half a fen more or less.
    assert abs(simple(flows) - quoted) < Decimal(12) / principal


@given(
    st.integers(1_000_00, 10**9), st.integers(1, 120), st.integers(0, 10**9), st.data()
)
def test_one_sum_costs_its_interest_on_the_first_principal(
    principal, months, interest, data
):
    """民间借贷司法解释 27: the first principal, over the whole period."""
    start = data.draw(st.dates(date(2015, 1, 1), date(2030, 12, 31)))
    due = add_months(start, months)
    found = simple([Flow(start, principal), Flow(due, -principal - interest)])

    exact = Fraction(interest * 12, principal * months)
    assert abs(Fraction(found) - exact) <= Fraction(1, 10**15)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-15", "2025-02-15", 1),
        ("2025-01-31", "2025-02-28", 1),
        ("2025-02-28", "2025-03-31", 1),
        ("2025-02-28", "2025-03-28", 1),
        ("2025-01-30", "2025-02-28", 1),
        ("2025-02-28", "2025-03-30", 1),
        ("2025-04-30", "2025-05-31", 1),
        ("2024-02-29", "2025-02-28", 12),
        ("2020-08-20", "2026-08-20", 72),
        ("2025-01-15", "2025-02-14", None),
        ("2025-01-31", "2025-03-02", None),
        ("2025-01-30", "2025-02-27", None),
    ],
)
def test_a_date_that_a_month_does_not_have_is_its_last_day(start, end, months):
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert whole_months(*days) == months


def test_every_stretch_is_counted_alike_but_the_first():
    def years(*days: str) -> list[Decimal]:
        return years_between([date.fromisoformat(day) for day in days])

    month, days = Decimal(1) / 12, [Decimal(n) / 365 for n in range(31)]
    assert years("2025-02-01", "2025-03-01", "2025-04-01") == [month, month]
    assert years("2025-02-10", "2025-03-01", "2025-04-01") == [days[19], month]
    assert years("2025-02-01", "2025-03-01", "2025-03-31") == [days[28], days[30]]


def test_who_has_paid_too_much_is_paid_no_interest():
    """1,000 for a year at 10 %; 100 too much lies with the lender for nothing."""
    flows = [
        Flow(date(2025, 1, 1), 1_000_00),
        Flow(date(2026, 1, 1), -1_200_00),
        Flow(date(2027, 1, 1), 1_100_00),
        Flow(date(2028, 1, 1), -1_100_00),
    ]
    found = simple_rate(flows)
    assert found is not None
    assert abs(found - Decimal("0.1")) < TINY


def test_a_fee_before_the_loan_came_bears_no_interest_and_counts():
    """100 first, then 1,000, 1,000 after a year: 100 on 900 (民法典 670)."""
    flows = [
        Flow(date(2024, 12, 31), -100_00),
        Flow(date(2025, 1, 1), 1_000_00),
        Flow(date(2026, 1, 1), -1_000_00),
    ]
    assert abs(simple(flows) - Decimal(1) / 9) < Decimal("1e-12")
