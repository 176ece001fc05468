"""A field for each kind of blank; what is typed is text and stays text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Any, Final

from django import forms

from timeline.catalog import fill
from timeline.catalog.blanks import Blank, BlankKind
from timeline.engine.limitation import Event
from timeline.forms.fields import (
    DATE,
    NOT_LISTED,
    DayField,
    TypedField,
    WholeField,
    YuanField,
)

# XML knows no control characters; the bidirectional ones would reorder what is read.
UNWRITABLE: Final = re.compile(
    r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc\ufffd]"
)
# An identity or bank-card number, in whatever groups it was typed.
LONG_NUMBER: Final = re.compile(r"(?<!\d)\d(?:[ -]?\d){13,18}[Xx]?(?!\d)", re.ASCII)
PHONE: Final = re.compile(r"(?:\+?86-?)?(1\d{10}|0\d{2,3}-?\d{7,8})", re.ASCII)
MOST: Final = 9_999
# Lines of a control for as many characters as fit a phone without scrolling far.
SHORT, FEW, MANY = 300, 4, 7
YES: Final = frozenset({"有", "有过", "是", "对"})
NO: Final = frozenset({"没有", "没", "无", "没有过", "否"})
NOT_KNOWN: Final = frozenset({"不知道", "不清楚", "忘了"})


class WordsField(forms.CharField):
    """A line or a few lines; never a number that opens an account."""

    def __init__(self, *, longest: int, lines: bool, **kwargs: Any) -> None:
        attrs: dict[str, Any] = {"autocomplete": "off"}
        rows = {"rows": FEW if longest <= SHORT else MANY}
        widget = forms.Textarea(attrs | rows) if lines else forms.TextInput(attrs)
        super().__init__(
            required=False,
            max_length=longest,
            widget=widget,
            error_messages={"max_length": f"最多写 {longest} 个字，现在太长了。"},
            **kwargs,
        )
        # The browser would cut silently what was pasted; the server says it instead.
        self.widget.attrs.pop("maxlength", None)
        self.lines = lines

    def to_python(self, value: Any) -> str | None:
        text = (
            (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        )
        text = re.sub(r"\n{2,}", "\n", text.replace("\t", " ")).strip()
        if UNWRITABLE.search(text):
            raise forms.ValidationError("里面有看不见的控制字符，请删掉后再写。")
        if LONG_NUMBER.search(unicodedata.normalize("NFKC", text)):
            raise forms.ValidationError(
                "像是身份证号或银行卡号：请去掉，需要的话打印后手写。"
            )
        if not self.lines:
            text = text.replace("\n", " ")
        return text or None


class PhoneField(TypedField):
    """A Chinese mobile or landline number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(inputmode="tel", **kwargs)

    def parse(self, text: str) -> str:
        match = PHONE.fullmatch(text.replace(" ", ""))
        if match is None:
            raise forms.ValidationError(
                "电话请写 11 位手机号，或者 010-12345678 这样的座机。"
            )
        return match[1]


class TailField(TypedField):
    """The last four digits of a number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(inputmode="numeric", **kwargs)

    def parse(self, text: str) -> str:
        if not re.fullmatch(r"\d{4}", text, re.ASCII):
            raise forms.ValidationError("只写最后四位数字，例如 1234。")
        return text


class HappenedField(TypedField):
    """The latest day of an event, or whether it ever was; empty is not known."""

    def parse(self, text: str) -> Event:
        if text in NOT_KNOWN:
            return None
        if text in YES or text in NO:
            return text in YES
        if not DATE.fullmatch(text):
            raise forms.ValidationError("写日期，或者写「有」「没有」；不知道就空着。")
        day: date | None = DayField().clean(text)
        return day


def blank_field(blank: Blank, today: date) -> forms.Field | None:
    """The control of a blank; ``None`` for what is written by hand."""
    said: dict[str, Any] = {
        "label": fill(blank.label, today),
        "help_text": fill(blank.hint, today),
    }
    match blank.kind:
        case BlankKind.IDENTITY:
            return None
        case BlankKind.TEXT | BlankKind.LONG:
            lines = blank.kind is BlankKind.LONG
            return WordsField(longest=blank.longest, lines=lines, **said)
        case BlankKind.DAY:
            if blank.ahead is not None:
                said["initial"] = today + timedelta(days=blank.ahead)
            return DayField(**said)
        case BlankKind.YUAN:
            return YuanField(**said)
        case BlankKind.COUNT:
            return WholeField(1, MOST, units=blank.unit, **said)
        case BlankKind.PHONE:
            return PhoneField(**said)
        case BlankKind.TAIL:
            return TailField(**said)
        case BlankKind.TICK:
            return forms.BooleanField(required=False, **said)
        case BlankKind.CHOICE:
            return forms.ChoiceField(
                choices=[("", "不写进去"), *blank.options.items()],
                widget=forms.RadioSelect,
                required=False,
                initial="",
                error_messages={"invalid_choice": NOT_LISTED},
                **said,
            )
