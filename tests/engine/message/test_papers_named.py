"""Which paper a message names decides its days; what it does not name, it does not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.engine.message.messages import read
from timeline.engine import PaperKind
from timeline.engine.message.terms import number

NAMED = {
    "【XX银行】您的账户于11月25日被北京市朝阳区人民法院冻结,金额30000元": (
        "freeze-review",
        ["asset-freeze"],
    ),
    "【中国银行】您尾号1234账户因法院冻结,冻结金额5000元": (
        "freeze-review",
        ["asset-freeze"],
    ),
    "信封上印着法院专递,里面是裁定书,写着冻结我的存款": (
        "freeze-review",
        ["asset-freeze"],
    ),
    "(2026)浙0110民初1234号小额诉讼民事判决书已送达,本判决为终审判决": (
        None,
        ["small-claims-judgment"],
    ),
    "民事判决书已送达。本案适用小额诉讼程序,一审终审。": (
        None,
        ["small-claims-judgment"],
    ),
    "(2026)浙01民终1234号民事判决书已送达,本判决为终审判决": (None, []),
    "民事判决书已送达,不服可在十五日内上诉": ("appeal", ["judgment"]),
    "(2026)粤0106执12号,已冻结您的银行存款": (
        "enforcement-objection",
        ["enforcement-notice"],
    ),
    "适用小额诉讼程序,一审终审,定于2026年12月3日开庭": (
        "answer",
        ["complaint-copy", "summons"],
    ),
    "您已被起诉,法院已冻结您的账户": (
        "freeze-review",
        ["asset-freeze", "complaint-copy"],
    ),
    "(2026)浙0106民初1号举证期限快到了": ("evidence", ["evidence-notice"]),
}


@pytest.mark.parametrize(("text", "wanted"), NAMED.items())
def test_the_paper_that_is_named_is_counted_for(text, wanted):
    found = read(text).clock
    assert (found.key, [paper.key for paper in found.papers]) == wanted
    assert not found.may_be


@pytest.mark.parametrize(
    "text",
    [
        "这里是12368诉讼服务热线,您有一份法律文书待签收",
        "(2026)浙0106民初1号",
        "您已经被起诉,案件已立案",
    ],
)
def test_a_paper_that_is_not_named_may_be_one_of_several(text):
    found = read(text).clock
    assert found.key == "answer"
    assert [paper.key for paper in found.may_be] == [
        "asset-freeze",
        "payment-order",
        "complaint-copy",
    ]


@pytest.mark.parametrize(
    "text", ["你的账户将被法院冻结", "我们会申请财产保全", "否则法院会查封您的房子"]
)
def test_a_freeze_that_is_only_threatened_is_none(text):
    assert PaperKind.ASSET_FREEZE not in read(text).clock.papers


@pytest.mark.parametrize(
    "text",
    [
        "最高人民法院:您已被签发逮捕令,今日交保证金3980元",
        "我是经侦大队王警官,你的案件已立案,下载腾讯会议配合调查",
        "你涉嫌诈骗罪,已向法院起诉你",
    ],
)
def test_a_scare_with_criminal_law_starts_no_civil_period(text):
    assert read(text).clock.key is None


def test_a_court_paper_beside_the_scare_is_counted_all_the_same():
    assert read("涉嫌诈骗罪,法院传票请查收").clock.key == "answer"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("适用小额诉讼程序,答辩期7日,举证期限7日,应诉", {"answer": 7, "evidence": 7}),
        ("应诉通知:请在七日内提交答辩状", {"answer": 7}),
        ("应诉通知:答辩期30日", {}),
        (
            "已立案执行,三日内履行义务并申报财产,执行局",
            {"perform": 3, "property-report": 3},
        ),
        ("报告财产令已送达,请于十五日内申报财产", {"property-report": 15}),
        ("您的借款逾期,请在三日内履行还款义务", {}),
        ("执行通知:3个工作日内履行", {}),
    ],
)
def test_days_of_its_own_are_heard(text, days):
    assert {term.key: term.days for term in read(text).clock.terms} == days


@pytest.mark.parametrize(
    ("written", "value"),
    [("7", 7), ("十", 10), ("十五", 15), ("二十", 20), ("三", 3), ("千", 0)],
)
def test_chinese_numerals_are_numbers(written, value):
    assert number(written) == value


def test_own_days_date_the_paper_and_the_summons_keeps_the_sitting():
    text = "应诉,答辩期7日,举证期限7日,请于2026年12月10日到庭"
    papers = read(text).clock.possible(date(2026, 11, 23))
    assert {paper.kind: (paper.own_date, paper.hearing) for paper in papers} == {
        PaperKind.COMPLAINT_COPY: (date(2026, 11, 30), None),
        PaperKind.SUMMONS: (None, date(2026, 12, 10)),
        PaperKind.EVIDENCE_NOTICE: (date(2026, 11, 30), None),
    }


def test_the_last_day_of_the_calendar_breaks_nothing():
    papers = read("应诉,答辩期7日").clock.possible(date.max)
    assert [paper.own_date for paper in papers] == [None]


@pytest.mark.parametrize(
    "number_",
    ["（2026）粵0106民初8888號", "(2026)滬0115民訴前調12號", "(2026)遼01執3號"],
)
def test_a_number_in_traditional_characters_can_exist(number_):
    (found,) = read(f"法院:{number_}").numbers
    assert found.fault is None
    assert found.type
