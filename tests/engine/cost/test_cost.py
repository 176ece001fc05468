"""What is owed: properties that hold for every debt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.engine import FactsError
from timeline.engine.cost import (
    BASES,
    BeyondSenseError,
    Debt,
    Instalment,
    Order,
    Payment,
    Penalty,
    RateChange,
    RatePer,
    days,
    fen,
    other_readings,
    owed_on,
    yearly_charge,
)

DUE = date(2026, 1, 1)
# In fen: 28 digits leave some 17 behind the point of the largest sums here.
HAIR = Decimal("1e-12")
PERCENTS = st.decimals(0, 100, places=2)
TERMS = {
    "principal": st.integers(1, 10**9),
    "percent": PERCENTS,
    "interest": st.integers(0, 10**6),
    "fees": st.integers(0, 10**5),
    "penalty": st.sampled_from(Penalty),
    "figure": st.decimals(0, 60, places=1),
    "late_fee": st.integers(0, 10**5),
    "basis": st.sampled_from(BASES),
    "order": st.sampled_from(Order),
}
DEBTS = st.builds(Debt, due=st.just(DUE), compound=st.booleans(), **TERMS)
SIMPLE = st.builds(Debt, due=st.just(DUE), compound=st.just(False), **TERMS)
LENGTHS = st.integers(1, 200)


def day(number: int) -> date:
    return DUE + timedelta(number)


def half_up(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


@given(SIMPLE, LENGTHS)
def test_the_days_add_up_to_the_closed_form_to_the_fen(debt, length):
    rate = Fraction(debt.percent) / 100 / debt.basis
    daily = Fraction(debt.figure) / 1000
    interest, penalty = {
        Penalty.UPLIFT: (rate, rate * Fraction(debt.figure) / 100),
        Penalty.DAILY: (Fraction(0), daily),
        Penalty.DAILY_ADDED: (rate, daily),
        Penalty.NONE: (rate, Fraction(0)),
    }[debt.penalty]
    owed = owed_on(debt, day(length))
    accrued = debt.interest + debt.principal * interest * length
    assert fen(owed.interest) == half_up(accrued)
    assert fen(owed.penalty) == half_up(debt.principal * penalty * length)
    assert fen(owed.fees) == debt.fees + debt.late_fee
    assert owed.principal == debt.principal


@given(SIMPLE, LENGTHS, PERCENTS, st.integers(1, 100))
def test_a_change_of_rate_counts_from_its_day(debt, length, percent, at):
    changed = replace(debt, changes=(RateChange(day(at), percent),))
    before = owed_on(debt, day(min(at, length)))
    assert owed_on(changed, day(min(at, length))) == before
    if length > at:
        rest = replace(
            debt, due=day(at), percent=percent, interest=0, fees=0, late_fee=0
        )
        late = owed_on(rest, day(length))
        owed = owed_on(changed, day(length))
        assert abs(owed.interest - before.interest - late.interest) < HAIR
        assert abs(owed.penalty - before.penalty - late.penalty) < HAIR


@given(SIMPLE, st.integers(2, 12), LENGTHS)
def test_missed_instalments_cost_what_each_costs_from_its_own_day(debt, count, length):
    dues = [day(30 * number) for number in range(1, count)]
    one = replace(debt, fees=0, late_fee=0)
    all_missed = replace(
        one, later=tuple(Instalment(due, debt.principal, debt.interest) for due in dues)
    )
    until = day(30 * count + length)
    alone = [owed_on(replace(one, due=due), until).total for due in (DUE, *dues)]
    assert abs(owed_on(all_missed, until).total - sum(alone)) < HAIR


def test_what_was_paid_too_much_meets_the_next_instalment():
    """1,000 at 18 % due 01-01, 1,000 more on 02-01 and 03-01; 3,000 paid on 01-15."""
    debt = Debt(
        due=DUE,
        principal=1_000_00,
        percent=Decimal(18),
        later=(Instalment(day(31), 1_000_00), Instalment(day(59), 1_000_00)),
        payments=(Payment(day(14), 3_000_00),),
    )
    owed = owed_on(debt, day(89))
    # 14 days of 18 % on 1,000 are 6.90; so much of the third instalment stays.
    assert fen(owed.principal) == 6_90
    assert owed.credit == 0


@given(SIMPLE, LENGTHS)
def test_a_rate_quoted_by_the_day_costs_the_same_in_every_year(debt, length):
    daily = Decimal("0.05")
    by_basis = {
        fen(owed_on(replace(debt, percent=percent, basis=basis), day(length)).total)
        for basis in BASES
        for percent in [RatePer.DAY.yearly(daily, basis)]
    }
    assert len(by_basis) == 1


@given(DEBTS, LENGTHS, st.integers(1, 10**7), st.integers(1, 10**7), st.integers(1, 99))
def test_a_payment_in_two_parts_on_one_day_is_one_payment(debt, length, one, two, at):
    parts = (Payment(day(at), one), Payment(day(at), two))
    whole = (Payment(day(at), one + two),)
    assert owed_on(replace(debt, payments=parts), day(length)) == owed_on(
        replace(debt, payments=whole), day(length)
    )


@given(DEBTS, st.integers(0, 100), st.integers(1, 10**7), st.integers(1, 99))
def test_a_payment_is_neither_lost_nor_counted_twice(debt, more, paid, at):
    before = owed_on(debt, day(at))
    after = owed_on(replace(debt, payments=(Payment(day(at), paid),)), day(at))
    assert abs(before.total - paid - (after.total - after.credit)) < HAIR
    assert min(after.principal, after.interest, after.penalty, after.fees) >= 0
    assert not (after.credit and after.total)


@given(DEBTS, st.integers(1, 10**7), st.integers(2, 90))
def test_who_pays_earlier_never_owes_more(debt, paid, at):
    # Where interest is compounded beside a penalty that is not, a day decides which of
    # the two a payment clears: then the property is not true, and need not be.
    assume(not (debt.compound and debt.penalty is Penalty.DAILY_ADDED))
    early = replace(debt, payments=(Payment(day(at - 1), paid),))
    late = replace(debt, payments=(Payment(day(at), paid),))
    first, second = (owed_on(one, day(120)) for one in (early, late))
    assert first.total - first.credit <= second.total - second.credit + HAIR


@given(DEBTS, LENGTHS)
def test_what_is_owed_never_falls_by_itself(debt, length):
    totals = [owed.total for owed in days(debt, day(length))]
    assert totals == sorted(totals)


@given(DEBTS, LENGTHS)
def test_a_hundred_times_the_debt_is_a_hundred_times_owed(debt, length):
    large = replace(
        debt,
        principal=debt.principal * 100,
        interest=debt.interest * 100,
        fees=debt.fees * 100,
        late_fee=debt.late_fee * 100,
    )
    small = owed_on(debt, day(length))
    assert abs(fen(owed_on(large, day(length)).total) - 100 * fen(small.total)) <= 50


@given(DEBTS, LENGTHS)
def test_interest_on_interest_is_never_cheaper(debt, length):
    plain, dear = (replace(debt, compound=compound) for compound in (False, True))
    assert owed_on(plain, day(length)).total <= owed_on(dear, day(length)).total


@given(DEBTS, LENGTHS)
def test_a_shorter_year_is_never_cheaper(debt, length):
    long, short = (replace(debt, basis=basis) for basis in BASES)
    assert owed_on(long, day(length)).total <= owed_on(short, day(length)).total


def test_a_tie_is_rounded_up_however_many_days_made_it():
    # 1 元 at 0.5 % for 365 days: exactly half a fen, though 365ths never end
    debt = Debt(due=DUE, principal=1_00, percent=Decimal("0.5"))
    assert fen(owed_on(debt, day(365)).interest) == 1


def test_interest_on_interest_joins_at_the_end_of_a_month():
    # 10,000 元 at 36.5 %: 10 元 a day. After 31 days 310 元 join; then 10.31 a day.
    debt = Debt(due=DUE, principal=10_000_00, percent=Decimal("36.5"), compound=True)
    assert fen(owed_on(debt, day(31)).total) == 10_310_00
    assert fen(owed_on(debt, day(32)).total) == 10_320_31


@pytest.mark.parametrize(
    ("penalty", "figure", "share"),
    [
        (Penalty.NONE, "0", "0.18"),
        (Penalty.UPLIFT, "50", "0.27"),  # 18 % × 1.5
        (Penalty.DAILY, "1", "0.365"),  # 1 ‰ × 365
        (Penalty.DAILY_ADDED, "1", "0.545"),
    ],
)
def test_a_year_overdue_has_its_price(penalty, figure, share):
    debt = Debt(
        due=DUE,
        principal=100_00,
        percent=Decimal(18),
        penalty=penalty,
        figure=Decimal(figure),
    )
    assert yearly_charge(debt, DUE) == Decimal(share)


@given(SIMPLE)
def test_a_year_of_365_days_costs_exactly_its_rates(debt):
    """Nothing is left of the days that it was divided by: a tie stays a tie."""
    rate, figure = Fraction(debt.percent) / 100, Fraction(debt.figure)
    penalty = {
        Penalty.UPLIFT: rate * (100 + figure) / 100,
        Penalty.DAILY: figure * 365 / 1000,
        Penalty.DAILY_ADDED: rate + figure * 365 / 1000,
        Penalty.NONE: rate,
    }
    charged = yearly_charge(replace(debt, basis=365), DUE)
    assert Fraction(charged) == penalty[debt.penalty]


@pytest.mark.parametrize(
    ("percent", "basis", "share"),
    [
        ("5.13", 365, "0.07695"),  # 5.13 % × 1.5
        ("24", 360, "0.365"),  # 24 % × 365 ÷ 360 never ends; 36 % × 365 ÷ 360 does
    ],
)
def test_a_year_that_ends_in_a_tie_is_exact(percent, basis, share):
    debt = Debt(
        due=DUE,
        principal=100_00,
        percent=Decimal(percent),
        penalty=Penalty.UPLIFT,
        figure=Decimal(50),
        basis=basis,
    )
    assert yearly_charge(debt, DUE) == Decimal(share)


@pytest.mark.parametrize(
    ("penalty", "interest"), [(Penalty.DAILY, 1_000_00), (Penalty.DAILY_ADDED, 0)]
)
def test_a_penalty_by_the_day_is_of_the_principal_alone(penalty, interest):
    """10,000 × 1 ‰ × 365 = 3,650, whatever interest is joined to the sum."""
    debt = Debt(
        due=DUE,
        principal=10_000_00,
        interest=interest,
        percent=Decimal("18.25"),
        penalty=penalty,
        figure=Decimal(1),
        compound=True,
    )
    assert fen(owed_on(debt, day(365)).penalty) == 3_650_00


@given(DEBTS, LENGTHS, st.sampled_from(RatePer), st.integers(1, 100))
def test_a_change_is_quoted_as_the_rate_is(debt, length, per, at):
    """A rate of a day or month costs what its yearly rate costs, changed or not."""
    quoted = replace(debt, per=per, changes=(RateChange(day(at), Decimal("0.04")),))
    yearly = replace(
        debt,
        percent=per.yearly(debt.percent, debt.basis),
        changes=(RateChange(day(at), per.yearly(Decimal("0.04"), debt.basis)),),
    )
    assert fen(owed_on(quoted, day(length)).total) == fen(
        owed_on(yearly, day(length)).total
    )


def test_a_daily_rate_is_not_explained_by_the_days_of_a_year():
    debt = Debt(due=DUE, principal=10_000_00, percent=Decimal("0.05"), per=RatePer.DAY)
    keys = {reading.key for reading in other_readings(debt, day(90), [30, 50])}
    assert keys == {"compound", "both-days-counted", "uplift-30", "uplift-50"}


def test_a_penalty_that_was_told_is_not_guessed_again():
    debt = Debt(
        due=DUE,
        principal=10_000_00,
        percent=Decimal(18),
        penalty=Penalty.UPLIFT,
        figure=Decimal(30),
        compound=True,
    )
    keys = {reading.key for reading in other_readings(debt, day(90), [30, 50])}
    assert "uplift-not-compounded" in keys
    assert "uplift-50" not in keys


def test_a_reading_beyond_sense_is_dropped_and_the_others_are_told():
    """10^14 fen at 365 % a year: 4.65 × 10^14; with a hundred times it, 3.7 × 10^16."""
    debt = Debt(due=DUE, principal=10**14, percent=Decimal(365))
    with pytest.raises(BeyondSenseError) as beyond:
        owed_on(replace(debt, penalty=Penalty.UPLIFT, figure=Decimal(10_000)), day(365))
    assert beyond.value.field == "rate"
    keys = [one.key for one in other_readings(debt, day(365), [50, 10_000])]
    assert "uplift-50" in keys
    assert "uplift-10000" not in keys


def test_other_readings_differ_from_ours_and_name_what_they_change():
    debt = Debt(
        due=DUE,
        principal=10_000_00,
        percent=Decimal(18),
        late_fee=50_00,
        payments=(Payment(day(10), 500_00),),
    )
    keys = {reading.key: reading.total for reading in other_readings(debt, day(90))}
    own = fen(owed_on(debt, day(90)).total)
    assert set(keys) == {
        "basis-360",
        "compound",
        "both-days-counted",
        "order-principal-first",
        "payments-missing",
        "without-late-fee",
    }
    assert own not in keys.values()


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"payments": (Payment(DUE, 1),)}, "payments"),
        ({"changes": (RateChange(DUE, Decimal(1)),)}, "rate_changes"),
    ],
)
def test_what_happened_before_the_due_day_is_refused(terms, field):
    with pytest.raises(FactsError) as refused:
        Debt(due=DUE, principal=1, percent=Decimal(1), **terms)
    assert refused.value.field == field
