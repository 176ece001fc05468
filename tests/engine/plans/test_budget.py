"""Essentials first, the lowest month, a margin, and nothing promised beyond them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.plans.worked import cases, fen
from timeline.engine import FactsError
from timeline.engine.budget import (
    ESSENTIALS,
    MOST_EARNERS,
    MOST_MONTHS,
    PROMISED,
    BudgetFacts,
    Outcome,
    budget,
)

FEN = st.integers(0, 10**9)
FACTS = st.builds(
    BudgetFacts,
    people=st.none() | st.integers(1, 20),
    earners=st.lists(
        st.lists(FEN, max_size=MOST_MONTHS).map(tuple), max_size=MOST_EARNERS
    ).map(tuple),
    steady=st.none() | FEN,
    essentials=st.dictionaries(st.sampled_from(ESSENTIALS), FEN),
    promised=st.none() | FEN,
    margin_percent=st.integers(0, 100),
)


@pytest.mark.parametrize("case", cases("budget"), ids=lambda case: case["name"])
def test_worked_case(case):
    months = [tuple(map(fen, earner)) for earner in case.get("earners", ())]
    facts = BudgetFacts(
        earners=tuple(months),
        steady=fen(case["steady"]) if "steady" in case else None,
        essentials={key: fen(sum_) for key, sum_ in case["essentials"].items()},
        promised=fen(case["promised"]) if "promised" in case else None,
        margin_percent=case["margin_percent"],
    )
    result = budget(facts)

    assert result.left == fen(case["left"])
    assert result.margin == fen(case["margin"])
    assert result.can_pay == fen(case["can_pay"])
    assert result.outcome == case["outcome"]
    if "short" in case:
        assert result.short is case["short"]
    if "average" in case:
        assert result.average == fen(case["average"])


@given(FACTS)
def test_every_month_that_is_known_covers_life_and_the_promise(facts):
    result = budget(facts)
    if not result.can_pay:
        return
    for earner, months in enumerate(months for months in facts.earners if months):
        for month in months:
            others = sum(result.lowest) - result.lowest[earner]
            comes_in = month + others + (facts.steady or 0)
            goes_out = result.essentials + result.promised + result.can_pay
            assert comes_in >= goes_out + result.margin


@given(FACTS, st.integers(0, 10**6), st.sampled_from(ESSENTIALS))
def test_a_further_expense_never_raises_what_can_be_paid(facts, more, key):
    before = budget(facts).can_pay
    spent = {**facts.essentials, key: facts.essentials.get(key, 0) + more}
    after = budget(
        BudgetFacts(
            earners=facts.earners,
            steady=facts.steady,
            essentials=spent,
            promised=facts.promised,
            margin_percent=facts.margin_percent,
        )
    ).can_pay

    assert before is None or (after is not None and after <= before)


@given(FACTS)
def test_a_promise_is_whole_yuan_and_never_negative(facts):
    can_pay = budget(facts).can_pay

    assert can_pay is None or (can_pay >= 0 and can_pay % 100 == 0)


def test_of_differing_months_the_average_is_told_beside_the_lowest():
    """5200, 2600, 4500: 4100 on the average; 4100 − 3000 − 300 = 800."""
    spent = {"food": 1600_00, "housing": 900_00, "children": 500_00}
    months = ((5200_00, 2600_00, 4500_00),)
    result = budget(BudgetFacts(earners=months, essentials=spent, margin_percent=10))

    assert result.outcome is Outcome.UNEVEN
    assert (result.can_pay, result.average) == (0, 800_00)


@given(FACTS)
def test_the_average_never_leaves_less_than_the_lowest_month(facts):
    result = budget(facts)

    assert result.average is None or result.average >= (result.can_pay or 0)
    if result.outcome is Outcome.UNEVEN:
        assert result.average
        assert not result.can_pay


def test_without_food_or_housing_no_average_is_told():
    facts = BudgetFacts(earners=((0, 9000_00),), margin_percent=10)

    assert budget(facts).average is None


def test_a_promise_that_takes_from_the_food_money_is_no_want_of_income():
    spent = {"food": 1000_00, "housing": 0}
    facts = BudgetFacts(
        steady=3000_00, essentials=spent, promised=4000_00, margin_percent=10
    )
    assert budget(facts).outcome is Outcome.PROMISED


def test_without_any_income_nothing_is_said():
    result = budget(BudgetFacts(earners=((),), margin_percent=10))

    assert result.outcome is Outcome.UNKNOWN
    assert result.can_pay is None
    assert result.ask == "earners"


def test_food_and_housing_left_open_are_asked_for_and_never_taken_for_nothing():
    result = budget(BudgetFacts(steady=100_00, margin_percent=10))
    assert result.ask == "essentials.food"
    assert result.outcome is Outcome.INCOMPLETE
    assert result.can_pay is None
    assert result.missing == (*ESSENTIALS, PROMISED)

    spent = {"food": 0, "housing": 0}
    result = budget(BudgetFacts(steady=100_00, essentials=spent, margin_percent=10))
    assert result.ask is None
    assert result.can_pay == 100_00
    assert "food" not in result.missing


def test_what_is_short_even_without_food_and_housing_is_said_to_be_short():
    spent = {"medicine": 1_00}
    result = budget(BudgetFacts(steady=0, essentials=spent, margin_percent=10))

    assert result.outcome is Outcome.SHORT


def test_what_was_promised_is_not_taken_for_nothing_in_silence():
    told = {"steady": 1_00, "essentials": dict.fromkeys(ESSENTIALS, 0)}
    missing = budget(BudgetFacts(**told, margin_percent=10)).missing
    assert missing == (PROMISED,)

    nothing = budget(BudgetFacts(**told, promised=0, margin_percent=10))
    assert nothing.missing == ()


def test_an_earner_without_a_month_is_missing_and_not_dropped():
    months = ((3_000_00,), ())
    result = budget(BudgetFacts(earners=months, margin_percent=10))
    assert result.lowest == (3_000_00,)
    assert result.missing[0] == "earners.1"


def test_an_average_hides_no_month_that_leaves_no_food():
    """0 and 30,000: on the average 15,000 − 6,000 − 600 stay, in the lowest none."""
    spent = {"food": 4_000_00, "housing": 2_000_00}
    result = budget(
        BudgetFacts(earners=((0, 30_000_00),), essentials=spent, margin_percent=10)
    )
    assert (result.outcome, result.average) == (Outcome.UNEVEN, 8_400_00)
    assert result.short


@given(FACTS)
def test_short_is_said_of_every_household_whose_lowest_month_is_short(facts):
    result = budget(facts)
    assert result.short == (
        result.income is not None and result.income < result.essentials
    )
    assert result.short or result.outcome is not Outcome.SHORT


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 21}, "people"),
        ({"earners": ((1,),) * 5}, "earners"),
        ({"earners": ((1,) * 13,)}, "earners.0"),
        ({"margin_percent": 101}, "margin_percent"),
        ({"essentials": {"yacht": 1}}, "essentials.yacht"),
        ({"essentials": {"food": -1}}, "essentials.food"),
        ({"steady": -1}, "steady"),
        ({"promised": -1}, "promised"),
        ({"earners": ((1,), (1, -1))}, "earners.1.months.1"),
    ],
)
def test_the_impossible_is_refused_at_its_field(wrong, field):
    with pytest.raises(FactsError) as error:
        BudgetFacts(**{"margin_percent": 10} | wrong)

    assert error.value.field == field
