"""The questions about one debt, as the visitor reads them."""

from __future__ import annotations

from typing import Final

from timeline import catalog
from timeline.engine import Agreement, LenderKind, Role
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import (
    UNKNOWN,
    DayField,
    SpanField,
    TruthField,
    YuanField,
    radio,
    select,
)


def _products() -> list[tuple[str, str]]:
    kinds = set(LenderKind)
    products = [
        (key, record.name)
        for key, record in catalog.profile_records().items()
        if key not in kinds
    ]
    return [(UNKNOWN, "不知道，或者不在这里"), *products]


def _lender_kinds() -> list[tuple[str, str]]:
    records = catalog.profile_records()
    named = [(kind, records[kind].name) for kind in LenderKind if kind != UNKNOWN]
    return [(UNKNOWN, "不知道"), *named]


# Whoever cannot tell is shown what a contact is shown: nothing that could hurt.
UNSURE: Final = "unsure"


class Questions(AnswersForm):
    """At most a dozen, three of them required; every one can be left unknown."""

    hide_optional = True

    role = radio(
        "您是谁？",
        [
            (Role.BORROWER, "借款人本人"),
            (Role.CONTACT, "不是借款人，却被联系的家人、朋友、同事"),
            (Role.GUARANTOR, "签过担保的保证人"),
            (UNSURE, "不知道算哪一种"),
        ],
        required=True,
    )
    when = radio(
        "从哪天开始逾期？",
        [
            ("date", "知道还款日"),
            ("days", "只知道大概多少天"),
            (UNKNOWN, "不知道"),
        ],
        required=True,
    )
    due_date = DayField(
        label="最早一笔没还上的还款日",
        help_text="还款日当天算第 0 天，第二天算逾期第 1 天。",
    )
    overdue_days = SpanField(
        label="大概多少天",
        help_text="写一个数，例如 9；拿不准就写范围，例如 14-21。",
        inputmode="text",
    )
    papers = radio(
        "收到过律师函，或者法院、仲裁、调解的文书吗？",
        [("none", "没有"), ("some", "收到过"), (UNKNOWN, "不知道")],
        required=True,
        help_text="短信、电话说的也算「收到过」：先当真的算日期，再去核实。"
        "认不出是哪一种，就选「不知道」，再看「收到法院或调解短信」。",
    )
    product = select("哪个产品？", _products, initial=UNKNOWN)
    lender_kind = select(
        "放款的是哪类机构？",
        _lender_kinds,
        initial=UNKNOWN,
        help_text="看合同或还款记录里的「贷款人」，不看手机应用的名字。",
    )
    principal = YuanField(
        label="还欠多少本金（元）",
        help_text="例如 12000 或 1,234.50。金额不会改变阶段。",
    )
    reachable = TruthField(label="他们能联系上借款人本人吗？", yes="能", no="不能")
    contact_called = TruthField(
        label="有人打给联系人、家人或同事了吗？", yes="打了", no="没有"
    )
    contact_refused = TruthField(
        label="被打的人对催收的人说过「不要再联系我」吗？", yes="说过", no="没有"
    )
    agreement = radio(
        "谈过延期或分期吗？",
        [
            (Agreement.NONE, "没有谈过"),
            (Agreement.ASKED, "提过，还没谈成"),
            (Agreement.KEPT, "谈成了，一直按约定还"),
            (Agreement.BROKEN, "谈成过，后来没按约定还"),
            (UNKNOWN, "不知道"),
        ],
        initial=UNKNOWN,
    )
    agreement_next_due = DayField(label="按约定，下次还款是哪天？")
