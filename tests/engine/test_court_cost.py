"""Court fees: worked by hand from 诉讼费用交纳办法 第十三至十六条."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.catalog.court_fees import fee_scales
from timeline.engine.court_cost import court_fees

SUMS = st.integers(min_value=1, max_value=10**11)


@pytest.mark.parametrize(
    ("yuan", "acceptance", "halved"),
    [
        (1, 50, 25),
        (10_000, 50, 25),
        (10_001, 50.03, 25.01),  # 50 + 1 × 2.5 % = 50.025; a half of it 25.0125
        (50_000, 1050, 525),  # 50 + 40,000 × 2.5 %
        (100_000, 2300, 1150),  # 50 + 90,000 × 2.5 %
        (200_000, 4300, 2150),  # 2,300 + 100,000 × 2 %
        (300_000, 5800, 2900),  # 4,300 + 100,000 × 1.5 %
        (500_000, 8800, 4400),
        (1_000_000, 13_800, 6900),  # 8,800 + 500,000 × 1 %
        (2_000_000, 22_800, 11_400),  # 13,800 + 1,000,000 × 0.9 %
        (20_000_000, 141_800, 70_900),  # 22,800 + 24,000 + 35,000 + 60,000
        (30_000_000, 191_800, 95_900),  # 141,800 + 10,000,000 × 0.5 %
    ],
)
def test_the_fee_rises_in_parts(yuan, acceptance, halved):
    fees = court_fees(yuan * 100, fee_scales())
    assert fees.acceptance == round(acceptance * 100)
    assert fees.halved == round(halved * 100)


@pytest.mark.parametrize(
    ("yuan", "preservation", "enforcement", "payment_order"),
    [
        (1000, 30, 50, 16.67),  # 50 ÷ 3
        (50_000, 520, 650, 350),  # 30 + 49,000 × 1 %; 50 + 40,000 × 1.5 %; 1,050 ÷ 3
        (100_000, 1020, 1400, 766.67),  # 30 + 99,000 × 1 %; 50 + 90,000 × 1.5 %
        (896_000, 5000, 11_360, 4253.33),  # 1,020 + 796,000 × 0.5 % = 5,000
        (5_000_000, 5000, 52_400, 15_600),  # never more than 5,000
    ],
)
def test_freezing_enforcing_and_the_payment_order_have_scales_of_their_own(
    yuan, preservation, enforcement, payment_order
):
    fees = court_fees(yuan * 100, fee_scales())
    assert fees.preservation == round(preservation * 100)
    assert fees.enforcement == round(enforcement * 100)
    assert fees.payment_order == round(payment_order * 100)


@given(SUMS, SUMS)
def test_a_larger_sum_never_costs_less(one, other):
    low, high = sorted((one, other))
    lower, higher = (court_fees(fen, fee_scales()) for fen in (low, high))
    assert all(a <= b for a, b in zip(lower, higher, strict=True))


@given(SUMS)
def test_two_halves_are_the_whole_within_a_fen(fen):
    fees = court_fees(fen, fee_scales())
    assert abs(2 * fees.halved - fees.acceptance) <= 1


@pytest.mark.parametrize("fen", [0, -1])
def test_no_sum_has_no_fee(fen):
    with pytest.raises(ValueError, match=str(fen)):
        court_fees(fen, fee_scales())
