"""The fields of a log: minutes of the day, last digits, chips."""

from __future__ import annotations

import re
from datetime import time
from typing import Any, Final

from django import forms

from timeline.forms.fields import TypedField

CLOCK: Final = re.compile(
    r"(\d{1,2})\s*[:.点时]\s*(\d{1,2})?\s*分?|(\d{2})(\d{2})", re.ASCII
)
LAST_FOUR: Final = re.compile(r"\d{4}", re.ASCII)
LONGEST_NOTE: Final = 60


class ClockInput(forms.TimeInput):
    """The browser's clock, unless what was typed is no time: then plain text."""

    def __init__(self) -> None:
        super().__init__(format="%H:%M", attrs={"autocomplete": "off"})

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"] or ""
        readable = not shown or re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", shown)
        context["widget"]["type"] = "time" if readable else "text"
        return context


class ClockField(TypedField):
    """A minute of the day as people write it: ``21:59``, ``21点``, ``2159``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=ClockInput(), **kwargs)

    def parse(self, text: str) -> time:
        match = CLOCK.fullmatch(text)
        if match is None:
            raise forms.ValidationError("钟点请按 24 小时写成 21:59 这样。")
        hour, minute = match[1] or match[3], match[2] or match[4] or "0"
        try:
            return time(int(hour), int(minute))
        except ValueError:
            raise forms.ValidationError("没有这个钟点，请检查。") from None


class LastFourField(TypedField):
    """The last four digits of a number; of a longer one only these are kept."""

    def parse(self, text: str) -> str:
        digits = re.sub(r"[\s-]", "", text)
        if not re.fullmatch(r"\+?\d{4,20}", digits, re.ASCII):
            raise forms.ValidationError("只写号码的后四位，例如 0123。")
        return digits[-4:]


def note(label: str, help_text: str) -> forms.CharField:
    """A few words of what was said; they are carried along and never judged."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"max_length": f"写得太长了：最多 {LONGEST_NOTE} 个字。"},
    )


def chips(label: str, choices: Any, help_text: str) -> forms.MultipleChoiceField:
    """Any number of a closed list, all of them in sight."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "请从列表里选。"},
    )
