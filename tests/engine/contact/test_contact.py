"""What somebody who is called hears, over the whole table of answers."""

from __future__ import annotations

import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest

from timeline.engine import LenderKind
from timeline.engine.contact import (
    AT_MOST,
    COMPLAINTS,
    PAPERS_FIRST,
    STEPS,
    ContactFacts,
    Said,
    Signed,
    Standing,
    contact,
)

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases/contact/people.toml").read_text("utf-8")
)["case"]
# What is said adds up: no answer depends on more than two things said at once.
HEARD = [
    frozenset(chosen) for number in (0, 1, 2) for chosen in combinations(Said, number)
] + [frozenset(Said)]


def table():
    """Every answer that four questions can have."""
    for signed, lender, told, said in product(
        Signed, LenderKind, (True, False, None), HEARD
    ):
        yield ContactFacts(signed=signed, lender_kind=lender, told=told, said=said)


def of(case):
    """The facts of a case; what it leaves out is not known."""
    return ContactFacts(
        signed=Signed(case.get("signed", "unknown")),
        lender_kind=LenderKind(case.get("lender_kind", "unknown")),
        told=case.get("told"),
        said=frozenset(map(Said, case.get("said", []))),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_people_hear_what_fits_them(case):
    answer = contact(of(case))
    assert answer.standing == case["standing"]
    assert answer.steps[0] == case["first_step"]
    assert list(answer.complaints[: len(case["complaints"])]) == case["complaints"]
    assert answer.ask == case.get("ask")


def test_every_answer_is_whole():
    for facts in table():
        answer = contact(facts)
        assert 2 <= len(answer.steps) <= AT_MOST
        assert len(set(answer.steps)) == len(answer.steps)
        assert set(answer.said) == facts.said
        assert list(answer.said) == [one for one in Said if one in facts.said]


def test_every_key_is_reached():
    answers = [contact(facts) for facts in table()]
    assert {answer.standing for answer in answers} == set(Standing)
    assert {step for answer in answers for step in answer.steps} == set(STEPS)
    assert {key for answer in answers for key in answer.complaints} == set(COMPLAINTS)
    assert {answer.ask for answer in answers} == {"signed", "lender_kind", None}


def test_what_a_caller_says_never_makes_somebody_a_debtor():
    for facts in table():
        if facts.signed is Signed.NOTHING:
            assert contact(facts).standing not in PAPERS_FIRST


def test_a_danger_always_comes_first():
    for facts in table():
        if facts.said & {Said.THREAT, Said.VISIT}:
            assert contact(facts).steps[0] == "call-police"


def test_who_may_have_signed_is_never_told_to_deny_it():
    for facts in table():
        if facts.signed not in {Signed.NOTHING} and Said.YOUR_LOAN not in facts.said:
            steps = contact(facts).steps
            assert "say-it-once" not in steps
            assert "refuse-in-writing" not in steps


@pytest.mark.parametrize("lender", [LenderKind.MICRO_LOAN, LenderKind.PRIVATE])
def test_the_banking_hotline_is_first_only_for_those_it_covers(lender):
    assert "banking-hotline" not in contact(ContactFacts(lender_kind=lender)).complaints
