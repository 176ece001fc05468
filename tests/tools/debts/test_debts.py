"""几笔债: rows added by POST, the order on the page, its files, and the shell."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from tests.portal.reading import read
from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.engine.debts import MOST_DEBTS
from timeline.tools.debts import ask

URL = "/repay/debts/"
ANSWERS = {
    "budget": "1,000",
    "debts.0.sum": "8000",
    "debts.0.name": "甲",
    "debts.0.rate": "24",
    "debts.0.overdue_days": "40",
    "debts.0.paper": "none",
    "debts.1.sum": "2000",
    "debts.1.paper": "complaint-copy",
    "debts.1.received": "2026-11-20",
    "debts.2.sum": "3000",
    "debts.2.guaranteed": "yes",
    "debts.2.salary_account": "yes",
}
IN_SHELL = {
    "budget": "1000",
    "debts": [
        {"sum": "8000", "rate": "24", "overdue_days": 40, "paper": "none"},
        {"sum": "2000", "paper": "complaint-copy", "received": "2026-11-20"},
        {"sum": "3000", "guaranteed": True, "salary_account": True},
    ],
}


def test_the_order_with_its_reasons(client):
    response = client.post(URL, ANSWERS)
    page = response.context["page"]

    assert response.status_code == 200
    assert [debt.name for debt in page.debts] == ["第 2 笔", "第 3 笔", "甲"]
    assert page.title == "先办「第 2 笔」：提交答辩，最晚 2026年12月5日"
    assert page.debts[0].due == ("2026年12月5日", "提交答辩")
    assert page.debts[0].paper == "complaint-copy"
    assert page.debts[2].stage.startswith("网上说法是")
    assert page.debts[2].badge.strength == "practice"
    assert "第 2 笔、第 3 笔" in page.unknown
    assert "没有规定要求这样排" in response.content.decode()


def test_a_paper_nobody_verified_is_hedged(client):
    page = client.post(URL, ANSWERS).context["page"]
    assert page.debts[0].stage.startswith("如果是真的")

    verified = ANSWERS | {"debts.1.verified": "yes"}
    page = client.post(URL, verified).context["page"]
    assert page.debts[0].stage.startswith("已处于")


THREE = {
    "budget": "600",
    "debts.0.name": "任性贷",
    "debts.0.sum": "9218",
    "debts.0.rate": "18.25",
    "debts.0.paper": "complaint-copy",
    "debts.0.received": "2026-11-20",
    "debts.1.name": "弟弟",
    "debts.1.sum": "10000",
    "debts.1.rate": "16",
    "debts.1.guaranteed": "yes",
    "debts.2.name": "工资卡银行",
    "debts.2.sum": "8000",
    "debts.2.rate": "14",
    "debts.2.salary_account": "yes",
}


def shown(client, **changes: str):
    answers = THREE | {name.replace("__", "."): it for name, it in changes.items()}
    response = client.post(URL, answers)
    assert response.status_code == 200
    return response.context["page"]


@pytest.mark.parametrize(
    ("kind", "received", "says", "never"),
    [
        ("complaint-copy", "2026-05-01", "「提交答辩」的日子", "上诉"),
        ("complaint-copy", "", "填上收到的日期", "上诉"),
        ("payment-order", "2026-09-01", "过期的异议视为没有提出", "答辩"),
        ("judgment", "2026-11-20", "不服的，在日期前上诉", "答辩"),
        ("small-claims-judgment", "", "不能上诉", "答辩"),
        ("enforcement-notice", "2026-11-20", "如实报告财产", "答辩"),
        ("consumption-restriction", "", "生活必需的费用", "答辩"),
        ("mediation-notice", "", "做不到的数，不要签", "答辩"),
        ("arbitration-notice", "", "有没有写仲裁", "缺席判决"),
    ],
)
def test_each_paper_has_the_advice_of_its_own_stage(
    client, kind, received, says, never
):
    answers = {"budget": "600", "debts.0.sum": "1", "debts.0.paper": kind}
    response = client.post(URL, answers | {"debts.0.received": received})
    (debt,) = response.context["page"].debts
    told = "".join([debt.reason, debt.text, *debt.over, *debt.late, *debt.notes])

    assert says in told
    assert never not in told.replace("庭前", "")


def test_the_next_date_says_what_for_and_leads_to_the_paper(client):
    page = client.post(URL, THREE).content.decode()

    assert '最晚 <span class="keep">2026年12月5日</span>：提交答辩' in page
    assert 'href="/court/papers/complaint-copy/"' in page


def test_years_are_told_beside_months_and_the_hedge_beside_the_headline(client):
    page = shown(client, debts__0__paper="none", debts__0__received="")

    assert page.title == "先还「弟弟」，65 个月（5 年 5 个月）全部还清"
    assert "不是对方的承诺" in page.arithmetic
    assert "罚息、违约金" in page.arithmetic


CARD = {
    "budget": "800",
    "debts.0.name": "信用卡",
    "debts.0.sum": "23500",
    "debts.0.rate": "18",
    "debts.1.name": "网贷",
    "debts.1.sum": "3000",
}


def test_the_small_loan_of_unknown_rate_comes_first_and_says_why(client):
    page = client.post(URL, CARD).context["page"]
    first = page.debts[0]

    assert page.title.startswith("暂时先还「网贷」；按已知的，至少")
    assert (first.name, first.when) == ("网贷", "第 4 个月还清")
    assert first.reason == "没有填利率：先问清"
    assert "放在比它大的前面" in first.text


def test_interest_nobody_can_reckon_is_said_to_be_missing_from_every_total(client):
    page = client.post(URL, CARD).context["page"]

    assert page.least.startswith("没有填利率的：网贷。它的利息没有算进去")
    for plan in page.plans:
        assert all(
            figure.startswith("至少 ")
            for figure in (plan.months, plan.total, plan.cost)
        )
    told = client.post(URL, CARD | {"debts.1.rate": "36"}).context["page"]
    assert told.least == ""
    assert not any("至少" in plan.total for plan in told.plans)


@pytest.mark.parametrize(
    ("paper", "received", "title"),
    [
        (
            "complaint-copy",
            "2026-11-20",
            "先办「信用卡」：提交答辩，最晚 2026年12月5日",
        ),
        ("complaint-copy", "2026-05-01", "先办「信用卡」的文书，再谈付钱"),
        ("complaint-copy", "", "先办「信用卡」的文书，再谈付钱"),
        ("none", "", "先还「信用卡」，"),
    ],
)
def test_a_date_of_a_court_stands_in_the_title_before_any_sum(
    client, paper, received, title
):
    given = {"debts.0.paper": paper, "debts.0.received": received, "debts.1.rate": "5"}
    page = client.post(URL, CARD | given).context["page"]

    assert page.title.startswith(title)
    assert page.text.startswith("日期办好了，再谈付钱。") is (paper != "none")


def test_the_nearest_date_is_the_title_even_behind_an_enforcement(client):
    given = {
        "debts.0.paper": "enforcement-notice",
        "debts.1.paper": "complaint-copy",
        "debts.1.received": "2026-11-20",
    }
    page = client.post(URL, CARD | given).context["page"]

    assert [debt.name for debt in page.debts] == ["信用卡", "网贷"]
    assert page.title == "先办「网贷」：提交答辩，最晚 2026年12月5日"


def test_of_a_single_debt_too_the_date_comes_first(client):
    given = {name: value for name, value in CARD.items() if "debts.1" not in name}
    given |= {"debts.0.paper": "complaint-copy", "debts.0.received": "2026-11-20"}
    page = client.post(URL, given).context["page"]

    assert page.title == "先办「信用卡」：提交答辩，最晚 2026年12月5日"
    assert "40 个月（3 年 4 个月）还清" in page.text


def test_who_has_to_wait_is_named_and_a_small_part_is_offered(client):
    page = shown(client)

    assert page.waiting.startswith("「弟弟」要等到第 18 个月，「工资卡银行」要等到第")
    assert page.plans[-1].name == "先后照旧，另留一小份"
    assert "20%" in page.plans[-1].text


def test_the_last_debt_is_not_said_to_be_dear(client):
    last = shown(client).debts[-1]

    assert (last.name, last.reason) == ("工资卡银行", "填了利率的里面，它涨得最慢")


def test_two_ways_that_pay_alike_are_one_card(client):
    page = shown(client)

    assert len(page.plans) == 4
    assert page.plans[0].same == "先贵后便宜（也叫「雪崩」）"


def test_one_debt_is_compared_with_nothing(client):
    response = client.post(URL, {"budget": "600", "debts.0.sum": "9218"})
    page, text = response.context["page"], response.content.decode()

    assert len(page.plans) == 1
    assert "先还「" not in text
    assert "按比例" not in text


def test_without_a_rate_nothing_definite_is_said(client):
    none = {f"debts.{row}.rate": "" for row in range(3)}
    response = client.post(URL, THREE | none)
    page, text = response.context["page"], response.content.decode()

    assert "按已知的至少 46 个月（3 年 10 个月）" in page.text
    assert {plan.cost for plan in page.plans} == {"至少 0 元"}
    assert page.idle == "没有填利率，算不出什么都不付会多出多少。"
    assert "多出 0 元" not in text


def test_a_sum_below_the_interest_is_met_kindly_and_with_what_can_be_done(client):
    response = client.post(URL, THREE | {"budget": "100"})
    page, text = response.context["page"], response.content.decode()

    assert page.title == "每月 100 元，还不清这些债"
    assert "不是您不努力" in page.text
    assert page.plans == page.spans == ()
    assert [step.letter or step.link for step in page.help] == [
        "budget",
        "adjust-fees",
        "hardship",
        "repay-offer",
        "channels",
        "papers",
    ]
    assert "12348" in text
    assert "一共付 12,000 元" in page.stuck
    assert page.debts[0].due  # what a court has asked for still stands


def test_interest_is_never_called_a_part_of_what_is_paid(client):
    assert "其中利息" not in client.post(URL, THREE).content.decode()


def test_equal_months_are_one_line(client):
    spans = shown(client).spans

    assert spans[0] == ("第 1–17 个月", "「任性贷」600 元")
    assert len(spans) < 8


def test_what_another_tool_brought_is_filled_in_without_complaint(client):
    response = client.post(URL, {"budget": "620", "carry": "1"})
    form = read(response).form_to(URL)

    assert response.status_code == 200
    assert form.controls["budget"].value == "620"
    assert not response.context["form"].errors


def test_the_first_debt_is_carried_on_to_its_offers(client):
    form = read(client.post(URL, THREE)).form_to("/repay/offer/")

    assert form.controls["owed"].value == "9,218"
    assert form.controls["can_pay"].value == "600"


def test_a_row_is_taken_away_without_javascript(client):
    response = client.post(URL, ANSWERS | {"less": "0"})
    form = read(response).form_to(URL)

    assert response.status_code == 200
    assert form.controls["debts.0.paper"].value == "complaint-copy"
    assert form.controls["debts.1.guaranteed"].value == "yes"
    assert form.controls["budget"].value == "1,000"
    assert "debts.2.sum" not in form.controls


@pytest.mark.parametrize("number", ["", "x", "99", "-1", "٣"])
def test_a_row_that_is_not_there_takes_nothing_away(client, number):
    response = client.post(URL, ANSWERS | {"less": number})

    assert read(response).form_to(URL).controls["debts.0.name"].value == "甲"


def test_page_and_shell_take_a_name_of_the_same_length(client):
    for name, status in (("很" * 12, 200), ("很" * 13, 422)):
        given = {"budget": "1", "debts.0.sum": "1", "debts.0.name": name}
        assert client.post(URL, given).status_code == status

    named = {"budget": "1", "debts": [{"sum": "1", "name": "很" * 12}]}
    assert ask.answer(named, TODAY)["outcome"]
    with pytest.raises(FactsError) as error:
        ask.answer({"budget": "1", "debts": [{"sum": "1", "name": "很" * 13}]}, TODAY)
    assert error.value.field == "debts.0.name"


def test_a_twenty_first_row_is_never_offered(client):
    rows = {f"debts.{row}.sum": "100" for row in range(MOST_DEBTS)}
    response = client.post(URL, rows | {"more": "1"})
    page = response.content.decode()

    assert f"debts.{MOST_DEBTS}.sum" not in page
    assert "再加一笔" not in page
    assert "最多填 20 笔" in page


def test_a_row_is_added_without_javascript_and_nothing_is_lost(client):
    form = read(client.get(URL)).form_to(URL)
    assert "debts.1.sum" in form.controls
    assert "debts.2.sum" not in form.controls

    response = client.post(URL, ANSWERS | {"more": "再加一笔"})
    form = read(response).form_to(URL)
    assert response.status_code == 200
    assert "debts.3.sum" in form.controls
    assert form.controls["debts.0.name"].value == "甲"
    assert form.controls["debts.1.paper"].value == "complaint-copy"


def test_twenty_debts_are_planned_and_one_more_is_refused_at_its_field(client):
    rows = {f"debts.{row}.sum": "100" for row in range(MOST_DEBTS)}
    assert client.post(URL, {"budget": "50"} | rows).status_code == 200

    rows[f"debts.{MOST_DEBTS}.sum"] = "100"
    response = client.post(URL, {"budget": "50"} | rows)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [f"debts.{MOST_DEBTS}.sum"]


@pytest.mark.parametrize("row", [30, 999, 1000])
def test_a_row_far_behind_the_last_is_refused_and_never_dropped(client, row):
    far = {"budget": "50", "debts.0.sum": "100", f"debts.{row}.sum": "100"}
    response = client.post(URL, far)

    assert response.status_code == 422
    last = f"debts.{MOST_DEBTS}.sum"
    assert "最多填 20 笔" in "".join(response.context["form"].errors[last])

    untouched = far | {f"debts.{row}.sum": "", f"debts.{row}.lender_kind": "unknown"}
    assert client.post(URL, untouched).status_code == 200


def test_an_empty_row_between_shifts_no_error(client):
    answers = {"budget": "1", "debts.1.sum": "5", "debts.1.overdue_days": "9-3"}
    response = client.post(URL, answers)

    assert list(response.context["form"].errors) == ["debts.1.overdue_days"]


def test_nothing_to_pay_is_no_plan_and_no_reproach(client):
    page = client.post(URL, ANSWERS | {"budget": "0"}).context["page"]

    assert page.title == "这个月没有能分的钱"
    assert page.spans == page.plans == ()
    assert page.help[0].title == "先留下吃饭、看病的钱"
    assert page.idle.startswith("什么都不付，12 个月（1 年）以后至少欠")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"budget": ""}, "budget"),
        ({"budget": "几千"}, "budget"),
        ({"debts.0.sum": ""}, "debts.0.sum"),
        ({"debts.0.sum": "0"}, "debts.0.sum"),
        ({"debts.0.rate": "两分"}, "debts.0.rate"),
        ({"debts.0.name": "很" * 13}, "debts.0.name"),
        ({"debts.1.received": "2027-01-01"}, "debts.1.received"),
        ({"debts.1.paper": ""}, "debts.1.paper"),
        ({"debts.2.lender_kind": "loan-shark"}, "debts.2.lender_kind"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, ANSWERS | answers)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    (typed,) = answers.values()
    if typed != "loan-shark":
        assert typed in response.content.decode()


def test_without_any_debt_the_first_sum_is_asked_for(client):
    response = client.post(URL, {"budget": "100"})

    assert list(response.context["form"].errors) == ["debts.0.sum"]


def test_no_month_of_the_file_exceeds_the_budget(client):
    response = client.post(f"{URL}csv/", ANSWERS)
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert rows[0] == ["每月"]
    assert rows[1] == ["第几个月", "第 2 笔", "第 3 笔", "甲", "合计", "还欠多少"]
    months = [row for row in rows if row and row[0].isdigit()]
    assert months
    for row in months:
        assert Decimal(row[-2]) <= 1000
    assert Decimal(months[-1][-1]) == 0


def test_the_file_says_what_was_asked_and_whose_figures_these_are(client):
    text = client.post(f"{URL}csv/", ANSWERS).content.decode("utf-8-sig")

    assert "这是我们按您填的数算的，不是对方的数" in text
    assert "2026年11月23日填的：每月一共拿得出 1,000 元。" in text
    assert "甲：今天一共欠 8,000 元，年利率 24%。" in text
    assert "第 3 笔：今天一共欠 3,000 元，没有填利率，有人担保" in text


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2", "@SUM(A1)", "＝HYPERLINK"])
def test_a_name_never_becomes_a_formula(client, name):
    answers = ANSWERS | {"debts.0.name": name}
    text = client.post(f"{URL}csv/", answers).content.decode()
    assert f"'{name}" in text

    body = client.post(f"{URL}xlsx/", answers).content
    with ZipFile(io.BytesIO(body)) as book:
        for part in book.namelist():
            assert b"<f>" not in book.read(part)
        assert f"'{name}" in book.read("xl/sharedStrings.xml").decode()


def test_a_file_of_wrong_answers_leads_back_to_them(client):
    assert client.post(f"{URL}xlsx/", {"budget": "x"}).status_code == 422
    assert client.get(f"{URL}csv/").headers["Location"] == URL


def test_nothing_is_kept(client):
    for address in (URL, f"{URL}csv/", f"{URL}xlsx/"):
        response = client.post(address, ANSWERS)
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
        assert "8000" not in str(response.headers)


def test_page_and_shell_agree(client):
    response = client.post(URL, ANSWERS)
    answer = ask.answer(IN_SHELL, TODAY)
    result = response.context["form"].answer

    assert [place["debt"] for place in answer["order"]] == [1, 2, 0]
    assert [place.number for place in result.places] == [1, 2, 0]
    for plan, shown in zip(answer["plans"], result.plans, strict=True):
        assert plan["total_fen"] == shown.total
        assert plan["ends"] == list(shown.ends)


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in (IN_SHELL, {"budget": "0", "debts": [{"sum": "1"}]}):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"debts": [{"sum": "1"}]}, "budget"),
        ({"budget": "1"}, "debts"),
        ({"budget": "1", "debts": []}, "debts"),
        ({"budget": "1", "debts": [{"sum": "1"}] * 21}, "debts"),
        ({"budget": "1", "debts": [{}]}, "debts.0.sum"),
        ({"budget": "1", "debts": [{"sum": 1}]}, "debts.0.sum"),
        ({"budget": "1", "debts": [{"sum": "1", "rate": 24}]}, "debts.0.rate"),
        ({"budget": "1", "debts": [{"sum": "1", "paper": "x"}]}, "debts.0.paper"),
        (
            {
                "budget": "1",
                "debts": [{"sum": "1", "paper": "judgment", "received": "2027-01-01"}],
            },
            "debts.0.received",
        ),
        (
            {"budget": "1", "debts": [{"sum": "1", "received": "2026-11-01"}]},
            "debts.0.paper",
        ),
        (
            {
                "budget": "1",
                "debts": [{"sum": "1", "paper": "none", "received": "2026-11-01"}],
            },
            "debts.0.paper",
        ),
        ({"today": "1999-01-01", "budget": "1", "debts": [{"sum": "1"}]}, "today"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field


def test_where_a_rate_nobody_told_stands_is_said_beside_the_order(client):
    page = client.post(URL, ANSWERS).context["page"]
    assert page.unknown_order.startswith("没有填利率的：第 2 笔、第 3 笔。")
    assert "不知道，不等于便宜" in page.unknown_order

    alone = client.post(URL, {"budget": "600", "debts.0.sum": "9218"})
    assert alone.context["page"].unknown_order == ""


def test_a_rate_of_the_day_is_doubted_on_page_and_in_shell(client):
    page = client.post(URL, ANSWERS | {"debts.0.rate": "0.05"}).context["page"]
    assert any("很少见" in note for note in page.debts[2].notes)

    given = {"budget": "1000", "debts": [{"sum": "8000", "rate": "0.05"}]}
    (place,) = ask.answer(given, TODAY)["order"]
    assert place["notes"] == ["rate-small"]


def old(client, days, **more):
    asked = {"budget": "1000", "debts.0.sum": "30000", "debts.0.overdue_days": days}
    return client.post(URL, asked | more)


@pytest.mark.parametrize("days", ["1000", "1500", "200-1100"])
def test_an_old_debt_is_looked_up_before_it_is_paid(client, days):
    page = read(old(client, days))
    assert "先看三年过没过，再付、再写信" in page.text
    assert "/letters/limitation/" in page.links


@pytest.mark.parametrize("days", ["999", "0", ""])
def test_a_younger_debt_is_not_called_old(client, days):
    assert "再付、再写信" not in read(old(client, days)).text


@pytest.mark.parametrize(
    ("paper", "told"),
    [("complaint-copy", True), ("judgment", False), ("enforcement-notice", False)],
)
def test_a_judgment_leaves_no_three_years_to_look_up(client, paper, told):
    given = {"debts.0.paper": paper, "debts.0.received": "2026-11-20"}
    assert ("再付、再写信" in read(old(client, "1500", **given)).text) is told


def test_no_page_of_debts_asks_to_write_first_about_an_old_one(client):
    page = client.post(URL, ANSWERS).context["page"]
    assert "拖得久的，先看三年过没过" in page.advice_only


def test_what_dates_do_to_the_order_is_said_once_and_only_where_there_are_papers(
    client,
):
    several = {"budget": "900", "debts.0.sum": "9218", "debts.1.sum": "100"}
    papers = {"debts.0.paper": "payment-order", "debts.1.paper": "judgment"}
    page = client.post(URL, several | papers).context["page"]
    assert "过了 15 日没有提书面异议的支付令" in page.dated_order
    assert all("没有提书面异议" not in debt.text for debt in page.debts)

    assert client.post(URL, several).context["page"].dated_order == ""
