"""Sums with their days as rows to tap, beside a text for who has many lines to paste.

A form that has a ``LedgerField`` ``payments`` gets rows ``payments.0.day``,
``payments.0.sum`` and, where it is asked for, ``payments.0.note``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from crispy_forms.layout import Div, Fieldset, Submit
from django import forms

from timeline.engine.ledger import MOST_LETTERS, Entry
from timeline.forms.fields import DayField, YuanField
from timeline.forms.layout import Fold
from timeline.forms.rows import MORE, filled_beyond, row_count, row_name

SPARE_ROWS: Final = 1
MOST_ROWS: Final = 24
# One row too many is shown so that its error has a place.
TOO_MANY: Final = f"最多 {MOST_ROWS} 行；更多的，在下面一行一笔贴进来。"


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """The rows of one ledger; ``note`` is the label of a third field, if there is one.

    Args:
        name: Of the form's ``LedgerField``, which takes the lines.
        lines: The summary that opens the text.
    """

    name: str
    day: str
    total: str
    lines: str
    note: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The fields of a row."""
        return ("day", "sum", "note") if self.note else ("day", "sum")

    def count(self, data: Mapping[str, Any]) -> int:
        """How many rows to show."""
        return row_count(self.name, data, spare=SPARE_ROWS, most=MOST_ROWS + 1)

    def fields(self, count: int) -> dict[str, forms.Field]:
        """The fields of all rows, each with the row that the error summary names."""
        made: dict[str, forms.Field] = {}
        for row in range(count):
            parts: dict[str, forms.Field] = {
                "day": DayField(label=self.day),
                "sum": YuanField(label=self.total),
            }
            if self.note:
                parts["note"] = forms.CharField(
                    label=self.note,
                    required=False,
                    max_length=MOST_LETTERS,
                    widget=forms.TextInput({"autocomplete": "off"}),
                    error_messages={"max_length": f"最多 {MOST_LETTERS} 个字。"},
                )
                parts["note"].widget.attrs.pop("maxlength", None)
            for part, field in parts.items():
                vars(field)["group"] = row_name(row)
                made[f"{self.name}.{row}.{part}"] = field
        return made

    def layout(self, count: int) -> Div:
        """The rows, the button for one more, and the text behind a fold."""
        return Div(
            *(
                Fieldset(
                    row_name(row),
                    Div(*self._names(row), css_class="pair"),
                    css_class="paper entry",
                )
                for row in range(count)
            ),
            Submit(MORE, "再加一笔", formnovalidate=True),
            Fold(self.lines, self.name),
            css_class="papers",
        )

    def entries(self, form: forms.Form, data: Mapping[str, Any]) -> tuple[Entry, ...]:
        """The lines of the text and the filled rows; half a row is an error there."""
        rows = self.count(form.data)
        for row in range(rows):
            if row == MOST_ROWS and data.get(self._names(row)[1]) is not None:
                form.add_error(self._names(row)[1], TOO_MANY)
            day, total, *rest = self._names(row)
            has_day, has_sum, *note = (
                data.get(name) not in (None, "") for name in (day, total, *rest)
            )
            if has_sum and not has_day and day not in form.errors:
                form.add_error(day, "请填是哪天；记不清写大概的那天。")
            elif any((has_day, *note)) and not has_sum and total not in form.errors:
                form.add_error(total, "请填金额；这一行不要了，就全部清空。")
        last = self._names(rows - 1)[1]
        if filled_beyond(self.name, form.data, rows) and last not in form.errors:
            form.add_error(last, TOO_MANY)
        return (*(data.get(self.name) or ()), *dict(self._filled(data)).values())

    def place(
        self, field: str, data: Mapping[str, Any], refused: Callable[[Entry], bool]
    ) -> str:
        """Where an error of the ledger belongs: the refused row, else the text."""
        if field != self.name:
            return field
        rows = self._filled(data)
        return next((name for name, entry in rows if refused(entry)), field)

    def _names(self, row: int) -> list[str]:
        return [f"{self.name}.{row}.{part}" for part in self.parts]

    def _filled(self, data: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
        """The rows with a day and a sum, each by the name of its first field."""
        for row in range(MOST_ROWS):
            day, total, *rest = self._names(row)
            if data.get(day) is not None and data.get(total) is not None:
                note = (data.get(rest[0]) or "").strip() if rest else ""
                yield day, Entry(data[day], data[total], came=False, note=note)
