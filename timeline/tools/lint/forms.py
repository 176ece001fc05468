"""A pasted text, and the two facts that change what is wrong with it."""

from __future__ import annotations

from typing import Any

from django import forms

from timeline import catalog
from timeline.engine import LenderKind
from timeline.engine.limitation import Light
from timeline.engine.lint import Draft
from timeline.forms.fields import UNKNOWN, radio, select
from timeline.forms.pasted import LONGEST, PastedForm


def _lender_kinds() -> list[tuple[str, str]]:
    records = catalog.profile_records()
    named = [(kind, records[kind].name) for kind in LenderKind if kind != UNKNOWN]
    return [(UNKNOWN, "不知道"), *named]


class LintForm(PastedForm):
    """Turns what was pasted into a ``Draft``."""

    shown = ("text", "lender_kind", "limitation")
    button = ("answer", "检查一下")
    draft: Draft

    text = forms.CharField(
        label="您打算发出去的话",
        help_text="可以粘贴信、短信或者投诉的正文。姓名、号码可以先用 ____ 代替。",
        widget=forms.Textarea({"autocomplete": "off", "rows": 8}),
        max_length=LONGEST,
        strip=False,
        error_messages={
            "required": "请粘贴一段文字。",
            "max_length": f"太长了：一次最多 {LONGEST:,} 个字，请分几次检查。",
        },
    )
    lender_kind = select(
        "放款的是哪类机构？",
        _lender_kinds,
        initial=UNKNOWN,
        help_text="看合同里的「贷款人」。不同的机构，投诉的地方不同。",
    )
    limitation = radio(
        "这笔债，三年过没过？",
        [
            (UNKNOWN, "不知道"),
            (Light.GREEN, "没有过，或者已经有判决"),
            (Light.RED, "可能过了"),
        ],
        initial=UNKNOWN,
        help_text="不知道就按可能过了来检查。",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            light = data["limitation"] or UNKNOWN
            self.draft = Draft(
                text=data["text"].replace("\r\n", "\n"),
                today=self.today,
                lender_kind=LenderKind(data["lender_kind"] or UNKNOWN),
                limitation=None if light == UNKNOWN else Light(light),
            )
        return data
