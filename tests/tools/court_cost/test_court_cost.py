"""What a lawsuit costs, on the page and in the shell."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.tools.court_cost import ask

URL = "/repay/court-cost/"
GIVEN = {"sum": "50000", "judged": "50000", "late_days": "100"}


def test_each_cost_says_who_bears_it_and_how_it_comes_about(client):
    page = client.post(URL, GIVEN).content.decode()
    assert "法院的费用大约 525 元到 2,220 元" in page
    assert "50 元 + 40,000 元 × 2.5%" in page
    assert "由被执行的一方负担，执行以后交" in page
    assert "50,000 元 × 每日万分之 1.75 × 100 天" in page
    assert "最后核对" in page
    assert "{{" not in page


@pytest.mark.parametrize(
    ("today", "late"), [("2014-07-31", None), ("2014-08-01", "875.00")]
)
def test_before_the_rule_no_late_interest_is_invented(today, late):
    given = GIVEN | {"late_days": 100, "today": today}
    assert ask.answer(given, TODAY)["late_interest"] == late


def test_freezing_never_costs_more_than_its_most(client):
    page = client.post(URL, {"sum": "5000000"}).content.decode()
    assert "，最多 5,000 元" in page


def test_less_is_frozen_than_claimed(client):
    cost = client.post(URL, {"sum": "50000", "frozen": "1000"}).context["page"].costs
    assert cost[2].sum == "30 元"


def test_after_the_judgment_the_advice_is_for_after_the_judgment(client):
    before = client.post(URL, {"sum": "50000"}).context["page"]
    after = client.post(URL, GIVEN).context["page"]
    titles = [{action.title for action in page.actions} for page in (before, after)]
    assert "判决以前，还可以调解" in titles[0] - titles[1]
    assert "收到报告财产令，如实报告" in titles[1] - titles[0]
    assert "晚付的利息另有 875 元" in after.title


def test_without_a_judgment_no_late_interest_is_shown(client):
    page = client.post(URL, {"sum": "50000"}).context["page"]
    assert [cost.name for cost in page.costs][-1] == "支付令申请费"
    assert ask.answer({"sum": "50000"}, TODAY)["late_interest"] is None


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "sum"),
        ({"sum": "0"}, "sum"),
        ({"sum": "很多"}, "sum"),
        ({"sum": "1", "judged": "5"}, "late_days"),
        ({"sum": "1", "late_days": "5"}, "judged"),
        ({"sum": "1", "judged": "5", "late_days": "半年"}, "late_days"),
        ({"sum": "1", "frozen": "-1"}, "frozen"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, answers)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    for typed in answers.values():
        assert typed in response.content.decode()


def test_nothing_is_kept(client):
    response = client.post(URL, GIVEN)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in ({"sum": "1"}, GIVEN | {"late_days": 100}):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({}, "sum"),
        ({"sum": 5}, "sum"),
        ({"sum": "5", "late_days": True}, "late_days"),
        ({"sum": "5", "amount": "5"}, "amount"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)
    assert error.value.field == field
