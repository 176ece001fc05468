"""``manage.py ask assess``: one JSON object a line in, one out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from timeline import catalog
from timeline.catalog import words
from timeline.engine import (
    Agreement,
    Confidence,
    Freeze,
    LegalStage,
    LenderKind,
    PaperKind,
    Role,
    TimeStage,
)
from timeline.engine.deadlines import DEADLINE_KEYS

ROOT = Path(__file__).resolve().parents[3]


def ask(*lines: object) -> tuple[list[dict], int]:
    """The answers to some lines, and the exit status; objects are written as JSON."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return ask_bytes("\n".join(texts).encode())


def ask_bytes(given: bytes) -> tuple[list[dict], int]:
    """The answers to raw input, and the exit status."""
    out = io.StringIO()
    kept, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(given))
    try:
        call_command("ask", "assess", stdout=out)
        status = 0
    except CommandError as error:
        status = error.returncode
    finally:
        sys.stdin = kept
    return [json.loads(line) for line in out.getvalue().splitlines()], status


@pytest.fixture(scope="module")
def schema() -> dict:
    out = io.StringIO()
    call_command("ask", "assess", schema=True, stdout=out)
    return json.loads(out.getvalue())


def errors(schema: dict, value: object) -> list[str]:
    """What a JSON Schema validator has against a value."""
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(schema, format_checker=checker)
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(value)]


PAPER = {"kind": "payment-order", "received": "2026-11-20"}
ACCEPTED: dict[str, dict] = {
    "the least that is needed": {"role": "borrower"},
    "nine days overdue": {"role": "borrower", "due_date": "2026-11-14"},
    "an interval": {"role": "borrower", "overdue_days": [14, 21]},
    "a number": {"role": "borrower", "overdue_days": -3},
    "both agree": {"role": "borrower", "due_date": "2026-11-14", "overdue_days": 9},
    "both meet": {"role": "borrower", "due_date": "2026-11-14", "overdue_days": [7, 9]},
    "a contact": {"role": "contact", "contact_called": True, "contact_refused": True},
    "a guarantor": {"role": "guarantor", "papers": []},
    "a kept agreement": {
        "role": "borrower",
        "agreement": "kept",
        "agreement_next_due": "2026-12-20",
    },
    "full-width digits": {"role": "borrower", "principal": "１,２３４．５０"},
    "a paper": {"role": "borrower", "papers": [PAPER]},
    "a paper without a day": {"role": "borrower", "papers": [{"kind": "judgment"}]},
    "everything": {
        "role": "borrower",
        "product": "renxingdai",
        "lender_kind": "micro-loan",
        "today": "2026-12-01",
        "due_date": "2026-09-01",
        "overdue_days": [90, 92],
        "principal": "12000.50",
        "reachable": False,
        "contact_called": True,
        "contact_refused": None,
        "agreement": "broken",
        "agreement_next_due": None,
        "papers": [
            PAPER | {"verified": True, "own_date": "2026-12-04", "over": False},
            {"kind": "summons", "hearing": "2026-12-20", "verified": None},
            {"kind": "asset-freeze", "freeze": "enforcement", "verified": False},
            {"kind": "mediation-agreement", "confirmed": True, "over": True},
        ],
    },
}
REFUSED: dict[str, tuple[dict, str]] = {
    "no role": ({}, "role"),
    "a null role": ({"role": None}, "role"),
    "a role not listed": ({"role": "lender"}, "role"),
    "a role of another type": ({"role": 1}, "role"),
    "an unknown key": ({"role": "borrower", "rôle": 1}, "rôle"),
    "an unknown key with null": ({"role": "borrower", "extra": None}, "extra"),
    "a product not listed": ({"role": "borrower", "product": "x"}, "product"),
    "an unlisted lender": ({"role": "borrower", "lender_kind": ""}, "lender_kind"),
    "true for a number": ({"role": "borrower", "overdue_days": True}, "overdue_days"),
    "a float for a number": ({"role": "borrower", "overdue_days": 9.0}, "overdue_days"),
    "1e400": ({"role": "borrower", "overdue_days": 1.5e300}, "overdue_days"),
    "digits in quotes": ({"role": "borrower", "overdue_days": "9"}, "overdue_days"),
    "a float in a span": ({"role": "borrower", "overdue_days": [1, 2.0]}, None),
    "true in a span": ({"role": "borrower", "overdue_days": [False, True]}, None),
    "a span of three": ({"role": "borrower", "overdue_days": [1, 2, 3]}, None),
    "a span reversed": ({"role": "borrower", "overdue_days": [21, 14]}, None),
    "days without end": ({"role": "borrower", "overdue_days": 10**30}, None),
    "days disagree": (
        {"role": "borrower", "due_date": "2026-11-14", "overdue_days": 10},
        "overdue_days",
    ),
    "367 days ahead": ({"role": "borrower", "due_date": "2027-11-25"}, "due_date"),
    "no such day": ({"role": "borrower", "due_date": "2026-02-30"}, "due_date"),
    "a date of another shape": ({"role": "borrower", "due_date": "20261114"}, None),
    "a week date": ({"role": "borrower", "due_date": "2026-W46-6"}, "due_date"),
    "a minute": ({"role": "borrower", "due_date": "2026-11-14T08:00"}, "due_date"),
    "today is no date": ({"role": "borrower", "today": "today"}, "today"),
    "a number for a sum": ({"role": "borrower", "principal": 12000}, "principal"),
    "10^30": ({"role": "borrower", "principal": "1" + "0" * 30}, "principal"),
    "thirteen digits": ({"role": "borrower", "principal": "1" * 13}, "principal"),
    "three decimals": ({"role": "borrower", "principal": "1.234"}, "principal"),
    "nothing owed": ({"role": "borrower", "principal": "0"}, "principal"),
    "NUL": ({"role": "borrower", "principal": "1\x00"}, "principal"),
    "100 KB": ({"role": "borrower", "principal": "1" * 100_000}, "principal"),
    "yes for a truth": ({"role": "borrower", "reachable": "yes"}, "reachable"),
    "1 for a truth": ({"role": "borrower", "contact_called": 1}, "contact_called"),
    "an unlisted talk": ({"role": "borrower", "agreement": "maybe"}, "agreement"),
    "papers as an object": ({"role": "borrower", "papers": PAPER}, "papers"),
    "21 papers": ({"role": "borrower", "papers": [PAPER] * 21}, "papers"),
    "a paper as a word": ({"role": "borrower", "papers": ["judgment"]}, "papers.0"),
    "a paper without kind": ({"role": "borrower", "papers": [{}]}, "papers.0.kind"),
    "an unlisted paper": (
        {"role": "borrower", "papers": [PAPER, {"kind": "postcard"}]},
        "papers.1.kind",
    ),
    "a paper of tomorrow": (
        {"role": "borrower", "papers": [PAPER | {"received": "2026-11-24"}]},
        "papers.0.received",
    ),
    "an unknown part": (
        {"role": "borrower", "papers": [PAPER | {"fake": True}]},
        "papers.0.fake",
    ),
    "maybe forged": (
        {"role": "borrower", "papers": [PAPER | {"verified": "false"}]},
        "papers.0.verified",
    ),
}


# --- lines -------------------------------------------------------------------------


def test_answers_come_in_the_order_of_the_questions_with_their_id():
    ids = [7, "seven", None, 1.5, True, {"a": [1]}, [], "七"]
    lines = [{"id": identity, "role": "borrower"} for identity in ids]
    answers, status = ask(*lines)
    assert [answer["id"] for answer in answers] == ids
    assert status == 0


def test_a_question_without_id_has_the_id_null():
    answers, _ = ask({"role": "borrower"})
    assert answers[0]["id"] is None


def test_blank_lines_are_skipped():
    line = json.dumps({"id": 1, "role": "borrower"})
    answers, status = ask("", "   ", line, "\t", line, "")
    assert [answer["id"] for answer in answers] == [1, 1]
    assert status == 0


def test_one_bad_line_spoils_no_other_and_the_exit_status_is_1():
    good = {"id": "good", "role": "borrower"}
    answers, status = ask(good, {"id": "bad", "role": 5}, good)
    assert [("error" in answer, answer["id"]) for answer in answers] == [
        (False, "good"),
        (True, "bad"),
        (False, "good"),
    ]
    assert status == 1


@pytest.mark.parametrize(
    "line",
    [
        b"not json",
        b"[]",
        b'"role"',
        b"1",
        b"null",
        b'{"role": "borrower"',
        b'{"id": 1, "role": "borrower"} {}',
        b"\xff\xfe{}",
        b'{"role": NaN}',
        b'{"id": Infinity, "role": "borrower"}',
        b"[" * 100_000,
        "😀".encode(),
    ],
    ids=lambda line: line[:24].decode("latin-1").encode("unicode_escape").decode(),
)
def test_a_line_that_is_no_json_object_has_neither_id_nor_field(line):
    answers, status = ask_bytes(b'{"role": "borrower"}\n' + line)
    assert "error" not in answers[0]
    assert answers[1]["id"] is None
    assert answers[1]["error"]["field"] is None
    assert "JSON" in answers[1]["error"]["message"]
    assert status == 1


def test_a_number_longer_than_python_reads_is_refused_at_its_field():
    line = b'{"id": 7, "role": "borrower", "overdue_days": ' + b"9" * 5000 + b"}"
    (answer,), status = ask_bytes(line)
    assert (answer["id"], answer["error"]["field"]) == (7, "overdue_days")
    assert status == 1


def test_nothing_asked_is_nothing_answered():
    assert ask_bytes(b"") == ([], 0)


def test_a_byte_order_mark_and_windows_line_ends_are_no_obstacle():
    text = '\ufeff{"id": 1, "role": "borrower"}\r\n{"id": 2, "role": "borrower"}\r\n'
    answers, status = ask_bytes(text.encode())
    assert [answer["id"] for answer in answers] == [1, 2]
    assert status == 0


def test_a_lone_surrogate_in_an_id_comes_back_as_it_was():
    answers, status = ask('{"id": "\\ud800", "role": "borrower"}')
    assert answers[0]["id"] == "\ud800"
    assert status == 0


def test_a_number_too_large_for_json_is_no_object():
    answers, status = ask_bytes(b'{"id": 1e400, "role": "borrower"}')
    assert answers[0]["error"]["field"] is None
    assert status == 1


# --- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_at_its_field(name):
    question, field = REFUSED[name]
    answers, status = ask(question | {"id": name})
    assert answers[0].keys() == {"id", "error"}
    assert answers[0]["id"] == name
    assert answers[0]["error"].keys() == {"field", "message"}
    assert answers[0]["error"]["field"] == (field or list(question)[-1])
    assert answers[0]["error"]["message"].endswith("。")
    assert status == 1


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_missing_key_is_the_same_as_null(name):
    question = ACCEPTED[name]
    every = ("due_date", "overdue_days", "principal", "reachable", "contact_called")
    every += ("contact_refused", "agreement", "agreement_next_due", "today", "papers")
    nulls = {key: None for key in every if question.get(key) is None}
    answers, _ = ask(question, question | nulls)
    assert answers[0] == answers[1]


def test_no_papers_and_unknown_papers_are_different():
    answers, _ = ask(
        {"role": "borrower", "papers": []},
        {"role": "borrower", "papers": None},
        {"role": "borrower"},
    )
    assert answers[0]["ask"] != "papers"
    assert answers[1] == answers[2] != answers[0]


def test_today_is_the_present_day_in_shanghai_unless_it_is_given():
    question = {"role": "borrower", "due_date": "2026-11-14"}
    answers, _ = ask(
        question,
        question | {"today": TODAY.isoformat()},
        question | {"today": "2026-11-29"},
    )
    assert answers[0] == answers[1]
    assert answers[0]["time_stages"] == ["contact"]
    assert answers[2]["time_stages"] == ["intensive"]


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "more",
    [
        {"overdue_days": [-366, 9]},
        {"overdue_days": 36_500},
        {"papers": [{"kind": "payment-order", "received": "0001-01-01"}]},
        {"papers": [{"kind": "arbitration-award", "received": "9999-12-31"}]},
        {"papers": [{"kind": "payment-order", "own_date": "9999-12-31"}]},
    ],
)
def test_the_first_and_the_last_day_of_all_break_nothing(today, more):
    answers, status = ask({"role": "borrower", "today": today} | more)
    assert len(answers) == 1
    assert status in (0, 1)


# --- the schema ----------------------------------------------------------------------


def test_both_schemas_are_schemas(schema):
    assert schema.keys() == {"input", "output"}
    for part in schema.values():
        Draft202012Validator.check_schema(part)


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_accepted_question_and_its_answer_keep_to_the_schema(schema, name):
    answers, status = ask(ACCEPTED[name])
    assert status == 0
    assert errors(schema["input"], ACCEPTED[name]) == []
    assert errors(schema["output"], answers[0]) == []


@pytest.mark.parametrize("identity", [1, "one", None, ["one"]])
def test_the_schema_allows_the_id_that_comes_in_and_goes_out(schema, identity):
    question = {"id": identity, "role": "borrower"}
    answers, _ = ask(question)
    assert errors(schema["input"], question) == []
    assert errors(schema["output"], answers[0]) == []


@pytest.mark.parametrize(
    "name",
    [
        "no role",
        "a role not listed",
        "an unknown key",
        "true for a number",
        "digits in quotes",
        "a span of three",
        "a number for a sum",
        "yes for a truth",
        "21 papers",
        "a paper without kind",
        "no such day",
        "an unknown part",
    ],
)
def test_what_has_the_wrong_shape_is_also_against_the_schema(schema, name):
    assert errors(schema["input"], REFUSED[name][0])


def test_every_key_of_every_closed_list_stands_in_the_schema(schema):
    spelled = set()

    def collect(part: object) -> None:
        if isinstance(part, dict):
            spelled.update(key for key in part.get("enum", []) if key)
            part = list(part.values())
        if isinstance(part, list):
            for item in part:
                collect(item)

    collect(schema)
    expected = {
        *Role,
        *LenderKind,
        *Agreement,
        *Freeze,
        *TimeStage,
        *LegalStage,
        *Confidence,
        *DEADLINE_KEYS,
        *[kind.key for kind in PaperKind],
        *catalog.profiles(),
        *catalog.norms(),
        *words.findings(),
        *words.actions(),
        *words.rights(),
    }
    assert {str(key) for key in expected} <= spelled


def test_the_schema_names_the_keys_of_the_contract(schema):
    output = set(schema["output"]["properties"]) - {"id"}
    assert output == {
        "time_stages",
        "paused",
        "legal_stage",
        "proven_stage",
        "proven",
        "headline_stage",
        "confidence",
        "next",
        "deadlines",
        "findings",
        "actions",
        "rights",
        "letters",
        "ask",
        "unknown",
        "trace",
        "ruleset",
    }
    assert "role" in schema["input"]["required"]


# --- the answer ----------------------------------------------------------------------


def test_an_answer_follows_the_contract():
    answers, _ = ask(ACCEPTED["nine days overdue"] | {"id": 1, "papers": []})
    answer = answers[0]
    assert answer["time_stages"] == ["contact"]
    assert answer["legal_stage"] == answer["proven_stage"] == "none"
    assert answer["proven"] is False
    assert answer["headline_stage"] == "contact"
    assert answer["confidence"] == "partial"
    assert answer["next"] == {"stage": "intensive", "from": "2026-11-29"}
    assert answer["deadlines"] == []
    assert 1 <= len(answer["actions"]) <= 3
    assert answer["ruleset"] == catalog.fingerprint()
    assert all(
        step.keys() == {"kind", "key", "detail", "cite"} for step in answer["trace"]
    )


def test_a_deadline_is_given_with_its_paper_and_both_dates():
    answers, _ = ask(ACCEPTED["a paper"])
    deadline = answers[0]["deadlines"][0]
    assert deadline["key"] == "payment-order-objection"
    assert deadline["paper"] == "papers.0"
    assert deadline["safe_date"] == "2026-12-05"  # a Saturday
    assert deadline["rolled_date"] == "2026-12-07"
    assert deadline["cite"] == "civil-procedure:227"
    assert answers[0]["ask"] == "due_date"


ROLES = st.sampled_from([*Role, *Role, "nobody", None])
KEYS = {
    "product": st.sampled_from([*catalog.profiles(), "x", None]),
    "lender_kind": st.sampled_from([*LenderKind, None]),
    "today": st.dates().map(str) | st.just("2026-11-23"),
    "due_date": st.dates(date(2024, 1, 1), date(2028, 1, 1)).map(str) | st.just("x"),
    "overdue_days": st.integers(-400, 40_000)
    | st.lists(st.integers(-400, 40_000), min_size=1, max_size=3)
    | st.floats(),
    "principal": st.text(max_size=5) | st.integers(1, 10**13).map(str),
    "reachable": st.sampled_from([True, False, None, 0]),
    "contact_called": st.sampled_from([True, False, None]),
    "contact_refused": st.sampled_from([True, False, None]),
    "agreement": st.sampled_from([*Agreement, None]),
    "agreement_next_due": st.dates().map(str) | st.none(),
    "papers": st.none()
    | st.lists(
        st.fixed_dictionaries(
            {"kind": st.sampled_from([kind.key for kind in PaperKind])},
            optional={
                "received": st.dates().map(str) | st.none(),
                "verified": st.sampled_from([True, False, None]),
                "own_date": st.dates().map(str),
                "hearing": st.dates().map(str),
                "over": st.booleans(),
                "freeze": st.sampled_from([*Freeze, None]),
                "confirmed": st.sampled_from([True, False, None]),
            },
        ),
        max_size=4,
    ),
}


@settings(max_examples=150)
@given(
    st.lists(
        st.fixed_dictionaries({"role": ROLES}, optional=KEYS),
        min_size=1,
        max_size=3,
    )
)
def test_any_question_gets_an_answer_that_keeps_to_the_schema(schema, questions):
    answers, status = ask(*questions)
    assert len(answers) == len(questions)
    failed = False
    for question, answer in zip(questions, answers, strict=True):
        if "error" in answer:
            failed = True
            continue
        assert errors(schema["input"], json.loads(json.dumps(question))) == []
        assert errors(schema["output"], answer) == []
    assert status == failed


def test_in_the_shell_the_exit_status_is_1_and_every_line_is_answered():
    given = '{"id": 1, "role": "borrower"}\n\n{"id": 2}\nnonsense\n'
    result = subprocess.run(
        [sys.executable, "manage.py", "ask", "assess"],
        cwd=ROOT,
        input=given.encode(),
        capture_output=True,
    )
    lines = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [line["id"] for line in lines] == [1, 2, None]
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({"papers": [{"kind": "payment-order"}]}, "payment-order-objection"),
        ({"papers": [{"kind": "complaint-copy"}]}, "court-answer"),
        ({"role": "contact", "papers": []}, "stop-contacting-me"),
        ({"role": "guarantor", "papers": []}, "guarantee-papers"),
    ],
)
def test_the_letter_that_fits_best_comes_first(facts, first):
    (told,), _ = ask({"role": "borrower"} | facts)
    assert told["letters"][0] == first
