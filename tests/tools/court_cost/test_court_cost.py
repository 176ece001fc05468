"""What a lawsuit costs, on the page and in the shell."""

from __future__ import annotations

from datetime import date

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
    ("today", "late"),
    [("2014-07-31", None), ("2014-11-08", None), ("2014-11-09", "875.00")],
)
def test_before_the_rule_no_late_interest_is_invented(today, late):
    """It holds from 1 August 2014; of a delay that began earlier no figure is told."""
    given = GIVEN | {"late_days": 100, "today": today}
    assert ask.answer(given, TODAY)["late_interest"] == late


def test_before_the_scales_no_fee_is_invented():
    """诉讼费用交纳办法 holds from 1 April 2007."""
    before = ask.answer({"sum": "50000", "today": "2007-03-31"}, TODAY)
    assert before["acceptance"] is before["most"] is before["enforcement"] is None
    assert before["unknown"] == ["no-scale", "late-not-asked"]

    since = ask.answer({"sum": "50000", "today": "2007-04-01"}, TODAY)
    assert since["acceptance"] == "1050.00"
    assert since["unknown"] == ["late-not-asked"]


def test_why_there_is_no_late_interest_is_said(client):
    given = GIVEN | {"late_days": 100, "today": "2014-07-31"}
    assert ask.answer(given, TODAY)["unknown"] == ["late-no-norm"]
    assert ask.answer(GIVEN | {"late_days": 100}, TODAY)["unknown"] == []
    page = client.post(URL, {"sum": "50000"}).context["page"]
    assert page.unknown == ("晚付的利息没有算：没有填判决要付的钱和过了几天。",)


def test_a_page_of_a_day_without_a_scale_shows_no_fee(client, monkeypatch):
    day = date(2007, 3, 31)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: day)
    page = client.post(URL, {"sum": "50000"}).context["page"]
    assert page.title == "这一天的收费标准没有查到"
    assert page.costs == ()


def test_enforcing_costs_by_what_was_judged(client):
    """Judged 10,000 of 100,000: 50; the whole would be 50 + 90,000 × 1.5 % = 1,400."""
    given = {"sum": "100000", "judged": "10000", "late_days": "30"}
    cost = client.post(URL, given).context["page"].costs[3]
    assert cost.sum == "50 元"
    assert cost.arithmetic.startswith("50 元（按判决要付的钱算")
    (before,) = [
        one
        for one in client.post(URL, {"sum": "100000"}).context["page"].costs
        if one.name == cost.name
    ]
    assert before.sum == "1,400 元"
    assert before.arithmetic.endswith(
        "（没填判决要付的钱，按对方要的数算；判得少就少，利息还在算的会多）"
    )


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({"frozen": "50000"}, []),
        ({"frozen": "50000.01"}, ["frozen-over-sum"]),
        ({"judged": "50000.01"}, ["judged-over-sum"]),
    ],
)
def test_more_than_was_claimed_is_doubted_on_page_and_in_shell(client, changes, doubts):
    page = client.post(URL, GIVEN | changes)
    answer = ask.answer(GIVEN | {"late_days": 100} | changes, TODAY)
    assert answer["doubts"] == doubts
    assert ("先看一眼您填的数" in page.content.decode()) is bool(doubts)
    if "frozen-over-sum" in doubts:
        (doubt,) = page.context["page"].doubts
        assert "保全限于请求的范围" in doubt.text
        assert doubt.cites[0].source == "civil-procedure"


def test_who_bears_each_cost_is_told_in_the_shell_too(client):
    answer = ask.answer(GIVEN | {"late_days": 100}, TODAY)
    costs = client.post(URL, GIVEN).context["page"].costs
    assert sorted(answer["bears"].values()) == sorted(cost.bears for cost in costs)
    assert answer["bears"]["enforcement"].startswith("由被执行的一方负担")


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
    assert "晚付的利息，加倍的一部分另有 875 元" in after.title


def test_a_judgment_alone_tells_the_fee_of_enforcing_it(client):
    """50,000: 50 + 40,000 × 1.5 % = 650."""
    page = client.post(URL, {"judged": "50000"}).context["page"]
    assert page.title == "强制执行的申请费大约 650 元"
    assert [cost.name for cost in page.costs] == ["执行申请费"]
    assert page.hedge == ""
    assert any("没有填对方要多少钱" in reason for reason in page.unknown)

    late = client.post(URL, {"judged": "50000", "late_days": "100"}).context["page"]
    assert late.title.startswith(page.title)
    assert "加倍的一部分另有 875 元" in late.title


def test_of_a_judgment_alone_the_shell_tells_what_the_page_tells():
    answer = ask.answer({"judged": "50000", "late_days": 100}, TODAY)
    assert (answer["enforcement"], answer["late_interest"]) == ("650.00", "875.00")
    assert answer["acceptance"] is answer["preservation"] is None
    assert answer["least"] is answer["most"] is None
    assert answer["unknown"] == ["no-claim"]
    assert answer["doubts"] == []

    frozen = ask.answer({"judged": "50000", "frozen": "1000"}, TODAY)
    assert frozen["preservation"] == "30.00"


def test_what_ordinary_interest_is_is_said_where_it_is_left_out(client):
    page = client.get(URL).content.decode()
    assert "按多少利率算到付清」的，是一般利息，不填进来" in page


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
    long_ago = {"sum": "1", "today": "2001-01-01"}
    for question in (
        {"sum": "1"},
        {"judged": "1"},
        long_ago,
        GIVEN | {"late_days": 100},
    ):
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
        ({"sum": "5", "today": "1999-12-31"}, "today"),
        ({"sum": "5", "today": "2101-01-01"}, "today"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)
    assert error.value.field == field
