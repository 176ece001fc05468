"""Third parties, refusals, and whom a norm binds."""

from __future__ import annotations

import pytest

from tests.engine.conduct.asking import DAY, cites, event, judged, verdicts

BREACH, DOUBTFUL, OK = {"breach"}, {"doubtful"}, {"ok"}
CALLED = event(f"{DAY}T10:00", to="contact", answered=True)


@pytest.mark.parametrize(
    ("reachable", "expected"), [(True, BREACH), (None, DOUBTFUL), (False, OK)]
)
def test_a_contact_may_be_asked_only_when_the_borrower_cannot_be_reached(
    reachable, expected
):
    found = judged(CALLED | {"said": ["pass-message"]}, reachable=reachable)
    assert verdicts(found, "third-party-contact") == expected
    assert {found["overall"]} == expected
    assert found["ask"] == ("reachable" if reachable is None else None)


@pytest.mark.parametrize("said", ["ask-to-pay", "asked-to-promise"])
@pytest.mark.parametrize("to", ["contact", "family", "colleague"])
def test_nobody_else_may_be_asked_to_pay_even_when_the_borrower_is_gone(said, to):
    found = judged(CALLED | {"to": to, "said": [said]}, reachable=False)
    assert verdicts(found, "third-party-collection") >= BREACH


@pytest.mark.parametrize("to", ["borrower", "guarantor"])
def test_whoever_owes_may_be_asked_to_pay(to):
    said = ["ask-to-pay", "debt-details", "asked-to-promise"]
    assert judged(CALLED | {"to": to, "said": said}, reachable=True)["overall"] == "ok"


@pytest.mark.parametrize("to", ["spouse", "stranger"])
def test_a_spouse_may_owe_and_a_stranger_may_be_a_wrong_number(to):
    said = ["ask-to-pay", "debt-details"]
    found = judged(CALLED | {"to": to, "said": said}, reachable=True)
    assert found["overall"] == "doubtful"


def test_who_asks_a_stranger_for_the_borrower_knows_whom_he_calls():
    asked = CALLED | {"to": "stranger", "said": ["ask-whereabouts"]}
    assert judged(asked, reachable=True)["overall"] == "breach"


def test_telling_a_contact_the_sum_breaks_the_standard_and_perhaps_the_law():
    found = judged(CALLED | {"said": ["debt-details"]}, reachable=False)
    rule = "third-party-disclosure"
    assert cites(found, rule, "breach") == {"gbt-45251:contact-what"}
    assert "civil-code:1033" in cites(found, rule, "doubtful")


@pytest.mark.parametrize(
    "where", [{"channel": "posted"}, {"to": "public", "channel": "im"}]
)
def test_putting_the_debt_where_everybody_reads_it_is_against_the_law(where):
    found = judged(event(f"{DAY}T10:00", said=["debt-details"], **where))
    assert "civil-code:1033" in cites(found, "spreading", "breach")


@pytest.mark.parametrize(
    ("refused", "at", "expected"),
    [
        ("2026-11-19", f"{DAY}T08:00", BREACH),
        (DAY, f"{DAY}T18:00", DOUBTFUL),
        (DAY, "2026-11-21T08:00", BREACH),
        ("2026-11-21", f"{DAY}T18:00", set()),
        (f"{DAY}T10:00", f"{DAY}T09:59", set()),
        (f"{DAY}T10:00", f"{DAY}T10:00", set()),
        (f"{DAY}T10:00", f"{DAY}T10:01", BREACH),
        (f"{DAY}T10:00", DAY, DOUBTFUL),
        (f"{DAY}T10:00", None, DOUBTFUL),
        (None, f"{DAY}T10:00", set()),
    ],
)
def test_a_refusal_counts_from_the_next_minute_or_the_next_day(refused, at, expected):
    call = CALLED | {"at": at}
    found = judged(call, reachable=False, refused_at=refused)
    standard = {
        one["verdict"]
        for one in found["findings"]
        if one["rule"] == "after-refusal" and one["strength"] == "standard"
    }
    assert standard == expected


def test_the_borrowers_own_refusal_stops_no_collection():
    found = judged(event(f"{DAY}T10:00"), refused_at="2026-11-01")
    assert found["overall"] == "ok"


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("bank", "breach"),
        ("consumer-finance", "breach"),
        ("micro-loan", "breach"),
        ("platform", "doubtful"),
        ("unknown", "doubtful"),
        ("private", "ok"),
    ],
)
def test_the_standard_is_held_only_against_whom_it_binds(kind, verdict):
    found = judged(event(f"{DAY}T23:00"), lender_kind=kind)
    assert found["overall"] == verdict
    if kind in ("platform", "unknown"):
        assert found["ask"] == "lender_kind"


@pytest.mark.parametrize("kind", ["private", "unknown", "platform", "bank"])
@pytest.mark.parametrize(
    "said",
    [
        "threat",
        "insult",
        "impersonate-authority",
        "entered-home",
        "refused-to-leave",
        "disclose-to-others",
    ],
)
def test_the_law_binds_everyone(kind, said):
    found = judged(event(f"{DAY}T10:00", said=[said]), lender_kind=kind)
    assert found["overall"] == "breach"
    assert "law" in {one["strength"] for one in found["findings"]}


def test_only_norms_that_bind_a_private_lender_are_named():
    said = ["threat", "insult", "debt-details", "false-legal-claim"]
    found = judged(CALLED | {"said": said}, lender_kind="private", reachable=True)
    assert {tuple(one["binds"]) for one in found["findings"]} == {("everyone",)}


@pytest.mark.parametrize("said", ["private-account", "withheld-identity"])
def test_what_no_text_at_hand_forbids_outright_is_doubtful(said):
    for kind in ("bank", "consumer-finance", "micro-loan", "unknown"):
        found = judged(event(f"{DAY}T10:00", said=[said]), lender_kind=kind)
        assert found["overall"] == "doubtful"


def test_an_act_is_judged_by_the_law_of_its_day():
    old = judged(event("2025-12-31T10:00", said=["threat"]))
    new = judged(event("2026-01-01T10:00", said=["threat"]))
    assert "psapl-2012:42" in cites(old, "threat", "breach")
    assert "psapl-2025:50" in cites(new, "threat", "breach")


def test_where_no_norm_is_known_for_a_day_the_answer_says_so():
    found = judged(event("2024-06-01T23:00"))
    assert found["overall"] == "ok"
    assert found["unknown"] == ["quiet-hours"]
    assert judged(event("2024-06-01T23:00"), lender_kind="private")["unknown"] == []


def test_an_empty_log_is_no_offence():
    assert judged()["overall"] == "ok"
    assert judged()["findings"] == []
