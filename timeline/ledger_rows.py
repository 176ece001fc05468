"""Sums with their days as rows to tap, beside a text for who has many lines to paste.

A form that has a ``LedgerField`` ``payments`` gets rows ``payments.0.day``,
``payments.0.sum`` and, where it is asked for, ``payments.0.note``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from crispy_forms.layout import Div, Fieldset, Submit
from django import forms

from timeline.engine.ledger import MOST_LETTERS, Entry
from timeline.fields import DayField, YuanField
from timeline.layout import Fold
from timeline.rows import MORE, row_count, row_name

SPARE_ROWS: Final = 1
MOST_ROWS: Final = 24  # whoever has more pastes them as lines


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
        return row_count(self.name, data, spare=SPARE_ROWS, most=MOST_ROWS)

    def fields(self, count: int) -> dict[str, forms.Field]:
        """The fields of all rows, each with the row that the error summary names."""
        made: dict[str, forms.Field] = {}
        for row in range(count):
            parts: dict[str, forms.Field] = {
                "day": DayField(label=self.day),
                "sum": YuanField(label=self.total, inputmode="decimal"),
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
        return (*(data.get(self.name) or ()), *self._rows(form, data))

    def place(self, form: forms.Form, field: str) -> str:
        """Where an error of the ledger belongs: the text if it has any, else a row."""
        if field != self.name or (form.data.get(self.name) or "").strip():
            return field
        return f"{self.name}.0.day"

    def _names(self, row: int) -> list[str]:
        return [f"{self.name}.{row}.{part}" for part in self.parts]

    def _rows(self, form: forms.Form, data: Mapping[str, Any]) -> Iterator[Entry]:
        row = 0
        while f"{self.name}.{row}.day" in form.fields:
            day_name, sum_name, *_ = self._names(row)
            day, fen = data.get(day_name), data.get(sum_name)
            note = (data.get(f"{self.name}.{row}.note") or "").strip()
            if day is not None and fen is not None:
                yield Entry(day, fen, came=False, note=note)
            elif fen is not None and day_name not in form.errors:
                form.add_error(day_name, "请填是哪天；记不清写大概的那天。")
            elif (day is not None or note) and sum_name not in form.errors:
                form.add_error(sum_name, "请填金额；这一行不要了，就全部清空。")
            row += 1
