"""The clock runs as if the message were real, whatever it looks like."""

from __future__ import annotations

from datetime import date

import pytest

from tests.engine.message.messages import read
from timeline.catalog.message import message_reader

CLOCKS = {
    "法院发出支付令": "payment-order-objection",
    "(2026)浙0106民督77号": "payment-order-objection",
    "支付令下来了,转3000元到我微信帮你撤": "payment-order-objection",
    "您被银行起诉,点链接下载APP看传票": "answer",
    "给您寄了起诉状副本和应诉通知书": "answer",
    "(2026)浙0106民初1号": "answer",
    "【某某区人民法院】请查收法律文书": "answer",
    "仲裁委员会已受理,请领取仲裁通知": "answer",
    "举证期限到12月1日": "evidence",
    "判决书已电子送达": "appeal",
    "执行通知书": "enforcement-objection",
    "(2026)浙0106执保8号": "freeze-review",
    "财产保全裁定书": "freeze-review",
    "(2026)浙0106民诉前调9号": None,
    "我是调解员,想请您参加调解": None,
    "您的借款已逾期,请尽快还款": None,
    "再不还我们就准备起诉": None,
    "不同意调解的,将转立案": None,
}


@pytest.mark.parametrize(("text", "clock"), CLOCKS.items())
def test_what_is_spoken_of_sets_the_clock(text, clock):
    reading = read(text)
    assert reading.clock.key == clock
    assert ("act-by-the-date" in reading.steps) == (clock is not None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("定于2026年12月15日上午9:30开庭", date(2026, 12, 15)),
        ("开庭时间:2026-12-15", date(2026, 12, 15)),
        ("二〇二六年十二月十五日九时在第三法庭开庭", date(2026, 12, 15)),
        ("已于2026年8月1日立案,定于2026年12月15日9时开庭", date(2026, 12, 15)),
        ("调解员:2026年8月20日收到申请,请于2026年12月15日线上调解", date(2026, 12, 15)),
        ("2026年12月15日开庭,不服的自2026年12月20日起", date(2026, 12, 15)),
        ("原定2026年12月8日开庭,现改期至2026年12月15日开庭", date(2026, 12, 15)),
        ("定于12月15日开庭", None),
        ("定于2026年13月45日开庭", None),
    ],
)
def test_a_day_in_court_is_taken_only_when_it_is_a_whole_date(text, day):
    assert read(text).clock.hearing == day


@pytest.mark.parametrize(
    ("text", "came", "day"),
    [
        ("传票:12月15日9时开庭", date(2026, 11, 20), date(2026, 12, 15)),
        ("传票:请于一月五日到第三法庭", date(2026, 11, 20), date(2027, 1, 5)),
        (
            "传票:原定12月1日,现改期至12月15日开庭",
            date(2026, 11, 20),
            date(2026, 12, 15),
        ),
        ("传票:12月15日开庭", date(2026, 12, 15), date(2026, 12, 15)),
        ("传票:11月1日开庭", date(2026, 11, 20), None),
        ("传票:2月29日开庭", date(2026, 11, 20), None),
        ("传票:2月30日开庭", date(2026, 11, 20), None),
        ("传票:12月15日开庭", None, None),
    ],
)
def test_a_day_without_a_year_is_the_next_one_after_arrival(text, came, day):
    *_, summons = read(text).clock.possible(came)
    assert summons.hearing == day


def test_a_sitting_belongs_to_one_paper():
    papers = read("传票:2026年12月15日开庭").clock.possible(date(2026, 11, 20))
    assert [paper.hearing for paper in papers] == [None, date(2026, 12, 15)]


def test_mediation_with_a_day_runs_to_that_day():
    assert read("调解员:定于2026年12月2日线上调解").clock.key == "hearing"


def test_exactly_one_sign_is_assumed_where_a_court_is_heard():
    assert [sign.clock for sign in message_reader().signs if sign.assumed] == ["answer"]
