"""What is owed on the page, in files and in the shell."""

from __future__ import annotations

import csv
import gzip
import io
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.tools.cost import ask

URL = "/repay/cost/"
DEBT = {
    "due_date": "2026-05-10",
    "principal": "8000",
    "interest": "120",
    "rate": "18",
    "penalty": "uplift",
    "penalty_figure": "50",
    "basis": "365",
    "compound": "no",
    "payments": "2026-08-01 500\n2026-09-01 300",
    "order": "statutory",
}
IN_SHELL = DEBT | {"compound": False}


def filed(client, kind, answers=DEBT):
    return client.post(f"{URL}days.{kind}", answers)


def table(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_questions_stand_there_before_any_answer(client):
    page = client.get(URL).content.decode()
    assert "每一期没还的本金" in page
    assert "网站不保存" in page


def test_the_page_shows_today_and_three_days_to_come(client):
    response = client.post(URL, DEBT)
    page = response.content.decode()
    assert response.status_code == 200
    assert [row.label for row in response.context["page"].scenarios[0].rows] == [
        "到期那天",
        "今天",
        "7 天后",
        "30 天后",
        "90 天后",
    ]
    assert "<polygon" in page
    assert "最后核对" in page


def test_today_is_drawn_where_today_is(client):
    """20 days from the due day to today, 90 to come: 20 of 110 parts of 320."""
    page = client.post(URL, DEBT | {"due_date": "2026-11-03", "payments": ""})
    assert page.context["page"].chart.today == "58.2"
    line = '<line class="c-today" x1="58.2" x2="58.2" y1="0" y2="150" />'
    assert line in page.content.decode()


@pytest.mark.parametrize(
    ("due", "at"), [("2026-11-23", "0.0"), ("2026-08-25", "160.0")]
)
def test_today_is_at_the_left_or_in_the_middle(client, due, at):
    page = client.post(URL, DEBT | {"due_date": due, "payments": ""}).context["page"]
    assert page.chart.today == at


def test_every_figure_unfolds_to_its_arithmetic(client):
    block = client.post(URL, DEBT).context["page"].scenarios[0]
    # 10 May to 1 August: 83 days × 8,000 × 18 % ÷ 365 = 327.45; half of it 163.73
    assert block.arithmetic[0] == (
        "2026年5月11日到 2026年8月1日，83 天：利息 8,000 元 × 18% ÷ 365 × 83 = "
        "327.45 元；罚息再加 50% = 163.73 元。"
    )
    # 120 + 327.45 interest first, the rest of 500 off the penalty
    assert block.arithmetic[1] == (
        "2026年8月1日还 500 元，冲利息 447.45 元、罚息、违约金 52.55 元。"
    )


def test_what_the_contract_leaves_open_is_reckoned_both_ways(client):
    page = client.post(URL, DEBT | {"basis": "unknown", "compound": "unknown"})
    names = [block.name for block in page.context["page"].scenarios]
    assert len(names) == len(set(names)) == 4
    assert "元到 " in page.context["page"].title


@pytest.mark.parametrize(
    "changes",
    [
        {"rate": "0", "penalty": "none"},
        {"rate": "0", "penalty": "daily-added", "penalty_figure": "0.5"},
        {"penalty": "daily", "penalty_figure": "0.5"},
    ],
)
def test_where_no_rate_runs_there_is_one_reading_only(client, changes):
    page = client.post(URL, DEBT | {"basis": "unknown", "compound": ""} | changes)
    assert [block.name for block in page.context["page"].scenarios] == [
        "到期后不计利息"
    ]


def test_a_rate_that_begins_later_is_read_every_way(client):
    later = {"rate": "0", "rate_changes": "2026-08-01 12"}
    page = client.post(URL, DEBT | {"basis": "unknown", "compound": ""} | later)
    assert len(page.context["page"].scenarios) == 4


def test_the_lenders_figure_is_compared_and_a_near_reading_named(client):
    own = ask.answer(IN_SHELL, TODAY)
    missing = next(
        reading
        for reading in own["readings"]
        or ask.answer(IN_SHELL | {"lender_total": "1"}, TODAY)["readings"]
        if reading["key"] == "payments-missing"
    )
    page = client.post(URL, DEBT | {"lender_total": missing["total"]})
    shown = page.context["page"]
    assert shown.comparison.says.startswith("对方比我们算的多 ")
    near = [reading.text for reading in shown.comparison.readings if reading.meets]
    assert near == ["到期以后还的钱没有入账"]
    assert "相近不等于就是这样算的" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due_date": ""}, "due_date"),
        ({"due_date": "2026-11-24"}, "due_date"),
        ({"due_date": "2010-01-01"}, "due_date"),
        ({"due_date": "上个月"}, "due_date"),
        ({"principal": ""}, "principal"),
        ({"principal": "-5"}, "principal"),
        ({"rate": ""}, "rate"),
        ({"rate": "十八"}, "rate"),
        ({"rate": "99999"}, "rate"),
        ({"penalty": "all"}, "penalty"),
        ({"penalty_figure": ""}, "penalty_figure"),
        ({"penalty": "daily", "penalty_figure": "101"}, "penalty_figure"),
        ({"payments": "2026-05-10 5"}, "payments"),
        ({"payments": "2026-12-01 5"}, "payments"),
        ({"payments": "收 2026-08-01 5"}, "payments"),
        ({"rate_changes": "2026-05-01 5"}, "rate_changes"),
        ({"rate_changes": "三月起 5"}, "rate_changes"),
        ({"rate_changes": "2026-06-01 5\n2026-06-01 6"}, "rate_changes"),
        ({"basis": "366"}, "basis"),
        ({"missed": "8"}, "missed"),
        ({"rate_per": "week"}, "rate_per"),
        ({"payments.0.day": "2026-08-01"}, "payments.0.sum"),
        ({"payments.0.sum": "500"}, "payments.0.day"),
        ({"payments.0.day": "2026-12-01", "payments.0.sum": "5"}, "payments.0.day"),
        ({"lender_total": "很多"}, "lender_total"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, changes, field):
    response = client.post(URL, DEBT | changes)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "8000" in response.content.decode() or field == "principal"


def test_a_payment_in_a_row_is_a_payment_in_a_line(client):
    rows = {"payments.0.day": "2026年8月1日", "payments.0.sum": "500元", "payments": ""}
    as_line = client.post(URL, DEBT | {"payments": "2026-08-01 500"})
    as_row = client.post(URL, DEBT | rows)
    assert as_line.context["page"] == as_row.context["page"]


def test_one_more_row_is_shown_without_a_complaint(client):
    asked = DEBT | {"payments.0.sum": "很多", "more": "1"}
    page = client.post(URL, asked)
    assert page.status_code == 200
    assert "payments.1.day" in page.context["form"].fields
    assert "很多" in page.content.decode()
    assert "请改正以下问题" not in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"rate": "0.05"}, "一年不到 1%"),
        ({"rate": "0.05", "rate_per": "day"}, ""),
        ({"rate": "0"}, ""),
        ({"penalty_figure": "1.5"}, "加收 50%，请填 50"),
        ({"penalty": "daily", "penalty_figure": "0.05"}, "请填 0.5"),
        ({"penalty_figure": "150"}, "是加收 50%，请填 50"),
        ({"penalty": "daily", "penalty_figure": "5"}, "每天超过千分之三"),
        ({"rate": "101"}, "比本金还多"),
        ({"penalty": "unknown"}, "是最少的数"),
    ],
)
def test_a_figure_that_looks_like_another_unit_is_doubted_aloud(client, changes, doubt):
    response = client.post(URL, DEBT | changes)
    assert bool(response.context["page"].doubts) == bool(doubt)
    page = response.content.decode()
    assert ('id="doubt-h"' in page) == bool(doubt)
    assert doubt in page


def test_a_change_of_another_unit_is_doubted_too(client):
    for changes, doubt in (
        ({"rate_changes": "2026-07-01 0.04"}, "一年不到 1%"),
        ({"rate_changes": "2026-07-01 18", "rate": "0.05"}, "一年不到 1%"),
        (
            {"rate": "0.05", "rate_per": "day", "rate_changes": "2026-07-01 18"},
            "比本金还多",
        ),
    ):
        page = client.post(URL, DEBT | changes).context["page"]
        assert doubt in "".join(page.doubts)


FREE = DEBT | {"rate": "0", "penalty": "none", "interest": "", "payments": ""}


def test_what_a_private_lender_may_claim_without_any_interest_is_said(client):
    """8,000 × 3 % ÷ 365 × 531 days from 2025-06-10 = 349.15; what is owed is 8,000."""
    known = client.post(URL, FREE | {"due_date": "2025-06-10"}).context["page"]
    assert known.title.endswith("8,000\N{NO-BREAK SPACE}元")
    assert "3.00%，不算复利，到今天约 349.15 元" in known.notes[0].text
    assert "要由对方提出来" in known.notes[0].text
    unknown = client.post(URL, FREE).context["page"]
    assert "我们没有查到，所以不写数" in unknown.notes[0].text
    assert "%" not in unknown.notes[0].text
    told = client.post(URL, DEBT).context["page"]
    assert "LPR" not in told.notes[0].text


def test_who_asks_less_than_the_contract_is_asked_to_write_it_down(client):
    page = client.post(URL, DEBT | {"lender_total": "8000"}).content.decode()
    assert "对您有利" in page
    assert "/letters/settlement-proposal/" in page
    assert "相近不等于" not in page


@pytest.mark.parametrize(
    "changes",
    [
        # 10^12 fen × (10,000 % + 10,000 % of it) = 1.01 × 10^16 a year
        {
            "due_date": "2025-05-10",
            "principal": "9999999999.99",
            "rate": "10000",
            "penalty_figure": "10000",
        },
        # 1,000 % a year is 83 % a month: 8 × 10^5 fen × 1.8^60 > 10^20
        {"due_date": "2021-11-23", "rate": "1000", "penalty": "none"}
        | {"compound": "yes"},
    ],
)
def test_a_sum_beyond_all_sense_is_refused_at_the_rate(client, changes):
    """More than 10^16 fen is a slip of the pen."""
    response = client.post(URL, DEBT | {"payments": ""} | changes)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["rate"]
    assert "没有意义" in str(response.context["form"].errors["rate"])


def test_a_penalty_by_the_day_bears_no_interest(client):
    """10,000 at 1 ‰ a day in place of interest: 16,910 however it is read."""
    given = {
        "today": "2026-11-23",
        "due_date": "2025-01-01",
        "principal": "10000",
        "rate": "24",
        "penalty": "daily",
        "penalty_figure": "1",
        "basis": "365",
    }
    answer = ask.answer(given, TODAY)
    assert [one["days"][0]["total"] for one in answer["scenarios"]] == ["16910.00"]


def test_a_row_too_many_is_refused_and_kept(client):
    rows = {f"payments.{n}.day": "2026-08-01" for n in range(25)}
    rows |= {f"payments.{n}.sum": "10" for n in range(25)}
    response = client.post(URL, DEBT | rows)
    assert list(response.context["form"].errors) == ["payments.24.sum"]


def test_a_row_far_behind_the_last_is_refused_and_never_dropped(client):
    far = {"payments.30.day": "2026-08-01", "payments.30.sum": "10"}
    response = client.post(URL, DEBT | far)
    assert response.status_code == 422
    assert "最多 24 行" in "".join(response.context["form"].errors["payments.24.sum"])
    assert client.post(URL, DEBT | dict.fromkeys(far, "")).status_code == 200


def test_nothing_is_kept(client):
    for response in (client.post(URL, DEBT), filed(client, "csv")):
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]


def test_the_file_has_every_day_up_to_ninety_from_today(client):
    heading, *rows = table(filed(client, "csv"))
    assert heading[:3] == ["日期", "第几天", "本金"]
    assert [rows[0][0], rows[-1][0]] == ["2026-05-10", "2027-02-21"]
    assert len(rows) == 197 + 90 + 1
    today = next(row for row in rows if row[0] == "2026-11-23")
    own = ask.answer(IN_SHELL, TODAY)["scenarios"][0]["days"][0]
    assert today[6] == own["total"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_files_name_tells_nothing_and_a_mistake_shows_the_form(client, kind):
    response = filed(client, kind)
    named = f'attachment; filename="days.{kind}"'
    assert response.headers["Content-Disposition"] == named
    assert filed(client, kind, {"due_date": "x"}).status_code == 422
    assert client.get(f"{URL}days.{kind}").status_code == 302


def test_there_is_no_other_kind_of_file(client):
    assert filed(client, "exe").status_code == 404


def test_libreoffice_reads_the_workbook_cell_by_cell_as_the_csv(
    client, convert, tmp_path
):
    book = tmp_path / "days.xlsx"
    book.write_bytes(filed(client, "xlsx").content)
    convert("csv:Text - txt - csv (StarCalc):44,34,76", tmp_path, book)
    with (tmp_path / "days.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == table(filed(client, "csv"))


@pytest.mark.parametrize(
    ("on_page", "in_shell"),
    [
        ({}, {}),
        (
            {"basis": "unknown", "compound": "unknown"},
            {"basis": None, "compound": None},
        ),
        ({"order": "principal-first"}, {"order": "principal-first"}),
        ({"penalty": "daily", "penalty_figure": "0.5"},) * 2,
        ({"penalty": "none", "penalty_figure": ""}, {"penalty": "none"}),
        ({"rate_changes": "2026-07-01 12", "late_fee": "50"},) * 2,
        ({"rate": "0.05", "rate_per": "day", "rate_changes": "2026-07-01 0.04"},) * 2,
        ({"penalty": "daily-added", "penalty_figure": "1"},) * 2,
        ({"payments": "2026-06-01 20000"},) * 2,
    ],
)
def test_page_and_shell_agree(client, on_page, in_shell):
    page = client.post(URL, DEBT | on_page).context["page"]
    answer = ask.answer(IN_SHELL | in_shell, TODAY)
    totals = [scenario["days"][0]["total"] for scenario in answer["scenarios"]]
    shown = [
        block.total.removesuffix(" 元").replace(",", "") for block in page.scenarios
    ]
    assert list(map(Decimal, totals)) == list(map(Decimal, shown))


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    open_terms = {"basis": None, "compound": None, "lender_total": "9000"}
    for question in (IN_SHELL, IN_SHELL | open_terms):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due_date": None}, "due_date"),
        ({"principal": 8000}, "principal"),
        ({"rate": 18}, "rate"),
        ({"rate": None}, "rate"),
        ({"penalty": "all"}, "penalty"),
        ({"basis": 365}, "basis"),
        ({"compound": "no"}, "compound"),
        ({"principle": "8000"}, "principle"),
        ({"payments": "x"}, "payments"),
    ],
)
def test_a_wrong_field_is_named(changes, field):
    with pytest.raises(FactsError) as error:
        ask.answer(IN_SHELL | changes, TODAY)
    assert error.value.field == field


def test_a_long_answer_stays_a_small_page(client):
    rows = {
        f"payments.{n}.day": f"2026-{6 + n // 28:02}-{1 + n % 28:02}" for n in range(10)
    }
    rows |= {f"payments.{n}.sum": f"1{n}0" for n in range(10)}
    sound = DEBT | rows | {"payments": "", "lender_total": "9000"}
    for answers in (sound, sound | {"rate": "0.05", "basis": "", "compound": ""}):
        page = client.post(URL, answers)
        assert page.status_code == 200
        assert len(gzip.compress(page.content)) <= 14 * 1024
