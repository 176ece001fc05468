"""Form fields that take what people really type: dates, sums, spans of days.

Widgets stay text where the browser would throw away a wrong value.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias

from django import forms

from timeline.engine import FactsError
from timeline.engine.money import parse_share, parse_yuan
from timeline.engine.text.numerals import number

UNKNOWN: Final = "unknown"
LONGEST: Final = 40
DATE: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})",
    re.ASCII,
)
SPAN: Final = re.compile(
    r"(?:约|大约|大概|第)?\s*(-?\d{1,9})\s*天?\s*"
    r"(?:(?:-|~|–|—|到|至)\s*(-?\d{1,9})\s*)?天?",
    re.ASCII,
)
# 「2万」「8千块」: how sums are said; written out before they are read.
SPOKEN: Final = re.compile(r"(\d{1,8}(?:\.\d{1,6})?)\s*(万|千)\s*元?", re.ASCII)
TIMES: Final = {"万": 10_000, "千": 1_000}
# 「三四个月」 is a guess, and no 34.
GUESS: Final = re.compile("[一二两三四五六七八九]{2}")
CHOOSE: Final = "请选一项；不清楚就选「不知道」。"
Choices: TypeAlias = list[tuple[str, str]]
NOT_LISTED: Final = "请从列表里选一项。"


def fold(text: str) -> str:
    """Full-width digits and signs as plain ones, without spaces around."""
    return unicodedata.normalize("NFKC", text).strip()


class DayInput(forms.DateInput):
    """The browser's calendar, unless what was typed is no date: then plain text.

    A date control drops a value it does not understand, and with it the answer.
    """

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"autocomplete": "off"})

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if _is_iso(shown) else "text"
        return context


class TypedField(forms.Field):
    """A short text that is turned into a value; empty means not known."""

    def __init__(
        self,
        *,
        inputmode: str = "text",
        widget: forms.Widget | None = None,
        **kwargs: Any,
    ) -> None:
        attrs = {"inputmode": inputmode, "autocomplete": "off"}
        widget = widget or forms.TextInput(attrs)
        super().__init__(required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        text = value if isinstance(value, str) else ""
        if not fold(text):
            return None
        if len(text) > LONGEST:
            raise forms.ValidationError(f"写得太长了：最多 {LONGEST} 个字。")
        return self.parse(fold(text))

    def parse(self, text: str) -> Any:
        """The value of a non-empty, folded text."""
        raise NotImplementedError


class DayField(TypedField):
    """A date in any of the ways people write one; full-width digits welcome."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DayInput(), **kwargs)

    def parse(self, text: str) -> date:
        match = DATE.fullmatch(text)
        if match is None:
            raise forms.ValidationError("日期请写成 2026-11-14 这样。")
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            return date(year, month, day)
        except ValueError:
            raise forms.ValidationError("没有这一天，请检查年、月、日。") from None


class SpanField(TypedField):
    """Days, exact or a span: ``9``, ``14-21``, ``第14到21天``."""

    def parse(self, text: str) -> tuple[int, int]:
        match = SPAN.fullmatch(text)
        if match is None:
            raise forms.ValidationError("天数请写成 9，或者 14-21。")
        low = int(match[1])
        return low, int(match[2]) if match[2] else low


class YuanField(TypedField):
    """A sum in 元, as written or as said, to whole fen; ``zero`` may be an answer."""

    def __init__(self, *, zero: bool = False, **kwargs: Any) -> None:
        super().__init__(inputmode="decimal", **kwargs)
        self.zero = zero

    def parse(self, text: str) -> int:
        written = text.removesuffix("钱").removesuffix("块").strip()
        if match := SPOKEN.fullmatch(written):
            written = f"{(Decimal(match[1]) * TIMES[match[2]]).normalize():f}"
        try:
            return parse_yuan(written, "", zero=self.zero)
        except FactsError as error:
            raise forms.ValidationError(str(error)) from None


class ShareField(TypedField):
    """A yearly rate in per cent, to a share: ``15.4`` is ``Decimal("0.154")``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(inputmode="decimal", **kwargs)

    def parse(self, text: str) -> Decimal:
        try:
            return parse_share(text, "")
        except FactsError as error:
            raise forms.ValidationError(str(error)) from None


class WholeField(TypedField):
    """A whole number within bounds: ``12``, ``十二``, ``12 个月``.

    Args:
        units: The characters that what is counted may be named with after it.  Another
            unit is refused: three months are not three days.
    """

    def __init__(
        self, least: int, most: int, *, units: str = "", **kwargs: Any
    ) -> None:
        super().__init__(inputmode="numeric", **kwargs)
        self.least, self.most, self.units = least, most, units

    def parse(self, text: str) -> int:
        found = None if GUESS.search(text) else number(text.rstrip(f"{self.units} "))
        if found is None or not self.least <= found <= self.most:
            raise forms.ValidationError(f"请写 {self.least} 到 {self.most} 的整数。")
        return found


class TruthField(forms.TypedChoiceField):
    """Yes, no, or not known; left alone it is not known."""

    def __init__(self, *, yes: str = "是", no: str = "否", **kwargs: Any) -> None:
        choices = [("yes", yes), ("no", no), (UNKNOWN, "不知道")]
        super().__init__(
            choices=choices,
            coerce=lambda value: {"yes": True, "no": False}.get(value),
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            initial=UNKNOWN,
            error_messages={"invalid_choice": NOT_LISTED},
            **kwargs,
        )


def radio(
    label: str, choices: list[tuple[str, str]], **kwargs: Any
) -> forms.ChoiceField:
    """One of a few, all of them in sight."""
    kwargs.setdefault("required", False)
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": NOT_LISTED},
        **kwargs,
    )


def select(label: str, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """One of many; ``choices`` may be a callable, so that a new file shows up."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        error_messages={"invalid_choice": NOT_LISTED},
        **kwargs,
    )


def _is_iso(value: Any) -> bool:
    if not value:
        return True
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False
