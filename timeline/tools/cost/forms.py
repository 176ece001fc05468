"""The contract as it is worded, and what was paid after the due day."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit

from timeline.engine import FactsError
from timeline.engine.cost import BASES, Order, Penalty, RatePer
from timeline.engine.ledger import Entry
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import (
    UNKNOWN,
    DayField,
    TruthField,
    WholeField,
    YuanField,
    radio,
)
from timeline.forms.layout import Fold, Group, form_helper
from timeline.forms.ledger_rows import LedgerRows
from timeline.forms.money import LedgerField, PercentField, RatesField
from timeline.tools.cost.reckoning import (
    MOST_MISSED,
    CostAnswer,
    cost_answer,
    overdue,
)

NEEDED: Final = {
    "due_date": "请填最早没还的那一期，是哪天到期。",
    "principal": "请填还欠多少本金；每期逾期的，填没还的本金。",
    "rate": "请填合同写的利率；不知道就看借款合同，或打官方客服问。没约定写 0。",
}
PENALTIES: Final[list[tuple[str, str]]] = [
    (Penalty.UPLIFT, "罚息：合同利率再加百分之几"),
    (Penalty.DAILY, "违约金：每天千分之几，代替合同利率"),
    (Penalty.DAILY_ADDED, "违约金：每天千分之几，合同利率也照算"),
    (Penalty.NONE, "没写：只按合同利率算"),
    (UNKNOWN, "不知道"),
]
PER: Final[list[tuple[str, str]]] = [
    (RatePer.YEAR, "每年百分之几"),
    (RatePer.MONTH, "每月百分之几"),
    (RatePer.DAY, "每天百分之几"),
]
PAID: Final = LedgerRows(
    name="payments",
    day="哪天还的",
    total="还了多少（元）",
    lines="还过很多笔？一行一笔贴进来",
)


class CostForm(AnswersForm):
    """Turns what was typed into an answer; fields are named as in ``ask cost``."""

    hide_optional = True
    answer: CostAnswer

    due_date = DayField(label="最早没还的那一期，哪天到期？")
    missed = WholeField(
        1,
        MOST_MISSED,
        units="个月期",
        label="到今天一共几期没还？",
        help_text="每月一期的，填几期；一次还清的，填 1。",
    )
    principal = YuanField(
        label="每一期没还的本金（元）",
        help_text="在还款计划里看「本金」；只有一期的，填那一期的。",
    )
    interest = YuanField(zero=True, label="每一期没还的利息（元）")
    fees = YuanField(zero=True, label="到期时欠的费用（元）")
    rate = PercentField(
        label="合同利率（%）",
        help_text="合同写 0.05%，就填 0.05，下面选「每天」。没约定利息写 0。",
    )
    rate_per = radio("它是每年、每月还是每天的？", PER, initial=RatePer.YEAR)
    rate_changes = RatesField(
        label="从哪天起、变成百分之几，一行一次",
        help_text="和上面的利率用一样的单位，例如「2026-03-01 18」。",
    )
    penalty = radio("逾期以后，合同怎么写？", PENALTIES, initial=UNKNOWN)
    penalty_figure = PercentField(
        label="罚息或违约金的数字（百分之几，或千分之几）",
        help_text="加百分之五十写 50；每天千分之一写 1，每天万分之五写 0.5。",
    )
    late_fee = YuanField(zero=True, label="一次性的滞纳金、违约金（元）")
    compound = TruthField(label="没付的利息，再计利息吗（复利）？", yes="计", no="不计")
    basis = radio(
        "一年按多少天算？",
        [(str(days), f"{days} 天") for days in BASES] + [(UNKNOWN, "不知道")],
        initial=UNKNOWN,
        help_text="看合同里「日利率＝年利率÷」后面的数；不知道，两种都算。",
    )
    payments = LedgerField(
        label="日期和金额，一行一笔", help_text="例如「2026-03-01 500」。"
    )
    order = radio(
        "还的钱先冲什么？",
        [
            (Order.STATUTORY, "没有另外约定：费用、利息、本金"),
            (Order.PRINCIPAL_FIRST, "书面约定了先冲本金"),
        ],
        initial=Order.STATUTORY,
    )
    lender_total = YuanField(
        label="对方说今天一共要还多少（元）",
        help_text="填了，就看差多少、可能差在哪里。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = PAID.count(self.given)
        self.fields.update(PAID.fields(rows))
        self.helper = form_helper(
            Fieldset(
                "到期的时候",
                Div("due_date", "missed", css_class="pair"),
                Div("principal", "interest", "fees", css_class="pair"),
            ),
            Fieldset(
                "合同怎么写",
                "rate",
                "rate_per",
                "penalty",
                "penalty_figure",
                "late_fee",
                "compound",
                "basis",
                Fold("后来利率变过", "rate_changes"),
            ),
            Group(
                "到期以后还过的钱",
                PAID.layout(rows),
                "order",
                hint="没有还过就空着。",
            ),
            Fieldset("对方的数", "lender_total"),
            ButtonHolder(Submit("answer", "算到今天欠多少")),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, words in NEEDED.items():
            if data.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, words)
        data["payments"] = PAID.entries(self, data)
        if self.errors:
            return data
        values = {name: value for name, value in data.items() if value is not None}
        values["rate_per"] = RatePer(data["rate_per"] or RatePer.YEAR)
        values["penalty"] = None
        if data["penalty"] not in ("", UNKNOWN):
            values["penalty"] = Penalty(data["penalty"])
        values["order"] = Order(data["order"] or Order.STATUTORY)
        values["basis"] = data["basis"] or UNKNOWN
        try:
            self.answer = cost_answer(overdue(values, self.today))
        except FactsError as error:
            self.add_error(
                PAID.place(error.field, data, lambda one: self._refused(values, one)),
                str(error),
            )
        return data

    def _refused(self, values: dict[str, Any], entry: Entry) -> bool:
        """Whether this payment alone would be an error."""
        try:
            overdue(values | {"payments": (entry,)}, self.today)
        except FactsError as error:
            return error.field == PAID.name
        return False
