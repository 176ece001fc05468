"""Court fees: worked by hand from 诉讼费用交纳办法 第十三至十六条."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.catalog.court_fees import fee_scales
from timeline.engine.court_cost import court_fees

SUMS = st.integers(min_value=1, max_value=10**11)


@pytest.mark.parametrize(
    ("yuan", "acceptance", "halved"),
    [
        (1, "50", "25"),
        (10_000, "50", "25"),
        (10_001, "50.03", "25.01"),  # 50 + 1 × 2.5 % = 50.025; a half of it 25.0125
        (50_000, "1050", "525"),  # 50 + 40,000 × 2.5 %
        (100_000, "2300", "1150"),  # 50 + 90,000 × 2.5 %
        (200_000, "4300", "2150"),  # 2,300 + 100,000 × 2 %
        (300_000, "5800", "2900"),  # 4,300 + 100,000 × 1.5 %
        (500_000, "8800", "4400"),
        (1_000_000, "13800", "6900"),  # 8,800 + 500,000 × 1 %
        (2_000_000, "22800", "11400"),  # 13,800 + 1,000,000 × 0.9 %
        (5_000_000, "46800", "23400"),  # 22,800 + 3,000,000 × 0.8 %
        (10_000_000, "81800", "40900"),  # 46,800 + 5,000,000 × 0.7 %
        (20_000_000, "141800", "70900"),  # 81,800 + 10,000,000 × 0.6 %
        (30_000_000, "191800", "95900"),  # 141,800 + 10,000,000 × 0.5 %
    ],
)
def test_the_fee_rises_in_parts(yuan, acceptance, halved):
    fees = court_fees(yuan * 100, fee_scales())
    assert fees.acceptance == Decimal(acceptance) * 100
    assert fees.halved == Decimal(halved) * 100


@pytest.mark.parametrize(
    ("yuan", "preservation", "enforcement", "payment_order"),
    [
        (1000, "30", "50", "16.67"),  # 50 ÷ 3
        # 30 + 49,000 × 1 %; 50 + 40,000 × 1.5 %; 1,050 ÷ 3
        (50_000, "520", "650", "350"),
        (100_000, "1020", "1400", "766.67"),  # 30 + 99,000 × 1 %; 50 + 90,000 × 1.5 %
        (896_000, "5000", "11360", "4253.33"),  # 1,020 + 796,000 × 0.5 % = 5,000
        # never more than 5,000; 7,400 + 4,500,000 × 1 %; 46,800 ÷ 3
        (5_000_000, "5000", "52400", "15600"),
        # 52,400 + 5,000,000 × 0.5 %; 81,800 ÷ 3
        (10_000_000, "5000", "77400", "27266.67"),
        # 77,400 + 10,000,000 × 0.1 %; 141,800 ÷ 3
        (20_000_000, "5000", "87400", "47266.67"),
    ],
)
def test_freezing_enforcing_and_the_payment_order_have_scales_of_their_own(
    yuan, preservation, enforcement, payment_order
):
    fees = court_fees(yuan * 100, fee_scales())
    assert fees.preservation == Decimal(preservation) * 100
    assert fees.enforcement == Decimal(enforcement) * 100
    assert fees.payment_order == Decimal(payment_order) * 100


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
