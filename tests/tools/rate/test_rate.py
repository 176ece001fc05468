"""The all-in yearly cost on the page and in the shell."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from tests.tools.test_money_words import sold
from timeline import catalog
from timeline.engine import FactsError, LenderKind
from timeline.tools.rate import ask

URL = "/repay/rate/"
# 10,000 元 agreed, 9,000 came; 12 instalments of 1,000 and a membership fee.
CUT = {
    "received": "9000",
    "received_on": "2025-11-01",
    "instalment": "1000",
    "first_on": "2025-12-01",
    "count": "12",
    "payments": "2025-11-01 299 会员费",
    "lender_kind": "micro-loan",
    "contract_on": "2025-11-01",
}
IN_SHELL = CUT | {"count": 12}


def test_the_questions_stand_there_before_any_answer(client):
    page = client.get(URL).content.decode()
    assert "实际到手多少" in page
    assert "网站不保存" in page


def test_the_rate_and_every_line_for_it_are_shown(client):
    response = client.post(URL, CUT)
    page = response.content.decode()
    assert response.status_code == 200
    assert re.search(r"真实年化约 \d+\.\d\d%", page)
    assert "合同早于这条规定" in page  # the guideline for micro-loans is younger
    assert "其中：会员费" in page
    assert "最后核对" in page


def test_without_a_contract_day_the_lines_are_those_of_the_day_money_came(client):
    blank = client.post(URL, CUT | {"contract_on": ""}).context["page"]
    same = client.post(URL, CUT | {"contract_on": CUT["received_on"]}).context["page"]

    assert blank.lines == same.lines
    assert "还比不了" not in [line.verdict for line in blank.lines]
    assert "没有填合同日期，先当合同就是第一笔钱到手那天" in blank.assumed
    assert blank.assumed in client.post(URL, CUT | {"contract_on": ""}).content.decode()
    assert same.assumed == ""


def test_the_first_day_of_several_on_which_money_came_is_taken():
    payments = "收 2025-03-01 100\n收 2024-05-01 100\n2024-04-01 1\n2025-12-01 300"
    answer = ask.answer({"payments": payments, "lender_kind": "bank"}, TODAY)

    assert (answer["contract_on"], answer["contract_assumed"]) == ("2024-05-01", True)


@pytest.mark.parametrize("came", ["2026-12-24", None])
def test_a_day_that_no_contract_can_have_is_not_taken_for_one(came):
    """Money that is still to come, or none at all."""
    given = {"received": "100", "received_on": came} if came else {}
    answer = ask.answer(given | {"payments": "2027-03-01 110"}, TODAY)

    assert (answer["contract_on"], answer["contract_assumed"]) == (None, False)


def test_what_is_paid_by_the_month_is_told_as_a_sum_of_all_months(client):
    page = client.post(URL, CUT | {"monthly_fee": "49"}).context["page"]

    assert ("其中：每月另收，合计", "588 元") in page.totals
    assert "其中：每月还款，合计" in dict(page.totals)


def test_a_fee_of_every_month_need_not_be_typed_twelve_times(client):
    lines = "\n".join(
        f"2025-12-01 49\n2026-{month:02}-01 49"
        if month == 1
        else f"2026-{month:02}-01 49"
        for month in range(1, 12)
    )
    each = ask.answer(IN_SHELL | {"payments": lines}, TODAY)["rate"]
    monthly = IN_SHELL | {"payments": None, "monthly_fee": "49"}
    assert ask.answer(monthly, TODAY)["rate"] == each
    page = client.post(URL, CUT | {"monthly_fee": "49元"}).content.decode()
    assert "其中：每月另收" in page
    assert "588 元" in page


def once(received: str, day: str, payments: str, kind: str) -> dict[str, str]:
    """A loan paid back in one sum, its contract of the day on which it came."""
    return {
        "received": received,
        "received_on": day,
        "payments": payments,
        "lender_kind": kind,
        "contract_on": day,
    }


@pytest.mark.parametrize(
    ("answers", "title", "verdict"),
    [
        (
            once("500", "2026-01-01", "2026-01-06 1000", "private"),
            "按单利，一年约 7,300.00%",
            "高于 12%",
        ),
        (
            once("100000", "2021-01-01", "2026-01-01 200000", "private"),
            "真实年化：按单利 20.00%，按复利 14.86%",
            "高于 15.4%",
        ),
        (
            once("10000", "2023-01-01", "2025-01-01 15200", "bank"),
            "真实年化：按单利 26.00%，按复利 23.25%",
            "按单利算高于 24%，按复利算不高于",
        ),
        (
            once("10000", "2023-01-01", "2023-07-01 11150", "bank"),
            "真实年化约 24.55%",
            "按复利算高于 24%，按单利算不高于",
        ),
        (
            once("10000", "2022-01-01", "2023-01-01 12400", "bank"),
            "真实年化约 24.00%",
            "没有高于 24%",
        ),
    ],
)
def test_the_verdict_says_by_which_custom(client, answers, title, verdict):
    page = client.post(URL, answers).context["page"]
    assert (page.title, page.lines[0].verdict) == (title, verdict)


def test_the_most_exploited_are_shown_what_to_do(client):
    """714 高炮: it was answered that they must have mistyped."""
    answers = once("500", "2026-01-01", "2026-01-06 1000", "private")
    page = client.post(URL, answers).content.decode()
    assert "一年超过 1 亿%" in page
    assert "不一定是您填错了" in page
    assert 'id="lines-h"' in page
    assert "写一封请求调整费用的信" in page
    assert "折回第一天" not in page


def test_of_a_month_without_lpr_it_is_said_what_is_known(client):
    dear = once("10000", "2026-05-01", "2026-11-01 12500", "private")
    fair = once("10000", "2026-05-01", "2026-11-01 10700", "private")
    for answers, above in ((dear, True), (fair, False)):
        (line,) = client.post(URL, answers).context["page"].lines
        assert line.verdict == "还比不了"
        assert "4 倍在 12% 到 17% 之间" in line.arithmetic
        assert ("比它们都高" in line.arithmetic) is above


def test_a_line_for_some_loans_of_a_bank_says_so(client):
    answers = once("10000", "2025-11-01", "2026-11-01 12500", "bank")
    page = client.post(URL, answers).context["page"]
    assert [line.verdict for line in page.lines] == [
        "高于 24%",
        "合同早于这条规定",
        "如果是互联网助贷：高于 24%",
    ]
    assert not page.unsure  # who lends is known


def test_who_lends_is_asked_first_and_the_private_line_comes_last(client):
    page = client.post(URL, CUT | {"lender_kind": "unknown"}).context["page"]
    assert "找「贷款人」" in page.ask
    assert page.lines[-1].key == "private-lending-lpr-multiple"


def test_where_nothing_was_paid_too_much_no_line_is_held_against_it(client):
    answers = CUT | {"instalment": "500", "payments": ""}
    text = client.post(URL, answers).content.decode()
    assert "算下来没有多付" in text
    assert 'id="lines-h"' not in text
    assert "觉得太高" not in text


@pytest.mark.parametrize("kind", LenderKind)
@pytest.mark.parametrize("day", ["2016-01-01", "2025-06-01", "2026-10-01", ""])
def test_what_a_line_means_is_said_before_the_lines(client, kind, day):
    page = client.post(URL, CUT | {"lender_kind": kind, "contract_on": day})
    text = page.content.decode()
    assert text.index("高于一条线，不等于不用还") < text.index("rate-line--")
    assert sold(text) == []
    assert "{{" not in text


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"received": "1000", "received_on": "2026-01-01"}, "还没有付出去的钱"),
        ({"payments": "2026-01-01 300"}, "还没有收到的钱"),
        (
            {"payments": "2025-01-01 100\n收 2026-01-01 230\n2027-01-01 132"},
            "算得出不止一个年化",
        ),
        ({"payments": "收 2025-01-01 100000\n2026-01-01 0.01"}, "远比到手的少"),
    ],
)
def test_where_there_is_no_rate_the_page_says_why(client, answers, title):
    page = client.post(URL, answers).content.decode()
    assert "算不出一个年化" in page
    assert title in page


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "received"),
        ({"received": "9000"}, "received_on"),
        ({"received_on": "2025-11-01"}, "received"),
        ({"received": "很多"}, "received"),
        (CUT | {"count": ""}, "count"),
        (CUT | {"count": "361"}, "count"),
        (CUT | {"count": "十几"}, "count"),
        (CUT | {"first_on": "9999-12-01"}, "first_on"),
        (CUT | {"received_on": "1900-01-01"}, "received_on"),
        (CUT | {"contract_on": "2027-01-01"}, "contract_on"),
        (CUT | {"payments": "300 会员费"}, "payments"),
        (CUT | {"payments": "2099-01-01 300"}, "payments"),
        (CUT | {"lender_kind": "shark"}, "lender_kind"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, answers, field):
    response = client.post(URL, answers)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    for name, typed in answers.items():
        assert typed in response.content.decode() or name == "lender_kind"


def test_where_no_line_applies_the_page_says_so(client):
    old = CUT | {"lender_kind": "private", "contract_on": "2019-05-01"}
    page = client.post(URL, old | {"received_on": "2019-05-01"}).content.decode()
    assert "没有查到一条能对照的线" in page
    assert "要分段算" in page


def test_nothing_is_kept(client):
    response = client.post(URL, CUT)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("on_page", "in_shell"),
    [
        (CUT, IN_SHELL),
        (CUT | {"lender_kind": "unknown", "contract_on": ""}, None),
        (CUT | {"payments": ""}, None),
        ({"payments": "2026-01-01 300"}, {"payments": "2026-01-01 300"}),
        (once("500", "2026-01-01", "2026-01-06 1000", "private"), None),
        (once("100000", "2021-01-01", "2026-01-01 200000", "private"), None),
    ],
)
def test_page_and_shell_agree(client, on_page, in_shell):
    asked = in_shell or {
        key: int(value) if key == "count" else value
        for key, value in on_page.items()
        if value
    }
    page = client.post(URL, on_page).context["page"]
    answer = ask.answer(asked, TODAY)
    assert [line["key"] for line in answer["lines"]] == [one.key for one in page.lines]
    assert [line["side"] for line in answer["lines"]] == [
        one.side for one in page.lines
    ]
    if answer["rate"] is None:
        assert page.compound == ""
        assert page.compared is (answer["rate_above"] is not None)
    else:
        shown = Decimal(page.compound.removesuffix("%"))
        assert abs(shown - Decimal(answer["rate"])) <= Decimal("0.005")
    if answer["simple_rate"] is not None:
        share = Decimal(answer["simple_rate"]) / 100
        assert page.simple == catalog.cn_percent(share)


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    short = once("500", "2026-01-01", "2026-01-06 1000", "private")
    for question in ({}, IN_SHELL, {"lender_kind": "private"}, short):
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": 1} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(answer)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"count": True}, "count"),
        ({"count": 1.0}, "count"),
        ({"received": 9000}, "received"),
        ({"recieved": "9000"}, "recieved"),
        ({"received": "9000"}, "received_on"),
        ({"contract_on": "2027-01-01"}, "contract_on"),
        ({"payments": ["2026-01-01 300"]}, "payments"),
        ({"payments": "x"}, "payments"),
        ({"lender_kind": "shark"}, "lender_kind"),
        ({"today": 5}, "today"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)
    assert error.value.field == field


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("0.24", "24.00%"),
        ("0.23995", "24.00%"),  # halves go up, on every page alike
        ("0.23985", "23.99%"),
        ("0.239849999", "23.98%"),
        ("73", "7,300.00%"),
        ("0", "0.00%"),
    ],
)
def test_a_percentage_is_rounded_half_up(share, said):
    assert catalog.cn_percent(Decimal(share)) == said
