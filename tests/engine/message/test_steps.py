"""The step that fits comes first, and what holds for any message is always there."""

from __future__ import annotations

import pytest

from tests.engine.message.messages import SETS, messages, read
from timeline.engine.message import when_over
from timeline.engine.message.steps import ALWAYS

EVERY = [message.text for name in SETS for message in messages(name)]
FIRST = {
    "您的账户被某区人民法院冻结": "ask-which-freeze",
    "(2026)粤0106执1号,三日内履行并申报财产": "report-property",
    "小额诉讼判决书已送达,一审终审": "read-the-final-judgment",
    "【某区人民法院】支付令": "act-by-the-date",
    "请你代为转告他还款": "owe-nothing-for-others",
    "你这个骗子,不要脸": "record-and-complain",
    "您的借款已逾期9天,请尽快还款": "check-in-own-app",
    "我是调解员,想请您参加调解": "mediation-is-voluntary",
    "您的快递到了,取件码8888": "ask-who-and-what",
    "请把钱转到个人账户": "do-not-pay",
}
PAID = [
    "我昨天已经按他们说的给法院账户转了3000块保证金,现在又让我再交5000解冻费,怎么办",
    "我已经转了钱。",
    "钱已经转过去了",
    "刚刚转了两千元给他",
    "我被骗了三千块",
    "我把3000元打给了他",
]
NOT_PAID = [
    "如果我转了3000元怎么办",
    "我已经把你的资料转给了法务",
    "我昨天已经还了3000元",
    "对方要我:把钱转到个人账户。",
    "如已还款请忽略,您已付了2000元",
    "我帮您垫付了2000元,请尽快还我",
    "我没有转过钱给他们",
]


@pytest.mark.parametrize(("text", "step"), FIRST.items())
def test_the_step_that_fits_comes_first(text, step):
    assert read(text).steps[0] == step


@pytest.mark.parametrize("text", PAID)
def test_who_has_paid_stops_the_payment_first(text):
    assert read(text).steps[0] == "if-money-is-gone"


@pytest.mark.parametrize("text", NOT_PAID)
def test_nobody_is_told_that_money_is_gone_who_has_kept_it(text):
    assert read(text).steps[0] != "if-money-is-gone"


@pytest.mark.parametrize("text", EVERY, ids=lambda text: text[:12])
def test_each_step_is_given_once_and_the_general_ones_last(text):
    reading = read(text)
    assert len(set(reading.steps)) == len(reading.steps)
    assert set(ALWAYS) <= set(reading.steps)
    assert reading.steps[len(reading.steps) - len(reading.general) :] == reading.general


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("您的快递到了,取件码8888", False),
        ("请查看 http://a.top/b", True),
        ("请扫二维码查看", True),
    ],
)
def test_links_are_spoken_of_where_there_is_a_link_or_a_code(text, near):
    assert ("do-not-click" not in read(text).general) == near


def test_days_that_are_over_are_asked_about_after_what_saves_money():
    assert when_over(("if-money-is-gone", "do-not-pay", "report-fraud"))[:3] == (
        "if-money-is-gone",
        "do-not-pay",
        "ask-what-was-decided",
    )
    over = when_over(("act-by-the-date", "verify-independently"))
    assert over == ("ask-what-was-decided", "verify-independently")
