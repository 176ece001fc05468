"""协商方案: the comparison on the page, its files, the letter, and the shell."""

from __future__ import annotations

import csv
import gzip
import io
from decimal import Decimal
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from tests.portal.reading import read
from tests.tools.assess.asking import TODAY
from timeline import catalog
from timeline.catalog.offer import offer_words as words
from timeline.engine import FactsError
from timeline.tools.offer import ask

URL = "/repay/offer/"
ANSWERS = {
    "owed": "10,000",
    "can_pay": "900",
    "cash": "5000",
    "extension.months": "6",
    "extension.rate": "12",
    "instalments.months": "12",
    "instalments.rate": "0",
    "reduction.waived": "2000",
    "reduction.months": "10",
    "reduction.rate": "0",
    "settlement.sum": "6000",
    "settlement.fee": "200",
}
IN_SHELL = {
    "owed": "10000",
    "can_pay": "900",
    "cash": "5000",
    "extension": {"months": 6, "rate": "12"},
    "instalments": {"months": 12, "rate": "0"},
    "reduction": {"waived": "2000", "months": 10, "rate": "0"},
    "settlement": {"sum": "6000", "fee": "200"},
}


def test_four_options_side_by_side(client):
    response = client.post(URL, ANSWERS)
    page = response.content.decode()

    assert response.status_code == 200
    columns = response.context["page"].columns
    assert [column.name for column in columns] == ["延期", "分期", "减免", "一次性结清"]
    assert [column.refused for column in columns] == [True, False, False, True]
    assert "您的数够得上：分期、减免" in page
    assert "833.34 元" in page
    assert "要先交一笔" in page


def test_what_was_not_offered_is_not_shown(client):
    page = client.post(URL, {"owed": "10000", "can_pay": "900"}).context["page"]

    assert not page.columns
    assert "12 个月付完" in page.own_text


@pytest.mark.parametrize("carried", [{"can_pay": "600"}, {"owed": "9,218"}, {}])
def test_what_another_tool_brought_is_filled_in_without_complaint(client, carried):
    response = client.post(URL, carried | {"carry": "1"})
    form = read(response).form_to(URL)

    assert response.status_code == 200
    assert response.context["page"] is None
    assert not response.context["form"].errors
    assert carried.items() <= form.values().items()


def test_of_a_plan_without_a_rate_the_least_is_told_and_held_against_the_means(client):
    given = {"owed": "12000", "can_pay": "39", "instalments.months": "12"}
    response = client.post(URL, given)
    (column,) = response.context["page"].columns

    assert column.refused
    assert column.sums == (
        ("每月付，不计息也要", "1,000 元"),
        ("一共付，不计息也要", "12,000 元"),
    )
    assert (column.monthly, column.total) == ("至少 1,000 元", "至少 12,000 元")
    assert [found.title for found in column.findings] == [
        "每月超过您的数",
        "利率没有说",
    ]


@pytest.mark.parametrize("can_pay", ["39", "0"])
def test_a_plan_of_decades_is_no_proposal_and_leads_to_what_helps(client, can_pay):
    page = client.post(URL, {"owed": "12000", "can_pay": can_pay})
    own = page.content.decode().split('id="own-h"')[1].split("</section>")[0]

    assert page.context["page"].own is None
    assert ("308 个月" in own and "12348" in own) is (can_pay == "39")
    for address in ("/letters/hardship/", "/channels/", "/repay/budget/"):
        assert f'href="{address}"' in own


@pytest.mark.parametrize(("can_pay", "proposed"), [("200", True), ("199", False)])
def test_an_own_proposal_has_at_most_sixty_months(client, can_pay, proposed):
    page = client.post(URL, {"owed": "12000", "can_pay": can_pay}).context["page"]

    assert (page.own is not None) is proposed


def test_who_told_no_monthly_sum_is_led_to_the_budget_alone(client):
    page = client.post(URL, {"owed": "12000"}).content.decode()
    own = page.split('id="own-h"')[1].split("</section>")[0]

    assert 'href="/repay/budget/"' in own
    assert "/letters/hardship/" not in own


@pytest.mark.parametrize("kind", ["csv", "page"])
def test_file_and_page_tell_the_same_sum_and_the_fee(client, kind):
    """A fee of 3,000 is the most on any day; of an extension only the fee is known."""
    fees = {"instalments.fee": "3000", "extension.months": "", "extension.rate": ""}
    answers = ANSWERS | fees | {"extension.fee": "6000"}
    columns = {it.name: it for it in client.post(URL, answers).context["page"].columns}
    if kind == "page":
        assert columns["分期"].monthly == "3,000 元"
        assert columns["延期"].monthly == "至少 6,000 元"
        return
    text = client.post(f"{URL}csv/", answers).content.decode("utf-8-sig")
    compared = text.split("\r\n\r\n")[0]
    rows = {row[0]: row for row in csv.reader(io.StringIO(compared))}

    assert rows["方案"][1:3] == ["最多一次付", "先付的"]
    assert rows["分期"][1:3] == ["3000.00", "3000.00"]
    assert rows["延期"][1:3] == [columns["延期"].monthly, "6000.00"]


# For each option the words that leave it to the other side.
LEFT_TO_THEM = {
    "extension": "贷款人同意的才可以展期",
    "instalments": "对方可以同意，也可以不同意",
    "reduction": "由对方决定",
    "settlement": "由对方决定",
}


def test_of_every_option_it_is_said_that_the_other_side_decides(client):
    columns = client.post(URL, ANSWERS).context["page"].columns

    assert {column.key for column in columns} == set(LEFT_TO_THEM)
    for column in columns:
        assert LEFT_TO_THEM[column.key] in column.right


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("yes", "写的是可以协商，不是必须同意"),
        ("no", "能不能谈成，靠对方同意"),
        ("unknown", "也只是可以谈"),
    ],
)
def test_the_rule_on_credit_cards_is_never_sold_as_a_right(client, card, said):
    response = client.post(URL, ANSWERS | {"credit_card": card})
    shown = response.context["page"].card

    assert said in shown.text
    assert shown.cites[0].reference == "credit-card-measures:70"
    assert not shown.cites[0].verified
    assert shown.text in response.content.decode()


def test_an_old_debt_is_warned_about_before_any_signature(client):
    answers = ANSWERS | {"judgment": "no", "last_instalment_due": "2020-01-01"}
    page = client.post(URL, answers).content.decode()

    assert page.index("签字以前") < page.index("compare-h")
    assert "放弃时效的抗辩" in page


def callout(response) -> str:
    """The box on the three years."""
    return response.content.decode().split('class="callout')[1].split("</div>")[0]


def test_what_three_years_means_is_said_first_and_only_an_old_day_is_red(client):
    days = {
        "": "先填上那一天，看要不要先停",
        "2020-01-01": "签协议、付一小笔",
        "2026-11-01": "都会让三年重新起算",
    }
    for day, told in days.items():
        box = callout(client.post(URL, ANSWERS | {"last_instalment_due": day}))
        assert box.index("「三年」说的是诉讼时效") < box.index(told)
        assert ("最后一期哪天到期？" in box) is (day == "")
        assert ('href="#id_last_instalment_due"' in box) is (day == "")
        assert box.startswith(" callout--legal") is (day == "2020-01-01")


def test_the_letter_is_filled_with_the_plan(client):
    page = read(client.post(URL, ANSWERS))
    forms = [form for form in page.forms if "/letters/" in form.action]
    assert len(forms) == 3  # instalments, reduction, the own proposal
    blanks = {name: control.value for name, control in forms[0].controls.items()}
    letter = read(client.post(forms[0].action, blanks)).text

    assert "10,000.00 元" in letter
    assert "833.34 元" in letter
    assert "12 期" in letter


def letter_of(client, answers, number):
    """The letter that a button of the answer leads to, read."""
    page = read(client.post(URL, answers))
    form = [form for form in page.forms if "/letters/" in form.action][number]
    blanks = {name: control.value for name, control in form.controls.items()}
    return read(client.post(form.action, blanks)).text


def test_the_own_proposal_promises_no_fen_more_than_is_owed(client):
    letter = letter_of(client, {"owed": "9218", "can_pay": "600"}, -1)

    assert "每月付 600.00 元，最后一期付 218.00 元" in letter
    assert "16 期" in letter
    assert "不再计收利息、罚息和违约金" in letter


def test_a_reduction_is_asked_for_by_its_sum(client):
    answers = {
        "owed": "10000",
        "can_pay": "900",
        "reduction.waived": "2000",
        "reduction.months": "10",
        "reduction.rate": "0",
    }
    letter = letter_of(client, answers, 0)

    assert "请贵方减少 2,000.00 元" in letter
    assert "每月付 800.00 元，分 10 期" in letter


@pytest.mark.parametrize("rate", ["0", ""])
def test_who_wants_money_first_is_told_to_be_a_likely_fraud(client, rate):
    answers = {
        "owed": "9218",
        "can_pay": "600",
        "instalments.months": "24",
        "instalments.rate": rate,
        "instalments.fee": "2000",
    }
    response = client.post(URL, answers)
    page = response.content.decode()

    assert "要先交钱的，先别付" in page
    assert page.index("保证金") < page.index("每个月怎么还" if rate else "您的回答")
    assert "96110" in page
    most = response.context["page"].columns[0].monthly
    assert most == ("2,000 元" if rate else "至少 2,000 元")


def test_what_can_be_saved_until_the_day_counts(client):
    answers = {
        "owed": "3500",
        "can_pay": "600",
        "cash": "3000",
        "extension.months": "6",
        "extension.rate": "0",
    }
    page = client.post(URL, answers).content.decode()

    assert "您的数够" in page
    assert "到那天要凑够" in page
    assert "到那天拿不出这么多" not in page


def test_each_option_has_the_letter_that_asks_for_it(client):
    """What comes in one payment is settled; what is put off is asked for by its day."""
    answers = {
        "owed": "10000",
        "cash": "12000",
        "extension.months": "6",
        "extension.rate": "0",
        "settlement.sum": "6000",
        "reduction.waived": "3000",
        "reduction.months": "1",
        "reduction.rate": "0",
    }
    page = read(client.post(URL, answers))
    asked = {}
    for form in page.forms:
        if "/letters/" in form.action:
            blanks = {name: one.value for name, one in form.controls.items()}
            asked.setdefault(form.action, []).append(
                read(client.post(form.action, blanks)).text
            )
    settled, reduced = sorted(asked["/letters/settlement-proposal/"])
    (put_off,) = asked["/letters/hardship/"]

    assert "我可以一次付 6,000.00 元" in settled
    assert "我可以一次付 7,000.00 元" in reduced
    assert "是否同意延期到 2027年5月23日" in put_off
    assert "10,000" not in put_off


def test_the_standing_advice_is_there_with_and_without_an_answer(client):
    for response in (client.get(URL), client.post(URL, ANSWERS)):
        page = response.content.decode()
        for heading in ("这些是您的权利", "这些要靠对方同意", "几个陷阱", "最后核对"):
            assert heading in page
        assert "{{" not in page


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"owed": ""}, "owed"),
        ({"owed": "很多"}, "owed"),
        ({"owed": "0"}, "owed"),
        ({"extension.months": "0"}, "extension.months"),
        ({"instalments.months": "三年"}, "instalments.months"),
        ({"instalments.rate": "-1"}, "instalments.rate"),
        ({"instalments.rate": "99999"}, "instalments.rate"),
        ({"reduction.waived": "10000"}, "reduction.waived"),
        ({"reduction.waived": ""}, "reduction.waived"),
        ({"settlement.sum": ""}, "settlement.sum"),
        ({"last_payment_or_promise": "2027-01-01"}, "last_payment_or_promise"),
        ({"credit_card": "gold"}, "credit_card"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, ANSWERS | answers)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    (typed,) = answers.values()
    assert not typed or typed == "gold" or typed in response.content.decode()


def test_the_csv_holds_every_row_of_every_plan(client):
    response = client.post(f"{URL}csv/", ANSWERS)
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert rows[0] == ["比较"]
    assert rows[1][0] == "方案"
    assert ["分期", "833.34", "0.00", "12", "10000.00", "0.00"] in rows
    paid = [row for row in rows if row and row[0].isdigit()]
    assert len(paid) == 12 + 10
    assert response["Content-Disposition"] == 'attachment; filename="plans.csv"'


def test_the_workbook_opens_and_holds_no_formula(client):
    response = client.post(f"{URL}xlsx/", ANSWERS)
    with ZipFile(io.BytesIO(response.content)) as book:
        sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
        assert len(sheets) == 3
        for name in sheets:
            assert b"<f>" not in book.read(name)
        assert b"<v>833.33</v>" in book.read("xl/worksheets/sheet2.xml")


def test_a_long_plan_stays_a_small_page_and_a_whole_file(client):
    answers = ANSWERS | {"instalments.months": "360"}
    page = client.post(URL, answers)
    (column,) = (c for c in page.context["page"].columns if c.key == "instalments")
    text = client.post(f"{URL}csv/", answers).content.decode()

    assert column.cut
    assert column.rows[-1][0] == "360"
    assert column.rows[-1][-1] == "0"
    assert "\r\n359," in text
    assert len(gzip.compress(page.content)) <= 14 * 1024


def test_a_file_of_wrong_answers_leads_back_to_them(client):
    assert client.post(f"{URL}xlsx/", {"owed": "x"}).status_code == 422
    assert client.get(f"{URL}csv/").headers["Location"] == URL
    assert client.get(f"{URL}exe/").status_code == 404


def test_nothing_is_kept(client):
    for address in (URL, f"{URL}csv/", f"{URL}xlsx/"):
        response = client.post(address, ANSWERS)
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
        assert "6000" not in str(response.headers)


DEAR = {"months": "12", "rate": "36"}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"lender_kind": "private", "instalments": DEAR},
        {"lender_kind": "bank", "instalments": {"months": "12", "rate": "23"}},
        {"lender_kind": "bank", "extension": {"months": "24", "rate": "30"}},
        {"cash": None, "instalments": {"months": "1", "rate": "12"}},
        {"reduction": {"waived": "100", "months": "48"}},
        {"instalments": {}},
    ],
)
def test_page_and_shell_agree(client, changes):
    asked = {key: value for key, value in (IN_SHELL | changes).items() if value}
    typed = {}
    for key, value in asked.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        typed |= {f"{key}.{part}".rstrip("."): str(said) for part, said in parts}
    columns = client.post(URL, typed).context["page"].columns
    answer = ask.answer(
        {
            key: value | {"months": int(value["months"])}
            if isinstance(value, dict) and "months" in value
            else value
            for key, value in asked.items()
        },
        TODAY,
    )

    assert len(columns) == len(answer["offers"])
    for column, offer in zip(columns, answer["offers"], strict=True):
        assert column.key == offer["option"]
        assert column.refused is (offer["fits"] is False)
        if offer["total_fen"] is None:
            assert column.total.startswith("至少 ")
            known = max(offer["at_most_fen"] or 0, offer["least_fen"] or 0)
            assert column.monthly == (f"至少 {said(known)}" if known else "算不出")
        else:
            assert column.total == said(offer["total_fen"])
            assert column.monthly == said(offer["at_most_fen"])
        titles = [words().findings[key].title for key in offer["findings"]]
        assert [found.title for found in column.findings] == [
            catalog.fill(title, TODAY) for title in titles
        ]
        sums = dict(column.sums)
        if offer["rate"] is not None:
            assert sums["以后的全部成本（年化单利）"] == catalog.cn_percent(
                Decimal(offer["rate"]) / 100
            )
        rows = offer["rows"] if len(offer["rows"]) > 1 else []
        if column.cut:
            rows = [*rows[:35], rows[-1]]
        assert column.rows == tuple(
            (str(number), *(said(fen).removesuffix(" 元") for fen in fens))
            for number, *fens in rows
        )
    assert answer["own_months"] == 12


def said(fen: int | None) -> str:
    """A sum as the page has it."""
    return "算不出" if fen is None else catalog.cn_yuan(fen)


def test_an_option_of_which_nothing_is_known_is_an_offer_all_the_same():
    for option in ("extension", "instalments"):
        (offer,) = ask.answer({"owed": "10000", option: {}}, TODAY)["offers"]
        assert offer["option"] == option
        assert offer["findings"] == ["rate-unknown", "months-unknown"]
        assert offer["fits"] is False


@pytest.mark.parametrize(
    ("answers", "title", "found"),
    [
        (
            {"extension.months": "24", "extension.rate": "30", "lender_kind": "bank"},
            "钱够得上，但成本高，先看清：延期",
            ["全部成本超过年利率 24%", "到那天要凑够", "全在一天付"],
        ),
        (
            {"instalments.months": "12", "instalments.rate": "24"},
            "按您填的，您的数够得上：分期",
            ["全部成本一种算法高于年利率 24%，一种不高于"],
        ),
        (
            {
                "instalments.months": "12",
                "instalments.rate": "36",
                "lender_kind": "private",
            },
            "钱够得上，但成本高，先看清：分期",
            ["比民间借贷的线高，我们读到的哪个月都是"],
        ),
        (
            {
                "instalments.months": "12",
                "instalments.rate": "10",
                "lender_kind": "private",
            },
            "按您填的，您的数够得上：分期",
            ["民间借贷的线，要看合同那个月"],
        ),
    ],
)
def test_what_is_dear_is_not_praised(client, answers, title, found):
    page = client.post(URL, {"owed": "10000", "can_pay": "1200"} | answers).context[
        "page"
    ]
    (column,) = page.columns

    assert page.title == title
    assert [one.title for one in column.findings] == found


def test_of_todays_lpr_nothing_is_made_up(client):
    answers = {"owed": "10000", "lender_kind": "private"} | {
        f"instalments.{part}": value for part, value in DEAR.items()
    }
    (column,) = client.post(URL, answers).context["page"].columns
    (line,) = column.findings

    assert "最近读到的 LPR 是 2025年12月的 3%，4 倍是 12%" in line.text
    assert "今天的我们不知道" in line.text
    assert "最高 17%" in line.text  # 4 × 4.25
    assert "不等于不用还" in line.text
    assert [cite.reference for cite in line.cites] == [
        "private-lending:25",
        "private-lending:28",
        "private-lending:29",
        "private-lending:31",
    ]


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for question in ({"owed": "1"}, IN_SHELL, {"owed": "1", "extension": {}}):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({}, "owed"),
        ({"owed": 10000}, "owed"),
        ({"owed": "1", "reduction": {"months": 3}}, "reduction.waived"),
        ({"owed": "1", "reduction": {"waived": "2"}}, "reduction.waived"),
        ({"owed": "1", "settlement": {"sum": "1", "months": 2}}, "settlement.months"),
        ({"owed": "1", "instalments": {"months": 1.0}}, "instalments.months"),
        ({"owed": "1", "instalments": {"rate": 12}}, "instalments.rate"),
        ({"owed": "1", "credit_card": "yes"}, "credit_card"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field
