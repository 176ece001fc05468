"""One debt and up to four offers for it; names are those of ``ask offer``."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms

from timeline.catalog.offer import offer_words
from timeline.engine import FactsError, LenderKind
from timeline.engine.instalments import MOST_MONTHS
from timeline.engine.terms import OfferFacts, Option
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import (
    UNKNOWN,
    DayField,
    ShareField,
    TruthField,
    WholeField,
    YuanField,
    select,
)
from timeline.forms.layout import form_helper
from timeline.forms.money import lender_kinds
from timeline.tools.offer.reckoning import offer_facts

PARTS: Final = {
    Option.EXTENSION: ("months", "rate", "fee"),
    Option.INSTALMENTS: ("months", "rate", "fee"),
    Option.REDUCTION: ("waived", "months", "rate", "fee"),
    Option.SETTLEMENT: ("sum", "fee"),
}
# Without it the option says nothing.
NEEDED: Final = {
    Option.REDUCTION: ("waived", "减掉多少？不知道就先别填这一种。"),
    Option.SETTLEMENT: ("sum", "一次付多少？不知道就先别填这一种。"),
}
RATE_HINT: Final = "写明不再计息的填 0；没有说就空着。"


class OfferForm(AnswersForm):
    """Turns what was offered into ``OfferFacts``; knows no rule of its own."""

    hide_optional = True
    facts: OfferFacts

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owed"] = YuanField(
            label="对方现在一共要多少（元）",
            help_text="本金、利息、费用都算上。没有明细的，先要明细。",
        )
        self.fields["can_pay"] = YuanField(
            zero=True,
            label="您每月最多拿得出多少（元）",
            help_text="没有算过的，先算「我每月能还多少」。",
        )
        self.fields["cash"] = YuanField(
            zero=True,
            label="一次最多拿得出多少（元）",
            help_text="不借新的，手里真有的。",
        )
        for option in Option:
            for part in PARTS[option]:
                field = _part(option, part)
                vars(field)["group"] = offer_words().options[option].name
                self.fields[f"{option}.{part}"] = field
        self.fields["lender_kind"] = select(
            "放款的是哪类机构？", lender_kinds, initial=UNKNOWN
        )
        self.fields["credit_card"] = TruthField(label="是信用卡欠款吗？")
        self.fields["last_instalment_due"] = DayField(
            label="最后一期哪天到期？", help_text="签字以前看三年过没过用；不知道空着。"
        )
        self.fields["last_payment_or_promise"] = DayField(
            label="您最近一次还款或者答应还，是哪天？", help_text="没有就空着。"
        )
        self.fields["judgment"] = TruthField(
            label="已经有判决、法院调解书或者裁决吗？", yes="有", no="没有"
        )
        self.helper = self._helper()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("owed") is None and "owed" not in self.errors:
            self.add_error("owed", "请填对方要的总数；没有它，比不出来。")
        values = {name: value for name, value in data.items() if value is not None}
        for option, parts in PARTS.items():
            given = {
                part: values[f"{option}.{part}"]
                for part in parts
                if f"{option}.{part}" in values
            }
            self._check_needed(option, given)
            if given:
                values[option.value] = given
        values["today"] = self.today
        values["lender_kind"] = LenderKind(data.get("lender_kind") or UNKNOWN)
        if not self.errors:
            try:
                self.facts = offer_facts(values)
            except FactsError as error:
                at = error.field if error.field in self.fields else None
                self.add_error(at, str(error))
        return data

    def _check_needed(self, option: Option, given: dict[str, Any]) -> None:
        if not given or option not in NEEDED:
            return
        part, problem = NEEDED[option]
        name = f"{option}.{part}"
        if part not in given and name not in self.errors:
            self.add_error(name, problem)

    def _helper(self) -> FormHelper:
        return form_helper(
            Fieldset("这笔债", "owed", Div("can_pay", "cash", css_class="pair")),
            Fieldset(
                "对方说了哪几种？说了的才填",
                *[
                    Fieldset(
                        offer_words().options[option].name,
                        Div(
                            *[f"{option}.{part}" for part in PARTS[option]],
                            css_class="pair",
                        ),
                        css_class="paper",
                    )
                    for option in Option
                ],
            ),
            Fieldset(
                "再说几件事（不知道可以空着）",
                "lender_kind",
                "credit_card",
                "last_instalment_due",
                "last_payment_or_promise",
                "judgment",
            ),
            ButtonHolder(Submit("answer", "放在一起比一比")),
        )


def _part(option: Option, part: str) -> forms.Field:
    match part:
        case "months":
            asked = "延几个月" if option is Option.EXTENSION else "分几个月"
            return WholeField(1, MOST_MONTHS, units="个月期", label=asked)
        case "rate":
            return ShareField(label="这段时间的年利率（%）", help_text=RATE_HINT)
        case "fee":
            return YuanField(zero=True, label="要先付多少（元）")
        case "waived":
            return YuanField(label="减掉多少（元）")
        case _:
            return YuanField(label="一次付多少（元）")
