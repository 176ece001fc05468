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
    assert "按已填的，每月最多 600 元" in page
    assert "这是最紧的那个月也拿得出的数" in page
    assert "3,200 元、2,800 元、4,100 元" in page


FILLED = dict.fromkeys((f"essentials.{key}" for key in ESSENTIALS), "0") | {
    "promised": "0"
}


def test_only_with_every_expense_told_is_the_sum_one_to_promise(client):
    answers = FILLED | ANSWERS
    page = client.post(URL, answers).context["page"]
    assert (page.title, page.missing) == ("每月最多答应 600 元", "")

    for name in ("essentials.phone", "promised"):
        page = client.post(URL, answers | {name: ""}).context["page"]
        assert page.title == "按已填的，每月最多 600 元"


def test_what_is_missing_stands_right_below_the_title_in_plain_size(client):
    verdict = client.post(URL, ANSWERS).content.decode().split('class="verdict"')[1]
    below = verdict.split("</h1>")[1].lstrip()

    assert below.startswith("<p>还空着、没有算进去的：水电、燃气、取暖；看病、吃药；")
    assert "这些要付的，能还的就更少" in below.split("</p>")[0]


def test_of_a_single_month_nobody_says_that_it_is_the_lowest(client):
    one = FILLED | {
        "earners.0.months.0": "5000",
        "essentials.food": "1500",
        "essentials.housing": "1000",
    }
    page = client.post(URL, one).context["page"]

    assert "只按一个月算的" in page.text
    assert page.sums[0].label == "填的那个月"
    for said in (page.title, page.text, page.sums[0].label):
        assert "最紧的那个月" not in said
        assert "最少的那个月" not in said


def test_an_income_that_is_always_the_same_has_no_lowest_month(client):
    steady = FILLED | {"steady": "5000"}
    page = client.post(URL, steady).context["page"]

    assert page.text.startswith("谈的时候先说低一点")


def test_nothing_filled_in_asks_for_income_and_promises_nothing(client):
    page = client.post(URL, {}).content.decode()

    assert "还看不出每月能还多少" in page
    assert "怎么算出来的" not in page
    assert "给对方看的一页" not in page


def test_a_month_without_income_leaves_nothing_to_promise(client):
    page = client.post(URL, ANSWERS | {"earners.0.months.1": "0"}).content.decode()

    assert "最少的那个月，没有可以答应的数" in page
    assert "每月约剩 233 元，但不是每个月都有" in page
    assert "每月最多答应" not in page


POOR = {"steady": "2000", "essentials.food": "1800", "essentials.housing": "900"}


def test_who_has_not_enough_to_eat_is_told_first_where_to_ask(client):
    response = client.post(URL, POOR)
    page, text = response.context["page"], response.content.decode()

    assert page.title == "按固定的收入，吃住都还不够"
    for place in ("社区居委会", "村委会", "民政", "12345", "可以去问", "没有核实"):
        assert place in page.first
    assert text.index("可以去问") < text.index("怎么算出来的")
    assert page.actions[0].letter == "hardship"
    assert page.sums[-1].label == "还差"
    assert page.sums[-1].value == "970 元"


def test_help_comes_first_where_an_average_would_hide_the_hungry_month(client):
    answers = {
        "earners.0.months.0": "0",
        "earners.0.months.1": "30000",
        "essentials.food": "4000",
        "essentials.housing": "2000",
    }
    response = client.post(URL, answers)
    page, text = response.context["page"], response.content.decode()

    assert page.outcome == "uneven"
    assert "家里快没钱吃饭的" in page.first
    assert text.index("家里快没钱吃饭的") < text.index("每月约剩 8,400 元")
    assert page.actions[0].link == "channels"

    months = [{"months": ["0", "30000"]}]
    spent = {"food": "4000", "housing": "2000"}
    answer = ask.answer({"earners": months, "essentials": spent}, TODAY)
    assert (answer["outcome"], answer["short"]) == ("uneven", True)

    enough = client.post(URL, ANSWERS).context["page"]
    assert enough.first == ""


def test_what_is_promised_to_others_is_named_while_it_is_open(client):
    open_, told = (
        client.post(URL, ANSWERS | {"promised": sum_}).context["page"].missing
        for sum_ in ("", "0")
    )
    assert "；已经答应别家的。" in open_
    assert "已经答应别家的" not in told


def test_an_earner_without_a_month_is_named_in_the_shell():
    earners = [{"months": ["3000"]}, {}]
    assert ask.answer({"earners": earners}, TODAY)["missing"][0] == "earners.1"


def test_a_promise_that_eats_the_food_money_is_named(client):
    answers = {
        "steady": "3000",
        "essentials.food": "1000",
        "essentials.housing": "0",
        "promised": "4000",
    }
    page = client.post(URL, answers).context["page"]

    assert page.title == "答应别家的太多，动到吃住的钱了"
    assert "4,000 元" in page.text


def test_where_something_can_be_promised_the_average_is_a_second_figure(client):
    page = client.post(URL, ANSWERS).context["page"]

    assert page.title == "按已填的，每月最多 600 元"
    assert "几个月平均，每月约剩 1,166 元" in page.average
    assert "要对方书面同意" in page.average


def test_what_was_worked_out_is_carried_on_by_post(client):
    page = read(client.post(URL, ANSWERS))

    assert page.form_to("/repay/debts/").controls["budget"].value == "600"
    assert page.form_to("/repay/offer/").controls["can_pay"].value == "600"


def test_the_missing_item_itself_is_linked(client):
    page = client.post(URL, ANSWERS | {"essentials.food": ""}).content.decode()

    assert 'href="#id_essentials.food"' in page
    assert 'id="id_essentials.food"' in page


@pytest.mark.parametrize(
    ("typed", "percent"),
    [("10", 10), ("10%", 10), ("１５％", 15), ("3成", 30), ("三成", 30), ("", 10)],
)
def test_a_margin_is_understood_as_people_say_it(client, typed, percent):
    form = client.post(URL, ANSWERS | {"margin_percent": typed}).context["form"]

    assert form.facts.margin_percent == percent


@pytest.mark.parametrize("typed", ["成", "二十成", "一二成", "多一点", "-3"])
def test_a_margin_that_is_not_understood_is_answered_with_an_example(client, typed):
    form = client.post(URL, ANSWERS | {"margin_percent": typed}).context["form"]

    assert form.errors["margin_percent"] == ["请写 0 到 100，比如 10。三成就写 30。"]


OUTCOMES = {
    "unknown": {},
    "incomplete": {"steady": "9"},
    "uneven": ANSWERS | {"earners.0.months.1": "0"},
    "short": POOR,
    "promised": {"steady": "9", "promised": "10"},
    "nothing": {"steady": "0"},
    "some": ANSWERS,
}


@pytest.mark.parametrize(("outcome", "answers"), list(OUTCOMES.items()))
def test_every_outcome_has_something_to_do_next(client, outcome, answers):
    response = client.post(URL, answers)

    assert response.context["page"].outcome == outcome
    assert response.context["page"].actions
    assert "想协商还款" in response.content.decode()


def test_food_left_open_is_asked_for(client):
    response = client.post(URL, ANSWERS | {"essentials.food": ""})

    assert "「吃饭」还空着" in response.content.decode()
    assert "每月最多答应" not in response.content.decode()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"earners.0.months.0": "三千多"}, "earners.0.months.0"),
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
    assert "按已填的，每月最多 600 元" in response.content.decode()


def test_what_was_left_open_is_printed_as_open_and_never_as_a_nought(client):
    shown = {line.label: line for line in sheet(client, *SHOWN).context["page"].sums}

    assert shown["已经答应别家的"].value == "没有填"
    assert shown["少不了的开支（合计）"].value == "2,000 元"
    assert shown["少不了的开支（合计）"].note == "没有填的几项开支不在里面"
    assert shown["每月收入（按最少的那个月）"].value == "2,800 元"
    told = client.post(SHEET, ANSWERS | {"promised": "0", "show": ["promised"]})
    assert told.context["page"].sums[0].value == "0 元"


@pytest.mark.parametrize("open_", ["essentials.food", "essentials.housing"])
def test_no_page_is_made_for_a_lender_while_food_or_housing_is_open(client, open_):
    answers = {"steady": "5000", "show": ["income", "essentials", "margin", "can-pay"]}
    answers |= {"essentials.food": "1500", "essentials.housing": "0", open_: ""}
    for address, status in ((URL, 200), (SHEET, 422)):
        response = client.post(address, answers)
        page = response.content.decode()

        assert response.status_code == status
        assert "吃饭、住房填全以前，先不做这一页" in page
        assert "做成一页" not in page
        assert "补上这一项" in page
    assert "做成一页" in client.post(URL, answers | {open_: "0"}).content.decode()


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
    assert answer["missing"] == [*ESSENTIALS[2:], "promised"]


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in (
        {},
        {"earners": [{}]},
        IN_SHELL,
        {"steady": "0", "margin_percent": 0},
    ):
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
