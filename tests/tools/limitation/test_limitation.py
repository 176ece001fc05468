"""The three years on the page and in the shell."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.tools.limitation import ask

URL = "/letters/limitation/"
OLD = {
    "last_instalment_due": "2020-01-01",
    "auto_debit": "no",
    "suit_or_arbitration": "no",
    "last_demand": "no",
    "last_payment_or_promise": "no",
}
IN_SHELL = {
    "last_instalment_due": "2020-01-01",
    "auto_debit": False,
    "suit_or_arbitration": False,
    "last_demand": False,
    "last_payment_or_promise": False,
}


def test_the_questions_are_all_there_and_all_can_be_left(client):
    assert client.get(URL).status_code == 200
    response = client.post(URL, {})

    assert response.status_code == 200
    assert response.context["page"].light == "yellow"


def test_an_old_debt_may_be_past_three_years_and_is_still_owed(client):
    page = client.post(URL, OLD).content.decode()

    assert "可能已经过了三年" in page
    assert "债还在" in page
    assert "不用还了" not in page


def test_a_day_alone_says_that_it_happened(client):
    answers = OLD | {
        "last_payment_or_promise": "",
        "last_payment_or_promise_on": "2025年1月1日",
    }
    response = client.post(URL, answers)

    assert response.context["page"].light == "green"


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"last_demand": "no", "last_demand_on": "2025-01-01"}, "last_demand_on"),
        ({"last_demand_on": "2027-01-01"}, "last_demand_on"),
        ({"last_instalment_due": "上个礼拜"}, "last_instalment_due"),
        ({"last_instalment_due": "2200-01-01"}, "last_instalment_due"),
        ({"judgment": "perhaps"}, "judgment"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, answers)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    for typed in answers.values():
        assert typed in response.content.decode() or typed == "perhaps"


def test_nothing_is_kept(client):
    response = client.post(URL, OLD)

    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("on_page", "in_shell"),
    [
        ({}, {}),
        (OLD, IN_SHELL),
        (
            OLD | {"last_demand": "yes", "last_demand_on": "2022-06-01"},
            IN_SHELL | {"last_demand": "2022-06-01"},
        ),
        (OLD | {"auto_debit": "yes"}, IN_SHELL | {"auto_debit": True}),
        (OLD | {"auto_debit": "unknown"}, IN_SHELL | {"auto_debit": None}),
        ({"judgment": "yes"}, {"judgment": True}),
    ],
)
def test_page_and_shell_agree(client, on_page, in_shell):
    page = client.post(URL, on_page).context["page"]
    answer = ask.answer(in_shell, TODAY)

    assert answer["light"] == page.light
    assert len(answer["why"]) == len(page.why)
    assert (answer["ask"] is None) is (page.ask is None)


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in ({}, IN_SHELL, {"judgment": "2020-01-01"}):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"last_demand": "yes"}, "last_demand"),
        ({"auto_debit": 1}, "auto_debit"),
        ({"last_instalment_due": True}, "last_instalment_due"),
        ({"last_instalment": "2020-01-01"}, "last_instalment"),
        ({"suit_or_arbitration": "2027-01-01"}, "suit_or_arbitration"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field
