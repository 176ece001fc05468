"""One household's months as a form; names are those of ``ask budget``."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms
from django.http import QueryDict

from timeline.catalog import cn_yuan
from timeline.catalog.budget import budget_words
from timeline.engine import FactsError
from timeline.engine.budget import ESSENTIALS, MOST_PEOPLE, BudgetFacts
from timeline.engine.text.numerals import number
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import WholeField, YuanField
from timeline.forms.layout import Fold, Group, form_helper

EARNERS: Final = ("您自己", "一起过日子的另一个人")
MONTHS: Final = ("上个月（元）", "再上个月（元）", "大上个月（元）")
SHOW: Final = "show"


class PercentField(WholeField):
    """``10``, ``10%``, and the tenths that people speak of: ``三成``, ``3成``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(0, 100, **kwargs)

    def parse(self, text: str) -> int:
        tenths = number(text.removesuffix("成"))
        if text.endswith("成") and tenths is not None:
            text = str(10 * tenths)
        try:
            return super().parse(text.removesuffix("%").strip())
        except forms.ValidationError:
            raise forms.ValidationError(
                "请写 0 到 100，比如 10。三成就写 30。"
            ) from None


class BudgetForm(AnswersForm):
    """Turns a household's figures into ``BudgetFacts``; knows no rule of its own."""

    hide_optional = True
    facts: BudgetFacts

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = budget_words()
        self.fields["people"] = WholeField(
            1, MOST_PEOPLE, units="口个人", label="几口人靠这些钱过？"
        )
        for earner, who in enumerate(EARNERS):
            for month, label in enumerate(MONTHS):
                field = _yuan(label)
                vars(field)["group"] = who  # read by forms/error_summary.html
                self.fields[_month(earner, month)] = field
        self.fields["steady"] = _yuan(
            "每月固定的：退休金、补助、房租（元）", "没有就空着。"
        )
        for key, expense in words.essentials.items():
            self.fields[f"essentials.{key}"] = _yuan(
                f"{expense.label}（元）", expense.hint
            )
        self.fields["promised"] = _yuan(
            "已经答应别家、每月在还的（元）", "已经谈成、正在还的才算。"
        )
        self.fields["margin_percent"] = PercentField(
            label="再留百分之几，防生病、涨价",
            help_text=(
                f"比如写 {words.margin_percent}：上面一共 2,000 元的，再留 "
                f"{cn_yuan(2_000 * words.margin_percent)}。"
                f"空着也按 {words.margin_percent} 算。"
            ),
        )
        self.helper = self._helper()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            try:
                self.facts = self._facts(data)
            except FactsError as error:
                at = error.field if error.field in self.fields else None
                self.add_error(at, str(error))
        return data

    def _facts(self, data: dict[str, Any]) -> BudgetFacts:
        """What was filled in; a box left empty stays unknown."""
        found = (
            [data[_month(earner, month)] for month in range(len(MONTHS))]
            for earner in range(len(EARNERS))
        )
        given = (tuple(sum_ for sum_ in months if sum_ is not None) for months in found)
        spent = {key: data[f"essentials.{key}"] for key in ESSENTIALS}
        margin = data["margin_percent"]
        return BudgetFacts(
            people=data["people"],
            earners=tuple(months for months in given if months),
            steady=data["steady"],
            essentials={key: fen for key, fen in spent.items() if fen is not None},
            promised=data["promised"],
            margin_percent=budget_words().margin_percent if margin is None else margin,
        )

    def _helper(self) -> FormHelper:
        own, other = (
            [_month(earner, month) for month in range(len(MONTHS))]
            for earner in range(len(EARNERS))
        )
        return form_helper(
            Group(
                "进来多少",
                Div(*own, css_class="pair"),
                "people",
                hint="您自己最近三个月到手的钱。没有收入的月份填 0，记不得的空着。",
            ),
            Fold(
                "家里还有别的收入，或者有别家的还款",
                Fieldset(EARNERS[1], Div(*other, css_class="pair"), css_class="paper"),
                "steady",
                "promised",
            ),
            Group(
                "先留下少不了的",
                *[
                    Div(*names, css_class="pair")
                    for names in _pairs([f"essentials.{key}" for key in ESSENTIALS])
                ],
                "margin_percent",
                hint="先吃住看病，再谈还钱。每月多少，大概的数就行。",
            ),
            ButtonHolder(Submit("answer", "算一算每月能还多少")),
        )


class SheetForm(forms.Form):
    """What a lender may see: nothing but what is ticked."""

    hide_optional = True

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.fields[SHOW] = forms.MultipleChoiceField(
            label="哪几项可以给对方看？",
            help_text="没勾的，不会出现在那一页上。",
            choices=list(budget_words().shown.items()),
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "请至少勾一项。",
                "invalid_choice": "请从列表里选。",
            },
        )
        self.helper = form_helper(SHOW)


def _yuan(label: str, help_text: str = "") -> YuanField:
    return YuanField(zero=True, label=label, help_text=help_text)


def _month(earner: int, month: int) -> str:
    return f"earners.{earner}.months.{month}"


def _pairs(names: list[str]) -> list[list[str]]:
    return [names[at : at + 2] for at in range(0, len(names), 2)]
