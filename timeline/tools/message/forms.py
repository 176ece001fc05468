"""A message, pasted or described, and the day it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from timeline.catalog.message import told
from timeline.catalog.message_papers import term_records
from timeline.dates import calendar_title
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.facts import NOT_YET
from timeline.forms.fields import NOT_LISTED, DayField
from timeline.forms.pasted import LONGEST, PastedForm
from timeline.ics import Entry

CALENDAR_KEYS: Final = tuple(dict.fromkeys([*DEADLINE_KEYS, *term_records()]))
NOTHING: Final = "请粘贴短信，或者写一写电话、信里说了什么；也可以只在下面打勾。"


class DatesForm(forms.Form):
    """The days of an answer, sent back for a calendar file; nothing else is needed."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        for key in CALENDAR_KEYS:
            self.fields[key] = DayField()

    @property
    def entries(self) -> list[Entry]:
        """Each day with a title that tells nobody what it is about."""
        days = self.cleaned_data
        return [
            Entry(key, days[key], calendar_title(key))
            for key in CALENDAR_KEYS
            if days[key]
        ]


def _told() -> list[tuple[str, str]]:
    return [(key, words.label) for key, words in told().items()]


class MessageForm(PastedForm):
    """Takes the text as it is; what was ticked is added to it as sentences."""

    shown = ("text", "received", "told")
    button = ("answer", "看看该怎么办")

    text = forms.CharField(
        label="短信、电话或信里说了什么？",
        help_text=(
            "原样粘贴最好。姓名、证件号可以先用 ____ 代替，案号和网址请留着。"
            f"一次最多 {LONGEST:,} 个字。"
        ),
        widget=forms.Textarea({"autocomplete": "off", "rows": 6}),
        max_length=LONGEST,
        required=False,
        strip=False,
        error_messages={
            "max_length": (
                f"太长了：一次最多 {LONGEST:,} 个字，您的还在下面。"
                "留下最要紧的一条，其余的可以分几次看。"
            )
        },
    )
    told = forms.MultipleChoiceField(
        label="没有文字，或者是电话？把有的打勾",
        choices=_told,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_LISTED},
    )
    received = DayField(
        label="哪天收到的？",
        help_text="到手机、信箱或家里的那天，不是您看到的那天；不知道就空着。",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not data["told"] and not data["text"].strip():
            self.add_error("text", NOTHING)
        received = data.get("received")
        if received is not None and received > self.today:
            self.add_error("received", NOT_YET)
        return data

    @property
    def hidden_values(self) -> list[tuple[str, str]]:
        """The answers besides the day, to be sent again with a day."""
        data = self.cleaned_data
        return [("text", data["text"]), *(("told", key) for key in data["told"])]

    @property
    def message(self) -> str:
        """The text with the line ends of a file, and a line for each tick."""
        text: str = self.cleaned_data["text"]
        ticked = [told()[key].says for key in self.cleaned_data["told"]]
        return "\n".join([text.replace("\r\n", "\n"), *ticked]).strip()

    @property
    def ticked(self) -> list[tuple[str, str]]:
        """The sentences of the ticks in the text, with the cues that they are."""
        ticks = [told()[key] for key in self.cleaned_data["told"]]
        return [(tick.says, tick.cue) for tick in ticks if tick.cue]
