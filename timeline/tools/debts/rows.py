"""Rows of debts in the form: their fields, and the values they become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Div, Fieldset
from django import forms

from timeline.catalog import words
from timeline.engine import LenderKind
from timeline.engine.debts import MOST_DEBTS
from timeline.forms.fields import (
    UNKNOWN,
    DayField,
    ShareField,
    SpanField,
    TruthField,
    YuanField,
    select,
)
from timeline.forms.money import lender_kinds
from timeline.forms.rows import MORE, row_count, row_name
from timeline.tools.debts.reckoning import LONGEST_NAME, NONE

LESS: Final = "less"  # the button that takes the row of its number away
ROW: Final = re.compile(r"debts\.(\d{1,3})\.\w+", re.ASCII)
PARTS: Final = (
    "name",
    "sum",
    "rate",
    "overdue_days",
    "lender_kind",
    "paper",
    "received",
    "verified",
    "guaranteed",
    "secured",
    "salary_account",
)
# What a row holds although nobody touched it.
UNTOUCHED: Final = ("", UNKNOWN)
SPARE_ROWS: Final = 2
# One row too many is shown so that its error has a place; more would only be noise.
MOST_ROWS: Final = MOST_DEBTS + 1


def rows_shown(data: Mapping[str, Any]) -> int:
    """How many rows to show; a row beyond the most is never offered, only kept."""
    sent = {name: value for name, value in data.items() if name != MORE}
    rows = row_count("debts", sent, spare=SPARE_ROWS, most=MOST_ROWS)
    return rows + 1 if MORE in data and rows < MOST_DEBTS else rows


def without_row(data: Mapping[str, str]) -> dict[str, str]:
    """The same answers less one row; those behind it move up."""
    gone = data.get(LESS, "")
    kept = {name: value for name, value in data.items() if name != LESS}
    if not re.fullmatch(r"\d{1,3}", gone, re.ASCII):
        return kept
    moved = {}
    for name, value in kept.items():
        match = ROW.fullmatch(name)
        row = int(match[1]) if match else -1
        if row == int(gone):
            continue
        if row > int(gone):
            name = name.replace(f".{row}.", f".{row - 1}.", 1)
        moved[name] = value
    return moved


def row_id(row: int) -> str:
    """Where a page comes back to a row: the id of its fieldset."""
    return f"debts-{row}"


def row_fields(row: int) -> dict[str, forms.Field]:
    """The fields of one row, named as ``ask`` names them: ``debts.0.sum``."""
    fields: dict[str, forms.Field] = {
        "name": forms.CharField(
            label="您叫它什么",
            required=False,
            max_length=LONGEST_NAME,
            error_messages={"max_length": f"最多 {LONGEST_NAME} 个字。"},
        ),
        "sum": YuanField(label="今天一共欠多少（元）"),
        "rate": ShareField(label="年利率（%），不知道空着"),
        "overdue_days": SpanField(label="逾期几天，没逾期填 0"),
        "lender_kind": select("放款的是哪类机构", lender_kinds, initial=UNKNOWN),
        "paper": select("收到过文书吗", _papers),
        "received": DayField(label="文书哪天收到的"),
        "verified": TruthField(label="向法院核实过吗", yes="是真的", no="法院说是假的"),
        "guaranteed": TruthField(label="有人签字担保吗", yes="有", no="没有"),
        "secured": TruthField(label="有东西抵押、质押吗", yes="有", no="没有"),
        "salary_account": TruthField(label="工资进的是同一家的账户吗"),
    }
    fields["name"].widget.attrs.pop("maxlength", None)
    fields["name"].widget.attrs["autocomplete"] = "off"
    for field in fields.values():
        vars(field)["group"] = row_name(row)  # read by forms/error_summary.html
    return {f"debts.{row}.{part}": field for part, field in fields.items()}


def row_layout(row: int, *, address: str, alone: bool) -> Fieldset:
    """One row as a group of its own, which can be taken away unless it is alone."""
    names = {part: f"debts.{row}.{part}" for part in PARTS}
    return Fieldset(
        row_name(row),
        Div(names["sum"], names["name"], css_class="pair"),
        Div(names["rate"], names["overdue_days"], css_class="pair"),
        Div(names["lender_kind"], names["paper"], css_class="pair"),
        Div(names["received"], names["verified"], css_class="pair paper-parts"),
        names["guaranteed"],
        names["secured"],
        names["salary_account"],
        *([] if alone else [_take_away(row, address)]),
        css_id=row_id(row),
        css_class="paper",
    )


def _take_away(row: int, address: str) -> StrictButton:
    """Works without JavaScript: the answers come back without this row."""
    return StrictButton(
        f"去掉{row_name(row)}",
        type="submit",
        name=LESS,
        value=row,
        css_class="button button--quiet take-away",
        formnovalidate=True,
        formaction=f"{address}#{row_id(max(row - 1, 0))}",
    )


def row_values(data: Mapping[str, Any], row: int) -> dict[str, Any]:
    """One valid row as ``ask debts`` reads it, without what is not known."""
    values = {part: data.get(f"debts.{row}.{part}") for part in PARTS}
    values["lender_kind"] = LenderKind(values["lender_kind"] or UNKNOWN)
    return {part: value for part, value in values.items() if value not in (None, "")}


def _papers() -> list[tuple[str, str]]:
    named = [(key, paper.name) for key, paper in words.papers().items()]
    return [("", "不知道"), (NONE, "没有收到过"), *named]
