"""The all-in rate: by hand, against another library, and where there is none."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from timeline.engine.flows import Flow
from timeline.engine.irr import MOST_YEARLY, NoRate, YearlyRate, yearly_rate

START = date(2025, 1, 1)


def flows(*pairs: tuple[int, int]) -> list[Flow]:
    """Sums in fen by days since the start."""
    return [Flow(START + timedelta(days), fen) for days, fen in pairs]


def rate(*pairs: tuple[int, int]) -> YearlyRate:
    found = yearly_rate(flows(*pairs))
    assert isinstance(found, YearlyRate)
    return found


def loan(source: random.Random) -> list[Flow]:
    """A loan as lenders write them: money once or twice, up to 60 payments."""
    principal = source.randrange(100_00, 500_000_00)
    count = source.randrange(1, 61)
    dearer = Decimal(source.randrange(70, 250)) / 100
    found = [Flow(START, principal)]
    if source.random() < 0.3:  # a fee kept back on the day of the loan
        found.append(Flow(START, -principal * source.randrange(1, 20) // 100))
    for number in range(1, count + 1):
        day = START + timedelta(30 * number + source.randrange(0, 4))
        found.append(Flow(day, -int(principal * dearer / count)))
    return found


@pytest.mark.parametrize("seed", range(300))
def test_another_library_finds_the_same_rate(seed):
    sums = loan(random.Random(seed))  # noqa: S311 - repeatable, not secret
    found = yearly_rate(sums)
    # The other library reckons in floats; ours is turned into one only to compare.
    theirs = pyxirr.xirr(
        [flow.day for flow in sums], [float(flow.fen) for flow in sums]
    )
    assert isinstance(found, YearlyRate)
    assert theirs is not None
    # What the issue asks for; theirs is a float, so the difference has to be one.
    assert abs(float(found.compound) - theirs) < 1e-9


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        ((), NoRate.NOTHING_RECEIVED),
        (((0, 0),), NoRate.NOTHING_RECEIVED),
        (((0, -100),), NoRate.NOTHING_RECEIVED),
        (((0, 100), (30, 100)), NoRate.NOTHING_PAID),
        (((0, 100), (0, -100)), NoRate.NOTHING_RECEIVED),
        (((0, 100), (0, -40)), NoRate.NOTHING_PAID),
        # −1, 2.3, −1.32 a year apart: 10 % and 20 % both solve it
        (((0, -100_00), (365, 230_00), (730, -132_00)), NoRate.SEVERAL),
        # 1, −2.3, 1.3: 0 % and 30 % both solve it
        (((0, 100_00), (365, -230_00), (730, 130_00)), NoRate.SEVERAL),
        # money lent out, not borrowed
        (((0, -100_00), (365, 200_00)), NoRate.PAID_FIRST),
        # one fen of a million after a year: less than −99.99 %
        (((0, 1_000_000_00), (365, -1)), NoRate.BEYOND),
    ],
)
def test_what_has_no_single_rate_is_refused_with_the_reason(pairs, why):
    assert yearly_rate(flows(*pairs)) is why


@pytest.mark.parametrize(
    ("pairs", "simple"),
    [
        (((0, 500_00), (5, -1_000_00)), "73"),  # 1 ÷ (5 ÷ 365)
        (((0, 10_000_00), (1, -10_600_00)), "21.9"),  # 0.06 × 365
        (((0, 100_00), (1, -1_000_00)), "3285"),  # 9 × 365
        # 100 for a day, 400 for another: 600 ÷ (500 ÷ 365)
        (((0, 100_00), (1, 300_00), (2, -1_000_00)), "438"),
    ],
)
def test_of_what_is_dearer_than_any_rate_we_tell_that_much_is_said(pairs, simple):
    assert rate(*pairs) == YearlyRate(MOST_YEARLY, Decimal(simple), far_above=True)


def test_a_hundred_million_percent_is_told_and_more_is_not():
    below = rate((0, 1_00), (365, -999_999_00))
    above = rate((0, 1_00), (365, -1_000_002_00))
    assert (below.compound, below.far_above) == (999_998, False)
    assert (above.compound, above.far_above) == (MOST_YEARLY, True)
    assert above.simple == 1_000_001


@given(
    st.integers(1, 10**9),
    st.integers(1, 400),
    st.integers(1, 4_000_000),
)
def test_what_a_root_leaves_behind_pushes_no_loan_off_its_rate(principal, days, part):
    """A rate that can be written in the sums comes out as it was written."""
    received = principal * days * 1_000_000
    found = rate((0, received), (365, -received - received * part // 1_000_000))
    assert found.compound == Decimal(part) / 1_000_000
    assert found.simple == Decimal(part) / 1_000_000


def test_a_fee_before_the_loan_came_has_one_rate():
    """299 the day before 5,000, then 12 × 500: of its two roots one is a loan's."""
    sums = [(0, -299_00), (1, 5_000_00), *((30 * n, -500_00) for n in range(1, 13))]
    rate = yearly_rate(flows(*sums))
    assert isinstance(rate, YearlyRate)
    moved = yearly_rate(flows((1, 4_701_00), *sums[2:]))
    assert isinstance(moved, YearlyRate)
    assert Decimal("0.5") < moved.compound < rate.compound < Decimal("0.7")


def test_a_second_payment_out_keeps_the_rate_single():
    found = rate((0, 100_00), (180, -50_00), (200, 100_00), (565, -170_00))
    assert found.compound > 0


def test_a_loan_that_costs_nothing_has_the_rate_zero():
    assert rate((0, 1_200_00), (30, -600_00), (60, -600_00)).compound == 0


def test_a_loan_that_is_not_paid_back_in_full_has_a_negative_rate():
    found = rate((0, 1_000_00), (365, -900_00))
    assert round(found.compound, 20) == Decimal("-0.1")


def test_what_is_kept_back_on_the_day_makes_the_loan_dearer():
    whole = rate((0, 1_000_00), (365, -1_100_00))
    cut = rate((0, 1_000_00), (0, -100_00), (365, -1_100_00))
    assert round(whole.compound, 20) == Decimal("0.1")
    assert round(cut.compound, 10) == Decimal("0.2222222222")  # 1,100 ÷ 900


def test_the_order_of_the_sums_does_not_matter():
    pairs = ((0, 1_000_00), (31, -400_00), (59, -400_00), (90, -300_00))
    assert rate(*pairs) == rate(*reversed(pairs))


@given(
    paid=st.lists(st.integers(1, 10**8), min_size=1, max_size=40),
    received=st.integers(1, 10**9),
)
def test_a_hundred_times_the_sums_have_the_same_rate(paid, received):
    pairs = [(0, received), *((30 * n, -fen) for n, fen in enumerate(paid, 1))]
    small = yearly_rate(flows(*pairs))
    large = yearly_rate(flows(*((days, fen * 100) for days, fen in pairs)))
    if isinstance(small, NoRate):
        assert large is small
    else:
        assert isinstance(large, YearlyRate)
        assert abs(small.compound - large.compound) <= abs(small.compound) * Decimal(
            "1e-12"
        ) + Decimal("1e-15")


@given(st.integers(1_000_00, 10**9), st.integers(1, 10**8), st.integers(1, 10**7))
def test_a_further_fee_never_makes_a_loan_cheaper(received, interest, fee):
    plain = yearly_rate(flows((0, received), (365, -received - interest)))
    dearer = yearly_rate(flows((0, received), (365, -received - interest - fee)))
    assert isinstance(plain, YearlyRate)
    if isinstance(dearer, YearlyRate):
        assert dearer.compound > plain.compound
        assert 0 < plain.simple == plain.compound  # all of it after one year
