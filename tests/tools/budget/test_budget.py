"""我每月能还多少: the page, the sheet for a lender, and the shell."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from tests.portal.reading import read
from tests.tools.assess.asking import TODAY
from timeline.catalog.budget import SHOWN
from timeline.engine import FactsError
from timeline.engine.budget import ESSENTIALS
from timeline.tools.budget import ask

URL, SHEET = "/repay/budget/", "/repay/budget/sheet/"
ANSWERS = {
    "earners.0.months.0": "3,200",
    "earners.0.months.1": "２８００元",
    "earners.0.months.2": "4100",
    "essentials.food": "1200",
    "essentials.housing": "800",
    "people": "3",
}
IN_SHELL = {
    "people": 3,
    "earners": [{"months": ["3200", "2800", "4100"]}],
    "essentials": {"food": "1200", "housing": "800"},
}


def test_the_lowest_month_less_life_and_a_margin(client):
    response = client.post(URL, ANSWERS)
    page = response.content.decode()

    assert response.status_code == 200
    assert "每月最多答应 600 元" in page
    assert "3,200 元、2,800 元、4,100 元" in page
    assert "空着、没有算进去的：水电" in page


def test_nothing_filled_in_asks_for_income_and_promises_nothing(client):
    page = client.post(URL, {}).content.decode()

    assert "还看不出每月能还多少" in page
    assert "怎么算出来的" not in page
    assert "给对方看的一页" not in page


def test_a_month_without_income_leaves_nothing_to_promise(client):
    page = client.post(URL, ANSWERS | {"earners.0.months.1": "0"}).content.decode()

    assert "按最少的那个月，吃住都还不够" in page
    assert "每月最多答应" not in page


def test_food_left_open_is_asked_for(client):
    response = client.post(URL, ANSWERS | {"essentials.food": ""})

    assert "「吃饭」还空着" in response.content.decode()
    assert "每月最多答应" not in response.content.decode()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"earners.0.months.0": "三千"}, "earners.0.months.0"),
        ({"essentials.food": "-5"}, "essentials.food"),
        ({"people": "0"}, "people"),
        ({"people": "一家三口"}, "people"),
        ({"margin_percent": "1000"}, "margin_percent"),
        ({"promised": "9" * 41}, "promised"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, ANSWERS | answers)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert answers[field] in response.content.decode()


def sheet(client, *shown: str):
    return client.post(SHEET, ANSWERS | {"show": list(shown)})


def test_the_sheet_shows_nothing_but_what_was_ticked(client):
    shown = sheet(client, "can-pay")
    lines = [sum_.label for sum_ in shown.context["page"].sums]

    assert lines == ["每月能拿出的数"]
    text = read(shown).text
    assert "600 元" in text
    for kept_back in ("2,800", "1,200", "800 元", "吃饭"):
        assert kept_back not in text


def test_every_line_of_the_sheet_can_be_ticked(client):
    shown = sheet(client, *SHOWN).context["page"].sums

    assert ("吃饭", "1,200 元", "") in shown
    assert len(shown) == len(SHOWN) - 1 + 2  # the items stand for their own names


def test_a_sheet_without_a_tick_is_refused_and_the_result_stays(client):
    response = sheet(client)

    assert response.status_code == 422
    assert "请至少勾一项" in response.content.decode()
    assert "每月最多答应 600 元" in response.content.decode()


def test_a_sheet_of_wrong_answers_leads_back_to_them(client):
    response = client.post(SHEET, {"people": "0", "show": "people"})

    assert response.status_code == 422
    assert "people" in response.context["form"].errors
    assert client.get(SHEET).headers["Location"] == URL


def test_nothing_is_kept(client):
    for response in (client.post(URL, ANSWERS), sheet(client, "income")):
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
        assert "2800" not in str(response.headers)


def test_page_and_shell_agree(client):
    page = client.post(URL, ANSWERS).context["page"]
    answer = ask.answer(IN_SHELL, TODAY)

    assert answer["can_pay_fen"] == page.can_pay_fen == 60_000
    assert answer["outcome"] == page.outcome
    assert answer["missing"] == list(ESSENTIALS[2:])


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in ({}, IN_SHELL, {"steady": "0", "margin_percent": 0}):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"people": True}, "people"),
        ({"people": 1.0}, "people"),
        ({"earners": [{"months": [3000]}]}, "earners.0.months.0"),
        ({"earners": [{}] * 5}, "earners"),
        ({"essentials": {"yacht": "1"}}, "essentials.yacht"),
        ({"income": "3"}, "income"),
        ({"margin_percent": 101}, "margin_percent"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field
