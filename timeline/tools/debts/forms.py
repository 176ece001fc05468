"""Up to twenty debts and one monthly sum; names are those of ``ask debts``."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Submit
from django.urls import reverse

from timeline.engine import FactsError
from timeline.engine.debts import MOST_DEBTS, Answer
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import YuanField
from timeline.forms.layout import form_helper
from timeline.forms.rows import MORE, filled_beyond, row_name
from timeline.tools.debts.reckoning import NONE, WHICH_PAPER, plans
from timeline.tools.debts.rows import (
    PARTS,
    ROW,
    UNTOUCHED,
    row_fields,
    row_id,
    row_layout,
    row_values,
    rows_shown,
)

FULL: Final = f"最多填 {MOST_DEBTS} 笔。小的几笔可以合起来填。"


class DebtsForm(AnswersForm):
    """Turns rows of debts into an answer; knows no rule of its own.

    Attributes:
        answer: The order and the plans.
        names: What the visitor calls each debt, in the order of the answer's numbers.
    """

    hide_optional = True
    answer: Answer
    names: tuple[str, ...]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows_shown(self.given)
        self.fields["budget"] = YuanField(
            zero=True,
            label="每月一共拿得出多少（元）",
            help_text="扣掉吃住看病以后的数。没算过的，先算「我每月能还多少」。",
        )
        for row in range(self.rows):
            self.fields.update(row_fields(row))
        if MORE in self.given:
            newest = self.fields[f"debts.{self.rows - 1}.sum"]
            newest.widget.attrs["autofocus"] = True
        self.helper = self._helper()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("budget") is None and "budget" not in self.errors:
            self.add_error("budget", "请填每月拿得出的数；一分也拿不出就填 0。")
        filled = [row for row in range(self.rows) if self._filled(row)]
        if not filled:
            self.add_error("debts.0.sum", "请至少填一笔债的金额。")
        for row in filled:
            self._check(row, data)
        if len(filled) > MOST_DEBTS:
            self.add_error(f"debts.{filled[-1]}.sum", FULL)
        elif filled_beyond("debts", self.data, self.rows, UNTOUCHED):
            self.add_error(f"debts.{self.rows - 1}.sum", FULL)
        if not self.errors:
            self._plan(data, filled)
        return data

    def _filled(self, row: int) -> bool:
        return any(
            self.data.get(f"debts.{row}.{part}", "") not in UNTOUCHED for part in PARTS
        )

    def _check(self, row: int, data: dict[str, Any]) -> None:
        """A row needs its sum; a day needs the paper that came on it."""
        total, paper = f"debts.{row}.sum", f"debts.{row}.paper"
        if data.get(total) is None and total not in self.errors:
            self.add_error(total, "请填金额；说不准就填个大概。")
        day = data.get(f"debts.{row}.received")
        if day is not None and data.get(paper) in ("", NONE):
            self.add_error(paper, WHICH_PAPER)

    def _plan(self, data: dict[str, Any], filled: list[int]) -> None:
        debts = [row_values(data, row) for row in filled]
        self.names = tuple(
            debt.get("name") or row_name(row)
            for row, debt in zip(filled, debts, strict=True)
        )
        try:
            self.answer = plans(debts, data["budget"], self.today)
        except FactsError as error:
            self._place(error, filled)

    def _place(self, error: FactsError, filled: list[int]) -> None:
        """Put an error at its field; rows left empty shift positions."""
        field = error.field
        if match := ROW.fullmatch(field):
            position = int(match[1])
            field = field.replace(f".{position}.", f".{filled[position]}.", 1)
        self.add_error(field if field in self.fields else None, str(error))

    def _helper(self) -> FormHelper:
        address = reverse("debts")
        alone = self.rows == 1
        last: list[Any] = [HTML(f'<p class="hint">{FULL}</p>')]
        if self.rows < MOST_DEBTS:
            at = f"{address}#{row_id(self.rows)}"
            last = [Submit(MORE, "再加一笔", formnovalidate=True, formaction=at)]
        return form_helper(
            "budget",
            Fieldset(
                "一笔一笔填",
                Div(
                    *[
                        row_layout(row, address=address, alone=alone)
                        for row in range(self.rows)
                    ],
                    *last,
                    css_class="papers",
                ),
            ),
            ButtonHolder(Submit("answer", "看看先还哪笔")),
        )
