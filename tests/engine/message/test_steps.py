"""The step that fits comes first, and what holds for any message is always there."""

from __future__ import annotations

import pytest

from tests.engine.message.messages import SETS, messages, read
from timeline.engine.message import Kind, when_over
from timeline.engine.message.steps import ALWAYS, NEVERS, ON_TIME

EVERY = [message.text for name in SETS for message in messages(name)]
SCAMS = [text for text in EVERY if read(text).kind is Kind.SCAM]
DATED_BY_COURTS = [
    text
    for text in EVERY
    if read(text).kind is Kind.COURT_SERVICE and ON_TIME in read(text).steps
]
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
    "再不还弄死你": "call-police-if-threatened",
}
KEEP = "keep-everything"
VERIFY = "verify-independently"
# What may stand before everything else, for it is lost or hurt by the minute.
BEFORE_ALL = ("if-money-is-gone", "call-police-if-threatened", "owe-nothing-for-others")
ORDERS = [
    (
        "请把钱转到个人账户",
        Kind.SCAM,
        (*NEVERS, VERIFY, "report-fraud", "if-money-is-gone", KEEP),
    ),
    (
        "您有支付令,请把钱转到个人账户",
        Kind.SCAM,
        (*NEVERS, VERIFY, ON_TIME, "report-fraud", "if-money-is-gone", KEEP),
    ),
    (
        "我已经转了钱,又要我把钱转到个人账户",
        Kind.SCAM,
        ("if-money-is-gone", *NEVERS, VERIFY, "report-fraud", KEEP),
    ),
    (
        "再不还弄死你",
        Kind.UNLAWFUL_COLLECTION,
        (
            "call-police-if-threatened",
            "record-and-complain",
            *NEVERS,
            VERIFY,
            KEEP,
        ),
    ),
    (
        "你这个骗子,不要脸",
        Kind.UNLAWFUL_COLLECTION,
        (
            "record-and-complain",
            "call-police-if-threatened",
            *NEVERS,
            VERIFY,
            KEEP,
        ),
    ),
    (
        "我是调解员,想请您参加调解",
        Kind.MEDIATION,
        ("mediation-is-voluntary", VERIFY, *NEVERS, KEEP),
    ),
    (
        "【某区人民法院】支付令",
        Kind.COURT_SERVICE,
        (ON_TIME, VERIFY, "ask-the-court", *NEVERS, KEEP),
    ),
    (
        "您的借款已逾期9天,请尽快还款",
        Kind.LAWFUL_COLLECTION,
        ("check-in-own-app", *NEVERS, VERIFY, KEEP),
    ),
    (
        "您的快递到了,取件码8888",
        Kind.UNKNOWN,
        ("ask-who-and-what", VERIFY, *NEVERS, KEEP),
    ),
]
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


@pytest.mark.parametrize(("text", "kind", "order"), ORDERS)
def test_the_steps_of_a_kind_come_in_the_order_in_which_they_are_done(
    text, kind, order
):
    reading = read(text)
    assert reading.kind is kind
    assert reading.steps == order


@pytest.mark.parametrize("text", SCAMS, ids=lambda text: text[:24])
def test_who_is_threatened_by_a_scam_reads_first_what_not_to_do(text):
    reading = read(text)
    left = [key for key in reading.steps if key not in BEFORE_ALL]
    assert tuple(left[:4]) == (*NEVERS, "verify-independently")
    if ON_TIME in left:
        assert left.index(ON_TIME) < left.index("report-fraud")


@pytest.mark.parametrize("text", EVERY, ids=lambda text: text[:24])
def test_what_never_to_do_is_told_in_one_order_and_before_keeping_everything(text):
    general = read(text).general
    assert general == tuple(key for key in ALWAYS if key in general)
    assert general[-1] == "keep-everything"


@pytest.mark.parametrize("text", DATED_BY_COURTS, ids=lambda text: text[:24])
def test_where_a_court_speaks_the_day_comes_before_verifying(text):
    place = read(text).steps.index
    assert place(ON_TIME) < place("verify-independently") < place("ask-the-court")


@pytest.mark.parametrize("text", EVERY, ids=lambda text: text[:24])
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
    assert when_over((*NEVERS, "verify-independently"))[:4] == (
        *NEVERS,
        "ask-what-was-decided",
    )
    assert when_over(("if-money-is-gone", "do-not-pay", "report-fraud"))[:3] == (
        "if-money-is-gone",
        "do-not-pay",
        "ask-what-was-decided",
    )
    over = when_over(("act-by-the-date", "verify-independently"))
    assert over == ("ask-what-was-decided", "verify-independently")
