"""Every option is worked out; nothing is said of what was not said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.plans.worked import cases, fen
from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine import FactsError, LenderKind
from timeline.engine.limitation import Light
from timeline.engine.offer import LIGHTS, Finding, Offer, compare
from timeline.engine.terms import OfferFacts, Option, Terms

TODAY = date(2026, 11, 23)
OWED = 10_000_00


def facts(**changes) -> OfferFacts:
    return OfferFacts(**{"today": TODAY, "owed_fen": OWED} | changes)


def one(known: OfferFacts) -> Offer:
    (offer,) = compare(known, catalog.norms(), lpr()).offers
    return offer


def terms(case) -> Terms:
    owed = fen(case["owed"])
    sum_fen = fen(case["sum"]) if "sum" in case else owed - fen(case.get("waived", "0"))
    return Terms(
        option=Option(case["option"]),
        sum_fen=sum_fen,
        months=case.get("months"),
        annual_rate=Decimal(case["rate"]) / 100 if "rate" in case else None,
        fee_fen=fen(case.get("fee", "0")),
    )


@pytest.mark.parametrize("case", cases("offer"), ids=lambda case: case["name"])
def test_worked_case(case):
    known = facts(
        owed_fen=fen(case["owed"]),
        terms=(terms(case),),
        can_pay_fen=fen(case["can_pay"]) if "can_pay" in case else None,
        cash_fen=fen(case["cash"]) if "cash" in case else None,
        lender_kind=LenderKind(case.get("lender_kind", "unknown")),
    )
    offer = one(known)

    assert offer.monthly == fen(case["monthly"])
    assert offer.total == fen(case["total"])
    assert offer.more == fen(case["more"])
    assert list(offer.findings) == case["findings"]
    assert offer.fits == case.get("fits")
    if "annual" in case:
        assert offer.rate == Decimal(case["annual"]) / 100


@pytest.mark.parametrize("option", [Option.EXTENSION, Option.INSTALMENTS])
def test_without_a_rate_nothing_is_worked_out(option):
    offer = one(facts(terms=(Terms(option=option, sum_fen=OWED, months=12),)))

    assert offer.total is None
    assert offer.rate is None
    assert offer.fits is False
    assert Finding.RATE_UNKNOWN in offer.findings


@pytest.mark.parametrize(
    ("option", "can_pay", "cash", "least", "too_much"),
    [
        # 12,000 in 12 months is 1,000 a month, before any interest.
        (Option.INSTALMENTS, 39_00, None, 1_000_00, Finding.OVER_BUDGET),
        (Option.INSTALMENTS, 1_000_00, None, 1_000_00, None),
        # Put off for 12 months it is 12,000 on one day: of 999 a month 11,988 is there.
        (Option.EXTENSION, 999_00, 0, 12_000_00, Finding.LUMP_OVER_CASH),
        (Option.EXTENSION, 1_000_00, 0, 12_000_00, None),
    ],
)
def test_without_a_rate_it_is_told_what_no_plan_of_it_can_be_below(
    option, can_pay, cash, least, too_much
):
    plan = Terms(option=option, sum_fen=12_000_00, months=12)
    offer = one(
        facts(owed_fen=12_000_00, terms=(plan,), can_pay_fen=can_pay, cash_fen=cash)
    )

    assert (offer.least, offer.total, offer.fits) == (least, None, False)
    found = [too_much] if too_much else []
    assert list(offer.findings) == [*found, Finding.RATE_UNKNOWN]


def test_without_a_number_of_months_nothing_is_told_of_a_month():
    plan = Terms(option=Option.INSTALMENTS, sum_fen=OWED, annual_rate=Decimal(0))

    assert one(facts(terms=(plan,))).least is None


def test_the_all_in_rate_of_a_plan_without_a_fee_is_that_of_the_plan():
    plan = Terms(
        option=Option.INSTALMENTS,
        sum_fen=OWED,
        months=12,
        annual_rate=Decimal("0.12"),
    )
    assert one(facts(terms=(plan,))).rate == Decimal("0.12")


def test_a_fee_raises_the_rate():
    plain = Terms(
        option=Option.INSTALMENTS,
        sum_fen=OWED,
        months=12,
        annual_rate=Decimal("0.12"),
    )
    dearer = Terms(
        option=Option.INSTALMENTS,
        sum_fen=OWED,
        months=12,
        annual_rate=Decimal("0.12"),
        fee_fen=500_00,
    )
    rates = [one(facts(terms=(offer,))).rate for offer in (plain, dearer)]

    assert rates[0] < rates[1]


def test_what_is_waived_has_no_rate():
    offer = one(facts(terms=(Terms(option=Option.SETTLEMENT, sum_fen=1),)))

    assert offer.rate is None
    assert offer.more == 1 - OWED


@given(st.integers(1, 10**8), st.integers(0, 10**7))
def test_the_own_proposal_clears_the_debt_and_not_a_month_too_late(owed, can_pay):
    months = compare(
        facts(owed_fen=owed, can_pay_fen=can_pay), catalog.norms(), lpr()
    ).own_months
    if months is None:
        assert can_pay * 360 < owed
    else:
        assert can_pay * (months - 1) < owed <= can_pay * months


@pytest.mark.parametrize(("owed", "months"), [(359, 359), (360, 360), (361, None)])
def test_no_own_proposal_is_longer_than_a_plan_can_be(owed, months):
    known = facts(owed_fen=owed, can_pay_fen=1)

    assert compare(known, catalog.norms(), lpr()).own_months == months


def test_what_the_months_save_to_the_last_fen_is_enough():
    """Of 600 a month 3,600 is there after six months, and not a fen more."""
    fits = [
        one(
            facts(
                owed_fen=owed,
                terms=(
                    Terms(
                        option=Option.EXTENSION,
                        sum_fen=owed,
                        months=6,
                        annual_rate=Decimal(0),
                    ),
                ),
                can_pay_fen=600_00,
            )
        ).fits
        for owed in (3_600_00, 3_600_01)
    ]
    assert fits == [True, None]  # what cash there is was not told


@given(
    st.integers(1, 10**8),
    st.integers(2, 360),
    st.decimals(0, 3, places=4),
    st.integers(0, 10**8),
)
def test_what_fits_never_exceeds_the_budget(owed, months, rate, can_pay):
    plan = Terms(
        option=Option.INSTALMENTS, sum_fen=owed, months=months, annual_rate=rate
    )
    offer = one(
        facts(owed_fen=owed, terms=(plan,), can_pay_fen=can_pay, cash_fen=can_pay)
    )

    assert offer.fits is (max(row.payment for row in offer.rows) <= can_pay)


@given(
    st.integers(1, 10**8),
    st.decimals(0, 3, places=4),
    st.none() | st.integers(0, 10**8),
    st.none() | st.integers(0, 10**8),
)
def test_a_plan_of_one_month_is_judged_as_an_extension_of_one(
    owed, rate, can_pay, cash
):
    """Both are paid on one day, from cash and what one month leaves."""
    plan, put_off = (
        one(
            facts(
                owed_fen=owed,
                terms=(Terms(option=option, sum_fen=owed, months=1, annual_rate=rate),),
                can_pay_fen=can_pay,
                cash_fen=cash,
            )
        )
        for option in (Option.INSTALMENTS, Option.EXTENSION)
    )

    assert plan.monthly == put_off.monthly
    assert plan.findings == put_off.findings
    assert plan.fits is put_off.fits
    there = (can_pay or 0) + (cash or 0)
    if cash is None:
        assert plan.fits is (True if plan.monthly <= there else None)
    else:
        assert plan.fits is (plan.monthly <= there)


@given(
    st.sampled_from([Option.EXTENSION, Option.INSTALMENTS]),
    st.integers(1, 360),
    st.integers(1, 240_000),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)
def test_whatever_the_day_a_plan_costs_the_rate_that_was_quoted(
    option, months, per_million, today
):
    rate = Decimal(per_million) / 1_000_000
    terms = Terms(option=option, sum_fen=OWED, months=months, annual_rate=rate)
    offer = one(facts(today=today, terms=(terms,), lender_kind=LenderKind.BANK))

    assert offer.rate in (rate, None)  # no fen of interest, no rate
    assert Finding.RATE_OVER_LINE not in offer.findings


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2026, 1, 5)])
def test_a_private_lender_is_never_held_to_the_line_of_a_month_that_may_not_be_his(
    today,
):
    """The contract's month is not asked for; above all known lines it is enough."""

    def found(percent: str) -> Finding:
        terms = Terms(
            option=Option.INSTALMENTS,
            sum_fen=OWED,
            months=12,
            annual_rate=Decimal(percent) / 100,
        )
        known = facts(today=today, terms=(terms,), lender_kind=LenderKind.PRIVATE)
        (finding,) = one(known).findings
        return finding

    assert found("10") is Finding.PRIVATE_LINE_OPEN
    assert found("17") is Finding.PRIVATE_LINE_OPEN  # 4 × 4.25, the highest we know
    assert found("17.0001") is Finding.PRIVATE_OVER_KNOWN


def test_an_old_debt_and_a_judgment_are_told_apart():
    def light(**changes) -> Light:
        return compare(facts(**changes), catalog.norms(), lpr()).limitation.light

    assert light() is Light.YELLOW
    assert light(last_instalment_due=date(2026, 1, 1)) is Light.GREEN
    assert light(judgment=True) is Light.GREEN


DAYS = st.dates(date(2015, 1, 1), TODAY)


@given(st.none() | DAYS, st.none() | st.booleans() | DAYS, st.none() | st.booleans())
def test_three_years_are_never_surely_over(due, promise, judgment):
    """Neither suits nor debits are asked for here, and either may restart them."""
    known = facts(
        last_instalment_due=due, last_payment_or_promise=promise, judgment=judgment
    )
    assert compare(known, catalog.norms(), lpr()).limitation.light in LIGHTS


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"owed_fen": 0}, "owed"),
        ({"today": date(1999, 1, 1)}, "today"),
        (
            {"terms": (Terms(option=Option.EXTENSION, sum_fen=1, months=361),)},
            "extension.months",
        ),
        ({"terms": (Terms(option=Option.SETTLEMENT, sum_fen=0),)}, "settlement.sum"),
    ],
)
def test_the_impossible_is_refused_at_its_field(wrong, field):
    with pytest.raises(FactsError) as error:
        facts(**wrong)

    assert error.value.field == field
