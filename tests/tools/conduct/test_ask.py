"""``ask conduct``: its schema is true, its refusals name the field."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from tests.engine.conduct.asking import TODAY, event, real_cases
from timeline.catalog.conduct import conduct_words
from timeline.engine import FactsError
from timeline.engine.conduct import RULES
from timeline.tools.conduct.ask import answer, schema

GIVEN, ANSWERED = (schema()[side] for side in ("input", "output"))


@pytest.mark.parametrize("case", real_cases(), ids=lambda case: case["id"])
def test_questions_and_answers_fit_the_schema(case):
    asked = {"id": case["id"]} | case["given"]
    Draft202012Validator(GIVEN).validate(asked)
    found = {"id": case["id"]} | answer(case["given"], TODAY)
    Draft202012Validator(ANSWERED).validate(found)


def test_the_schema_spells_out_every_closed_list():
    parts = GIVEN["properties"]["events"]["items"]["properties"]
    words = conduct_words()
    for name, keys in [("channel", words.channels), ("to", words.to)]:
        assert parts[name]["anyOf"][0]["enum"] == list(keys)
    assert parts["said"]["anyOf"][0]["items"]["enum"] == list(words.said)
    rules = ANSWERED["properties"]["findings"]["items"]["properties"]["rule"]
    assert rules["enum"] == [rule.key for rule in RULES] == list(words.rules)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"events": []}, "role"),
        ({"role": "borrower"}, "events"),
        ({"role": "borrower", "events": None}, "events"),
        ({"role": "boss", "events": []}, "role"),
        ({"role": "borrower", "events": {}}, "events"),
        ({"role": "borrower", "events": [{}] * 201}, "events"),
        ({"role": "borrower", "events": [{"when": "x"}]}, "events.0.when"),
        ({"role": "borrower", "events": [{}, {"at": 5}]}, "events.1.at"),
        ({"role": "borrower", "events": [{"at": "2026-11-20T24:01"}]}, "events.0.at"),
        ({"role": "borrower", "events": [{"at": "2026-11-20 下午"}]}, "events.0.at"),
        ({"role": "borrower", "events": [{"at": "2026-11-24"}]}, "events.0.at"),
        ({"role": "borrower", "events": [{"at": "2026-W47"}]}, "events.0.at"),
        ({"role": "borrower", "events": [{"channel": "fax"}]}, "events.0.channel"),
        ({"role": "borrower", "events": [{"answered": 1}]}, "events.0.answered"),
        ({"role": "borrower", "events": [{"number": "12345"}]}, "events.0.number"),
        ({"role": "borrower", "events": [{"number": "１２３４"}]}, "events.0.number"),
        ({"role": "borrower", "events": [{"number": 1234}]}, "events.0.number"),
        ({"role": "borrower", "events": [{"said": "threat"}]}, "events.0.said"),
        ({"role": "borrower", "events": [{"said": ["hm"]}]}, "events.0.said.0"),
        ({"role": "borrower", "events": [], "refused_at": "2027-01-01"}, "refused_at"),
        (
            {"role": "borrower", "events": [], "agreed_quiet_hours": ["22:00"]},
            "agreed_quiet_hours",
        ),
        (
            {
                "role": "borrower",
                "events": [],
                "agreed_quiet_hours": ["22:00", "24:00"],
            },
            "agreed_quiet_hours.1",
        ),
        ({"role": "borrower", "events": [], "today": "1999-01-01"}, "today"),
    ],
)
def test_a_refusal_names_its_field(question, field):
    with pytest.raises(FactsError) as refused:
        answer(question, TODAY)
    assert refused.value.field == field
    assert str(refused.value).endswith("。")


def test_a_missing_key_is_the_same_as_null():
    short = answer({"role": "contact", "events": [event()]}, TODAY)
    nulls = {"number": None, "answered": None, "mode": None, "said": None}
    facts = {"lender_kind": None, "reachable": None, "refused_at": None}
    full = {"role": "contact", "events": [event(**nulls)]} | facts
    assert answer(full | {"agreed_quiet_hours": None, "today": None}, TODAY) == short
