"""What the lender asks, held against every reading of ours and others beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.engine.money import LONGEST
from timeline.tools.cost import ask

URL = "/repay/cost/"
OPEN = {
    "due_date": "2025-01-31",
    "principal": "10000",
    "rate": "24",
    "penalty": "none",
}
# 10,000 at 18.25 % is 5.00 a day; 100 days to 2026-11-23.
PLAIN = {
    "due_date": "2026-08-15",
    "principal": "10000",
    "rate": "18.25",
    "penalty": "none",
    "basis": "365",
}
SHUT = PLAIN | {"compound": "no"}
SLIP = {"due_date": "2023-06-01", "principal": "10000", "rate": "3", "rate_per": "day"}


def compared(client, answers):
    return client.post(URL, answers).context["page"].comparison


def totals(**changes):
    answer = ask.answer(OPEN | changes, TODAY)
    return [one["days"][0]["total"] for one in answer["scenarios"]]


def test_a_figure_that_is_one_of_ours_is_called_by_its_name(client):
    dearest = totals()[-1]
    found = compared(client, OPEN | {"lender_total": dearest})
    page = client.post(URL, OPEN | {"lender_total": dearest}).content.decode()
    assert found.says == ("对方的数，和按「一年 360 天，计复利（满月并入）」算的一样。")
    assert found.met
    assert found.readings == ()
    assert "这几种算法都不是对方的数" not in page
    assert "相近不等于就是这样算的" in page


def test_a_figure_between_ours_is_said_to_meet_none(client):
    between = Decimal(totals()[1]) + 100
    found = compared(client, OPEN | {"lender_total": str(between)})
    assert found.says == "对方的数在我们算的最少和最多之间，和哪一种都对不上。"
    assert not found.met


def test_what_one_of_our_readings_shows_is_no_other_reading(client):
    """Of four readings of ours two are a year of 360 days and interest on interest."""
    others = ask.answer(OPEN | {"lender_total": "20000"}, TODAY)["readings"]
    keys = [reading["key"] for reading in others]
    assert keys == ["both-days-counted", "uplift-30", "uplift-50"]
    assert not {reading["total"] for reading in others} & set(totals())


@pytest.mark.parametrize(
    ("asked", "says", "less"),
    [
        ("10500", "算的一样。", False),
        ("10501", "算的相近，只差 1 元。", False),
        ("10499", "算的相近，只差 1 元。", False),
        ("10501.01", "对方比我们算的多 1.01 元。", False),
        ("10498.99", "对方比我们算的少 1.01 元。", True),
    ],
)
def test_near_is_up_to_one_yuan(client, asked, says, less):
    """10,000 + 100 × 5.00 = 10,500."""
    found = compared(client, SHUT | {"lender_total": asked})
    assert found.says.endswith(says)
    assert found.less is less


@pytest.mark.parametrize(("asked", "meets"), [("10506.00", True), ("10506.01", False)])
def test_another_reading_is_near_up_to_one_yuan(client, asked, meets):
    """With the due day it is 101 days: 10,505."""
    found = compared(client, SHUT | {"lender_total": asked})
    (both,) = (one for one in found.readings if one.text == "到期那天也算了一天")
    assert both.total == "10,505 元"
    assert both.meets is meets


def test_the_shell_says_how_far_the_lender_is_from_each_reading():
    answer = ask.answer(OPEN | {"lender_total": totals()[-1]}, TODAY)
    each = [one["difference"] for one in answer["scenarios"]]
    assert each[-1] == "0.00"
    assert answer["difference"] == each[0]
    assert Decimal(each[0]) == Decimal(totals()[-1]) - Decimal(totals()[0])
    silent = ask.answer(OPEN, TODAY)
    assert [one["difference"] for one in silent["scenarios"]] == [None] * 4
    shape = ask.schema()["output"]
    assert shape["properties"]["difference"]["description"]
    for one in (answer, silent):
        Draft202012Validator(shape).validate({"id": 1} | one)


def test_a_penalty_nobody_knows_is_said_to_be_missing_from_ours(client):
    for asked in ("20000", "10500", "10000"):
        unknown = SHUT | {"penalty": "unknown", "lender_total": asked}
        assert "罚息、违约金还不知道" in compared(client, unknown).bare
        assert compared(client, SHUT | {"lender_total": asked}).bare == ""


def test_a_reading_beyond_sense_is_not_offered_as_an_explanation():
    """10,000 at 3 % a day: 300 × 1,277 days = 383,100; compounded, beyond 10^14."""
    shut = SLIP | {"penalty": "none", "basis": "365", "compound": False}
    answer = ask.answer(shut | {"lender_total": "50000"}, TODAY.replace(day=29))
    assert answer["scenarios"][0]["days"][0]["total"] == "393100.00"
    assert answer["difference"] == "-343100.00"
    assert "compound" not in [one["key"] for one in answer["readings"]]
    assert answer["readings"]


def test_a_reading_of_ours_beyond_sense_is_left_out_and_said_to_be(client):
    """2,000 at 10 % a day: 2,000 + 200 × 905 days = 183,000; compounded, beyond."""
    steep = {
        "due_date": "2024-06-01",
        "principal": "2000",
        "rate": "10",
        "rate_per": "day",
        "penalty": "none",
    }
    answer = ask.answer(steep, TODAY)
    (only,) = answer["scenarios"]
    assert only["days"][0]["total"] == "183000.00"
    assert not only["compound"]
    shown = client.post(URL, steep | {"confirm": "1"}).context["page"]
    assert "没有列出来" in shown.hedge
    assert "没有列出来" not in client.post(URL, OPEN).context["page"].hedge


def test_a_debt_whose_every_reading_is_beyond_sense_is_refused_at_the_rate():
    steep = SLIP | {"rate": "10", "penalty": "none", "compound": True}
    with pytest.raises(FactsError) as refused:
        ask.answer(steep, TODAY)
    assert refused.value.field == "rate"


@pytest.mark.parametrize("field", ["rate", "penalty_figure"])
def test_a_rate_is_as_short_in_the_shell_as_a_sum(field):
    schema = ask.schema()["input"]["properties"][field]
    assert f"'maxLength': {LONGEST}" in str(schema)
    with pytest.raises(FactsError, match=f"最多 {LONGEST} 个字。"):
        ask.answer(SHUT | {field: "1" * (LONGEST + 1)}, TODAY)
