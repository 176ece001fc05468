"""Rows of papers in the form: their fields, and the papers they become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crispy_forms.layout import Fieldset
from django import forms

from timeline import catalog
from timeline.engine import Freeze, Paper, PaperKind
from timeline.engine.facts import MOST_PAPERS
from timeline.forms.fields import DayField, select

ROW: Final = re.compile(r"papers\.(\d{1,3})\.\w+", re.ASCII)
PARTS: Final = (
    "kind",
    "received",
    "verified",
    "own_date",
    "hearing",
    "over",
    "freeze",
    "confirmed",
)
SPARE_ROWS: Final = 1
# One row too many is shown so that its error has a place; more would only be noise.
MOST_ROWS: Final = MOST_PAPERS + 1

KINDS: Final = {kind.key: kind for kind in PaperKind}
TRUTH: Final = {"true": True, "false": False}
VERIFIED: Final = (
    ("", "还没有核实"),
    ("true", "已向法院核实为真"),
    ("false", "已向法院核实为假"),
)


def row_fields(row: int) -> dict[str, forms.Field]:
    """The fields of one row, named as ``ask`` names them: ``papers.0.kind``."""
    fields: dict[str, forms.Field] = {
        "kind": select("是什么", _paper_kinds),
        "received": DayField(
            label="哪天收到的",
            help_text="送到手机、信箱或家里的那天，不是您看到的那天。",
        ),
        "verified": select("核实过吗", VERIFIED),
        "own_date": DayField(
            label="上面写明的答辩、异议或上诉截止日（有才填）",
            help_text="不是还款日，也不是开庭日。",
        ),
        "hearing": DayField(label="上面写的开庭或调解日（有才填）"),
        "over": forms.BooleanField(
            label="这件事已经了结：异议成立、对方撤回或已经还清", required=False
        ),
        "freeze": select(
            "如果是冻结：是哪一种",
            [
                ("", "不知道，或者不是冻结"),
                (Freeze.PRESERVATION, "保全（判决之前）"),
                (Freeze.ENFORCEMENT, "执行（判决之后）"),
            ],
        ),
    }
    fields["confirmed"] = select(
        "如果是调解协议：法院确认过吗",
        [("", "不知道，或者不是调解协议"), ("true", "法院确认过"), ("false", "没有")],
    )
    for field in fields.values():
        vars(field)["group"] = row_name(row)  # read by forms/error_summary.html
    return {f"papers.{row}.{part}": field for part, field in fields.items()}


def row_name(row: int) -> str:
    """What a row is called; the visitor counts from one."""
    return f"第 {row + 1} 份文书"


def row_layout(row: int) -> Fieldset:
    """One row as a group of its own."""
    names = [f"papers.{row}.{part}" for part in PARTS]
    return Fieldset(row_name(row), *names, css_class="paper")


def paper(data: Mapping[str, Any], row: int) -> Paper:
    """The paper of one valid row."""
    part = {name: data.get(f"papers.{row}.{name}") for name in PARTS}
    return Paper(
        kind=KINDS[part["kind"] or ""],
        received=part["received"],
        verified=TRUTH.get(part["verified"] or ""),
        own_date=part["own_date"],
        hearing=part["hearing"],
        over=bool(part["over"]),
        freeze=Freeze(part["freeze"]) if part["freeze"] else None,
        confirmed=TRUTH.get(part["confirmed"] or ""),
    )


def _paper_kinds() -> list[tuple[str, str]]:
    named = [(key, words.name) for key, words in catalog.words.papers().items()]
    return [("", "请选择"), *named]
