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
    assert set(result.missing) == set(ESSENTIALS)

    spent = {"food": 0, "housing": 0}
    result = budget(BudgetFacts(steady=100_00, essentials=spent, margin_percent=10))
    assert result.ask is None
    assert result.can_pay == 100_00
    assert "food" not in result.missing


def test_what_is_short_even_without_food_and_housing_is_said_to_be_short():
    result = budget(BudgetFacts(steady=0, promised=1_00, margin_percent=10))

    assert result.outcome is Outcome.SHORT


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 21}, "people"),
        ({"earners": ((1,),) * 5}, "earners"),
        ({"earners": ((1,) * 13,)}, "earners.0"),
        ({"margin_percent": 101}, "margin_percent"),
        ({"essentials": {"yacht": 1}}, "essentials.yacht"),
    ],
)
def test_the_impossible_is_refused_at_its_field(wrong, field):
    with pytest.raises(FactsError) as error:
        BudgetFacts(**{"margin_percent": 10} | wrong)

    assert error.value.field == field
