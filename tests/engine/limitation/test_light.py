"""The limitation light: green only where it is sure, and never a promise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import catalog
from timeline.catalog.limitation import limitation_words
from timeline.citations import cite
from timeline.engine import FactsError, Norm, Norms, Unit
from timeline.engine.limitation import (
    EVENTS,
    QUESTIONS,
    WHY,
    Light,
    Limitation,
    LimitationFacts,
    limitation,
)

TODAY = date(2026, 11, 23)
OLD = date(2020, 1, 1)
NOTHING_SINCE = {"auto_debit": False, "suit_or_arbitration": False}


def ask(today: date = TODAY, **facts) -> Limitation:
    return limitation(LimitationFacts(today=today, **facts), catalog.norms())


def test_nothing_known_is_not_known():
    answer = ask()

    assert answer.light is Light.YELLOW
    assert answer.ask == "last_instalment_due"


@pytest.mark.parametrize(
    ("due", "last_day"),
    [
        (date(2023, 11, 23), date(2026, 11, 23)),
        (date(2020, 2, 29), date(2023, 2, 28)),  # no 29 February in 2023
        (date(2021, 2, 28), date(2024, 2, 28)),  # and none is added in 2024
        (date(2022, 12, 31), date(2025, 12, 31)),
    ],
)
def test_the_last_day_of_three_years_still_counts(due, last_day):
    on_it = ask(last_day, last_instalment_due=due, **NOTHING_SINCE)
    after = ask(last_day + timedelta(1), last_instalment_due=due, **NOTHING_SINCE)

    assert on_it.light is Light.GREEN
    assert after.light is Light.RED


def test_an_instalment_still_to_come_starts_no_period_yet():
    assert ask(last_instalment_due=date(2027, 6, 1)).light is Light.GREEN


def test_three_years_without_anything_may_be_over():
    answer = ask(
        last_instalment_due=OLD,
        last_demand=False,
        last_payment_or_promise=False,
        **NOTHING_SINCE,
    )

    assert answer == Limitation(
        Light.RED,
        ("period-may-be-over", "only-a-defence", "promise-gives-it-up"),
        None,
    )


def test_demands_that_nobody_knows_of_leave_it_red_and_are_asked_for():
    answer = ask(last_instalment_due=OLD, last_payment_or_promise=OLD, **NOTHING_SINCE)

    assert answer.light is Light.RED
    assert "demand-unknown" in answer.why
    assert answer.ask == "last_demand"


@pytest.mark.parametrize("fact", ["auto_debit", "suit_or_arbitration"])
def test_a_fact_that_a_bank_or_a_court_can_tell_is_asked_for_first(fact):
    facts = {"last_instalment_due": OLD} | NOTHING_SINCE | {fact: None}

    assert ask(**facts).light is Light.YELLOW
    assert ask(**facts).ask == fact


def test_a_demand_in_time_starts_the_period_again():
    answer = ask(last_instalment_due=date(2022, 6, 1), last_demand=date(2024, 5, 1))

    assert answer == Limitation(Light.GREEN, ("demand-within",), None)


def test_a_demand_after_a_gap_of_more_than_three_years_starts_nothing_surely():
    answer = ask(last_instalment_due=OLD, last_demand=date(2026, 1, 1), **NOTHING_SINCE)

    assert answer.light is Light.YELLOW
    assert "demand-after-gap" in answer.why


def test_one_event_after_the_other_carries_the_period_on():
    answer = ask(
        last_instalment_due=date(2018, 1, 1),
        last_demand=date(2020, 12, 1),
        suit_or_arbitration=date(2023, 11, 30),
    )

    assert answer == Limitation(Light.GREEN, ("suit-within",), None)


@pytest.mark.parametrize("due", [None, OLD])
def test_the_debtors_own_word_counts_however_late(due):
    answer = ask(last_instalment_due=due, last_payment_or_promise=date(2025, 1, 1))

    assert answer.light is Light.GREEN
    assert ("promise-after-gap" in answer.why) is (due == OLD)


def test_an_automatic_debit_alone_leaves_a_doubt():
    facts = {"last_instalment_due": OLD, "suit_or_arbitration": False}

    assert ask(auto_debit=True, **facts).light is Light.YELLOW
    assert ask(auto_debit=date(2025, 1, 1), **facts).light is Light.YELLOW
    assert ask(auto_debit=date(2021, 1, 1), **facts).light is Light.RED


@pytest.mark.parametrize("event", ["last_demand", "last_payment_or_promise"])
def test_an_event_without_its_day_is_a_doubt_and_its_day_is_asked_for(event):
    never = dict.fromkeys(["last_demand", "last_payment_or_promise"], False)
    facts = never | {event: True} | NOTHING_SINCE
    answer = ask(last_instalment_due=OLD, **facts)

    assert answer.light is Light.YELLOW
    assert answer.ask == event


def test_a_suit_stops_the_clock_until_a_day_that_is_not_asked_for():
    for suit in (True, date(2021, 1, 1)):
        answer = ask(
            last_instalment_due=OLD, auto_debit=False, suit_or_arbitration=suit
        )
        assert answer.light is Light.YELLOW
        assert "suit-restarts" in answer.why


@pytest.mark.parametrize("judgment", [True, date(2020, 1, 1)])
def test_after_a_judgment_other_rules_hold(judgment):
    answer = ask(last_instalment_due=date(2010, 1, 1), judgment=judgment)

    assert answer == Limitation(Light.GREEN, ("judgment-decides",), None)


def test_without_a_norm_for_the_day_there_is_no_answer():
    norm = catalog.norms()["limitation-years"]
    before = norm.versions[0].since - timedelta(1)

    assert ask(before, last_instalment_due=before).why[0] == "no-norm"
    assert ask(before, last_instalment_due=before).light is Light.YELLOW


def test_the_number_of_years_is_the_norms():
    version = catalog.norms()["limitation-years"].versions[0]
    two = Norms(
        {"limitation-years": Norm("limitation-years", Unit.YEARS, (_two(version),))}
    )
    facts = LimitationFacts(
        today=TODAY, last_instalment_due=date(2024, 11, 22), **NOTHING_SINCE
    )

    assert limitation(facts, two).light is Light.RED
    assert limitation(facts, catalog.norms()).light is Light.GREEN


def _two(version):
    return type(version)(
        version.norm,
        2,
        version.since,
        version.until,
        version.cite,
        version.strength,
        version.binds,
    )


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_tomorrow_is_refused_at_its_field(event):
    with pytest.raises(FactsError) as error:
        LimitationFacts(today=TODAY, **{event: TODAY + timedelta(1)})

    assert error.value.field == event


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("today", {"today": date(1999, 1, 1)}),
        (
            "last_instalment_due",
            {"today": TODAY, "last_instalment_due": date(2200, 1, 1)},
        ),
    ],
)
def test_an_impossible_day_is_refused_at_its_field(field, facts):
    with pytest.raises(FactsError) as error:
        LimitationFacts(**facts)

    assert error.value.field == field


DAYS = st.dates(date(1990, 1, 1), TODAY)
HAPPENED = st.none() | st.booleans() | DAYS
FACTS = st.fixed_dictionaries(
    {"last_instalment_due": st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))}
    | dict.fromkeys(EVENTS, HAPPENED)
)


@given(FACTS)
def test_it_always_answers_with_known_words(facts):
    answer = ask(**facts)

    assert answer.why
    assert list(answer.why) == sorted(answer.why, key=WHY.index)
    assert answer.ask is None or facts[answer.ask] in (None, True)
    assert answer.ask in (None, *QUESTIONS)


@given(FACTS, st.sampled_from([*EVENTS, "last_instalment_due"]))
def test_green_stays_green_whatever_is_forgotten_only_if_it_rests_on_the_rest(
    facts, name
):
    """Forgetting a fact can make it less sure; it never makes a red light green."""
    less = ask(**(facts | {name: None}))

    assert not (ask(**facts).light is Light.RED and less.light is Light.GREEN)


@given(FACTS)
def test_every_light_but_green_says_that_the_debt_remains(facts):
    answer = ask(**facts)

    assert (answer.light is Light.GREEN) is ("only-a-defence" not in answer.why)


def test_the_words_promise_nothing():
    words = limitation_words()
    texts = [one.text for one in (*words.lights.values(), *words.why.values())]

    assert not any("不用还" in text or "免还" in text for text in texts)
    assert "债还在" in words.why["only-a-defence"].text


def test_every_reason_rests_on_a_citation():
    for reason in limitation_words().why.values():
        assert [cite(reference).gist for reference in reason.cites]
