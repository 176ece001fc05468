"""A draft objection, pasted."""

from __future__ import annotations

from typing import Any

from django import forms

from timeline.engine.facts import NOT_YET
from timeline.forms.fields import DayField
from timeline.forms.pasted import LONGEST, PastedForm


class ObjectionForm(PastedForm):
    """Takes the text as it is; what it means is for the engine."""

    shown = ("text", "received")
    button = ("answer", "看一看")

    text = forms.CharField(
        label="您的异议草稿",
        help_text="一句也行。姓名、证件号可以先用 ____ 代替。",
        widget=forms.Textarea({"autocomplete": "off", "rows": 8}),
        max_length=LONGEST,
        strip=False,
        error_messages={
            "required": "请粘贴或写下一段文字。",
            "max_length": f"太长了：一次最多 {LONGEST:,} 个字，请分几次看。",
        },
    )

    received = DayField(
        label="哪天收到支付令的？",
        help_text="送到手机、信箱或家里的那天，不是您看到的那天；不知道就空着。",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        received = data.get("received")
        if received is not None and received > self.today:
            self.add_error("received", NOT_YET)
        return data

    @property
    def draft(self) -> str:
        """The text with the line ends of a file."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n")
