"""Instalments lose no fen; a longer plan at a positive rate is never cheaper."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.plans.worked import cases, fen
from timeline.engine.instalments import MOST_MONTHS, instalments, simple_interest

SUM = st.integers(1, 10**9)
RATE = st.decimals(0, 10, places=6)
MONTHS = st.integers(1, MOST_MONTHS)


@pytest.mark.parametrize("case", cases("instalments"), ids=lambda case: case["name"])
def test_worked_case(case):
    rows = instalments(fen(case["principal"]), Decimal(case["rate"]), case["months"])

    assert [rows[0].payment, rows[0].interest] == list(map(fen, case["first"]))
    assert sum(row.payment for row in rows) == fen(case["total"])


@given(SUM, RATE, MONTHS)
def test_no_fen_is_lost(principal, rate, months):
    rows = instalments(principal, rate, months)

    assert len(rows) == months
    assert sum(row.principal for row in rows) == principal
    assert rows[-1].balance == 0
    balance = principal
    for row in rows:
        assert row.payment == row.interest + row.principal
        assert row.interest >= 0
        assert row.principal >= 0
        balance -= row.principal
        assert row.balance == balance


@given(SUM, RATE, MONTHS)
def test_no_row_is_more_than_a_fen_from_another(principal, rate, months):
    payments = {row.payment for row in instalments(principal, rate, months)}

    assert max(payments) - min(payments) <= 1


@given(SUM, RATE, st.integers(1, MOST_MONTHS - 1), st.integers(1, 24))
def test_longer_is_never_cheaper(principal, rate, months, more):
    def total(count: int) -> int:
        rows = instalments(principal, rate, min(count, MOST_MONTHS))
        return sum(row.payment for row in rows)

    assert total(months + more) >= total(months)


@given(st.integers(1, 10**7), RATE, MONTHS)
def test_a_hundredfold_sum_scales_every_row_within_a_fen(principal, rate, months):
    rows = instalments(principal, rate, months)
    scaled = instalments(100 * principal, rate, months)

    for row, hundredfold in zip(rows, scaled, strict=True):
        for part in ("payment", "interest", "principal"):
            larger, smaller = getattr(hundredfold, part), getattr(row, part)
            assert abs(larger - 100 * smaller) <= 100  # a fen of the smaller plan


@given(SUM, RATE, MONTHS)
def test_nothing_in_a_row_is_more_than_a_fen_from_its_exact_value(
    principal, rate, months
):
    with localcontext() as context:
        context.prec = 60
        rate_a_month = rate / 12
        growth = 1 + rate_a_month
        exact = Decimal(principal) / months
        if rate:
            exact = principal * rate_a_month / (growth**months - 1)
        payment = principal * rate_a_month + exact
        for row in instalments(principal, rate, months):
            interest = payment - exact
            for whole, part in zip(row[1:4], (payment, interest, exact), strict=True):
                assert abs(whole - part) <= 1
            exact *= growth


@pytest.mark.parametrize(
    ("principal", "rate", "months", "rows"),
    [
        # 3.333… each month
        (10, "0", 3, [(3, 0, 3), (4, 0, 4), (3, 0, 3)]),
        # 50.7512… each month, interest 1.00 and 0.5025; 101.5025… in all is 102
        (100, "0.12", 2, [(51, 1, 50), (51, 1, 50)]),
        # 1.3889 each month, interest 0.5 and 0.2778; 2.7778 in all is 3
        (2, "3", 2, [(1, 0, 1), (2, 1, 1)]),
        # 346.7547 each month, interest 20.00, 13.4649 and 6.7991; 1,040.26 in all
        (1000, "0.24", 3, [(347, 20, 327), (346, 13, 333), (347, 7, 340)]),
    ],
)
def test_a_small_plan_fen_by_fen(principal, rate, months, rows):
    found = instalments(principal, Decimal(rate), months)
    assert [(row.payment, row.interest, row.principal) for row in found] == rows


@given(SUM, RATE, MONTHS)
def test_interest_row_by_row_is_the_closed_form(principal, rate, months):
    rows = instalments(principal, rate, months)
    month = rate / 12
    exact = Decimal(principal) / months
    if month:
        exact = principal * month / (1 - (1 + month) ** -months)

    closed = exact * months - principal
    assert abs(sum(row.interest for row in rows) - closed) <= Decimal("0.51")


def test_simple_interest_is_rounded_half_up_once():
    assert simple_interest(100, Decimal("0.06"), 1) == 1  # 0.5 fen
    assert simple_interest(1_000_000, Decimal("0.12"), 6) == 60_000


@pytest.mark.parametrize(
    ("principal", "rate", "months"),
    [(0, "0.1", 1), (1, "-0.1", 1), (1, "0.1", 0), (1, "0.1", 361)],
)
def test_what_is_no_plan_is_refused(principal, rate, months):
    with pytest.raises(ValueError, match=str(months)):
        instalments(principal, Decimal(rate), months)
