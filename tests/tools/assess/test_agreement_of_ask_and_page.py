"""Page and shell tell the engine the same facts, and so get the same answer."""

from __future__ import annotations

import pytest

from tests.tools.assess.asking import ASSESS, TODAY, answers, with_paper
from timeline import catalog
from timeline.catalog.papers import own_steps
from timeline.engine import Facts, PaperKind, assess
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.tools.assess import ask
from timeline.tools.assess.forms import AssessForm

DUE = {"role": "borrower", "due_date": "2026-11-14", "papers": []}
SAME: dict[str, tuple[dict, dict]] = {
    "nine days": (answers(), DUE),
    "a date as people write it": (answers(due_date="２０２６年１１月１４日"), DUE),
    "a number of days": (
        answers(when="days", due_date=None, overdue_days="第9天"),
        {"role": "borrower", "overdue_days": 9, "papers": []},
    ),
    "a span": (
        answers(when="days", due_date=None, overdue_days="14～21"),
        {"role": "borrower", "overdue_days": [14, 21], "papers": []},
    ),
    "nothing known": (
        {"role": "borrower", "when": "unknown", "papers": "unknown"},
        {"role": "borrower"},
    ),
    "left alone or said not to be known": (
        answers(
            product="unknown",
            lender_kind="unknown",
            reachable="unknown",
            contact_called="unknown",
            contact_refused="unknown",
            agreement="unknown",
        ),
        DUE,
    ),
    "a sum": (answers(principal="1,234.50"), DUE | {"principal": "1234.5"}),
    "a product and a lender": (
        answers(product="renxingdai", lender_kind="micro-loan"),
        DUE | {"product": "renxingdai", "lender_kind": "micro-loan"},
    ),
    "calls": (
        answers(reachable="no", contact_called="yes", contact_refused="yes"),
        DUE | {"reachable": False, "contact_called": True, "contact_refused": True},
    ),
    "a contact who refused": (
        answers(role="contact", contact_refused="yes"),
        DUE | {"role": "contact", "contact_refused": True},
    ),
    "no calls": (
        answers(reachable="yes", contact_called="no"),
        DUE | {"reachable": True, "contact_called": False},
    ),
    "an agreement": (
        answers(agreement="kept", agreement_next_due="2026/12/20"),
        DUE | {"agreement": "kept", "agreement_next_due": "2026-12-20"},
    ),
    "no agreement": (answers(agreement="none"), DUE | {"agreement": "none"}),
    "a guarantor": (answers(role="guarantor"), DUE | {"role": "guarantor"}),
    "a paper in full": (
        with_paper(
            "asset-freeze",
            received="2026.11.20",
            verified="true",
            own_date="2026-11-30",
            hearing="2026-12-01",
            over="on",
            freeze="preservation",
        ),
        DUE
        | {
            "papers": [
                {
                    "kind": "asset-freeze",
                    "received": "2026-11-20",
                    "verified": True,
                    "own_date": "2026-11-30",
                    "hearing": "2026-12-01",
                    "over": True,
                    "freeze": "preservation",
                }
            ]
        },
    ),
    "a forged paper": (
        with_paper("summons", verified="false"),
        DUE | {"papers": [{"kind": "summons", "verified": False}]},
    ),
    "papers with an empty row between": (
        with_paper("summons") | {"papers.2.kind": "judgment", "papers.1.kind": ""},
        DUE | {"papers": [{"kind": "summons"}, {"kind": "judgment"}]},
    ),
    **{
        f"a {kind.key}": (
            with_paper(kind.key, received="2026-11-20"),
            DUE | {"papers": [{"kind": kind.key, "received": "2026-11-20"}]},
        )
        for kind in PaperKind
    },
}


@pytest.fixture
def asked(monkeypatch) -> list[Facts]:
    """The facts that ``ask`` hands to the engine."""
    seen: list[Facts] = []

    def listen(facts, rules):
        seen.append(facts)
        return assess(facts, rules)

    monkeypatch.setattr(ask, "assess", listen)
    return seen


@pytest.mark.parametrize("name", SAME)
def test_page_and_shell_tell_the_engine_the_same(name, asked):
    on_page, in_shell = SAME[name]
    form = AssessForm(on_page)
    assert form.is_valid(), form.errors.as_text()
    ask.answer(in_shell, TODAY)
    assert form.facts == asked[0]


@pytest.mark.parametrize("name", SAME)
def test_the_page_shows_what_the_shell_answers(client, name):
    on_page, in_shell = SAME[name]
    page = client.post(ASSESS, on_page).context["page"]
    answer = ask.answer(in_shell, TODAY)
    fill, words = catalog.fill, catalog.words
    assert [line.title for line in page.actions] == [
        fill(words.actions()[key].title, TODAY) for key in answer["actions"]
    ]
    assert [line.title for line in page.findings] == [
        fill(words.findings()[key].title, TODAY) for key in answer["findings"]
    ]
    # What a paper is itself about has a name of its own on the page.
    own = {step.key for step in own_steps().values()} - set(DEADLINE_KEYS)
    legal = [
        (row.key, row.iso)
        for row in page.dates
        if row.kind == "legal" and row.key not in own
    ]
    assert legal == [
        (item["key"], item["safe_date"] or "") for item in answer["deadlines"]
    ]
    assert len(page.trace) == len(answer["trace"])
    assert page.ruleset == answer["ruleset"]
    assert (page.ask is None) is (answer["ask"] is None)


@pytest.mark.parametrize(
    ("on_page", "in_shell"),
    [
        (answers(due_date="2027-11-25"), DUE | {"due_date": "2027-11-25"}),
        (
            answers(when="days", due_date=None, overdue_days="21-14"),
            {"role": "borrower", "overdue_days": [21, 14]},
        ),
        (answers(principal="0"), DUE | {"principal": "0"}),
        (
            with_paper("summons", received="2026-11-24"),
            DUE | {"papers": [{"kind": "summons", "received": "2026-11-24"}]},
        ),
    ],
    ids=["too far", "reversed", "nothing", "tomorrow"],
)
def test_page_and_shell_refuse_the_same_with_the_same_words(on_page, in_shell):
    form = AssessForm(on_page)
    with pytest.raises(ask.FactsError) as refusal:
        ask.answer(in_shell, TODAY)
    assert form.errors == {refusal.value.field: [str(refusal.value)]}
