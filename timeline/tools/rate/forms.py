"""What came, what was paid, under what contract; all of it can be left open."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit

from timeline.engine import FactsError, LenderKind
from timeline.engine.ledger import Entry
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import UNKNOWN, DayField, WholeField, YuanField, select
from timeline.forms.layout import Group, form_helper
from timeline.forms.ledger_rows import LedgerRows
from timeline.forms.money import LedgerField, lender_kinds
from timeline.tools.rate.reckoning import MOST_INSTALMENTS, Loan, loan

NOTHING: Final = "请先填实际到手多少，再填还了什么。"
PAID: Final = LedgerRows(
    name="payments",
    day="哪天付的",
    total="付了多少（元）",
    note="是什么钱",
    lines="有很多笔，或者又收到过钱？一行一笔贴进来",
)


class RateForm(AnswersForm):
    """Turns what was typed into a ``Loan``; fields are named as in ``ask rate``."""

    hide_optional = True
    loan: Loan

    received = YuanField(
        label="实际到手多少（元）",
        help_text="看银行卡或钱包的到账记录，不看合同上的数。",
    )
    received_on = DayField(label="哪天到手的？")
    instalment = YuanField(
        label="每期还多少（元）",
        help_text="每期一样的填这里；不一样的，这里空着，全写在下面。",
    )
    first_on = DayField(label="第一期是哪天？")
    count = WholeField(1, MOST_INSTALMENTS, units="个月期", label="一共几期（按月）")
    monthly_fee = YuanField(
        label="每期另外还收多少（元）",
        help_text="会员费、担保费、服务费，每月都收的填这里；没有就空着。",
    )
    payments = LedgerField(
        label="日期、金额、用途，一行一笔",
        help_text="例如「2026-01-15 300 担保费」。又收到一笔的，行首写「收」。",
    )
    lender_kind = select(
        "放款的是哪类机构？",
        lender_kinds,
        initial=UNKNOWN,
        help_text="看合同里的「贷款人」，不是 App 的名字。不同的机构，线不一样。",
    )
    contract_on = DayField(
        label="合同是哪天签的？",
        help_text="规定按合同的日子分段；空着，先当是到手那天。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = PAID.count(self.given)
        self.fields.update(PAID.fields(rows))
        self.helper = form_helper(
            Fieldset("到手的钱", Div("received", "received_on", css_class="pair")),
            Fieldset(
                "每期还的钱",
                Div("instalment", "first_on", css_class="pair"),
                Div("count", "monthly_fee", css_class="pair"),
            ),
            Group(
                "另外付的钱",
                PAID.layout(rows),
                hint="只收一次的会员费、担保费、服务费、保险；还没到期的，按计划填。"
                "放款时先扣掉的不用再写：到手的数已经少了这一笔。没有就空着。",
            ),
            Fieldset("合同", "lender_kind", "contract_on"),
            ButtonHolder(Submit("answer", "算真实年化")),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["payments"] = PAID.entries(self, data)
        if self.errors:
            return data
        values = {name: value for name, value in data.items() if value is not None}
        values["lender_kind"] = LenderKind(data["lender_kind"] or UNKNOWN)
        try:
            self.loan = loan(values, self.today)
        except FactsError as error:
            self.add_error(
                PAID.place(error.field, data, lambda one: self._refused(values, one)),
                str(error),
            )
            return data
        if not self.loan.entries:
            self.add_error("received", NOTHING)
        return data

    def _refused(self, values: dict[str, Any], entry: Entry) -> bool:
        """Whether this payment alone would be an error."""
        try:
            loan(values | {"payments": (entry,)}, self.today)
        except FactsError as error:
            return error.field == PAID.name
        return False
