"""几笔债: rows added by POST, the order on the page, its files, and the shell."""

from __future__ import annotations

import csv
import io
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
    assert page.title.startswith("先还「第 2 笔」")
    assert page.debts[0].deadline == "2026年12月5日"
    assert page.debts[2].stage == "很可能在「委外期」"
    assert "第 2 笔、第 3 笔" in page.unknown
    assert "没有规定要求这样排" in response.content.decode()


def test_a_paper_nobody_verified_is_hedged(client):
    page = client.post(URL, ANSWERS).context["page"]
    assert page.debts[0].stage.startswith("如果是真的")

    verified = ANSWERS | {"debts.1.verified": "yes"}
    page = client.post(URL, verified).context["page"]
    assert page.debts[0].stage.startswith("已处于")


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


def test_an_empty_row_between_shifts_no_error(client):
    answers = {"budget": "1", "debts.1.sum": "5", "debts.1.overdue_days": "9-3"}
    response = client.post(URL, answers)

    assert list(response.context["form"].errors) == ["debts.1.overdue_days"]


def test_nothing_to_pay_is_no_plan_and_no_reproach(client):
    page = client.post(URL, ANSWERS | {"budget": "0"}).context["page"]

    assert page.title == "这个月没有能分的钱"
    assert page.months == ()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"budget": ""}, "budget"),
        ({"budget": "一千"}, "budget"),
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

    assert rows[0] == ["第几个月", "第 2 笔", "第 3 笔", "甲", "合计"]
    months = [row for row in rows if row and row[0].isdigit()]
    assert months
    for row in months:
        assert float(row[-1]) <= 1000


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
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field
