"""Form fields about money beyond a single sum: rates, counts, whole ledgers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from timeline import catalog
from timeline.engine import FactsError, LenderKind
from timeline.engine.ledger import Entry, read_ledger, read_rates
from timeline.engine.money import parse_percent
from timeline.forms.fields import UNKNOWN, TypedField

LONGEST_LEDGER = 20_000


class PercentField(TypedField):
    """A rate in percent or per mille, as its label says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(inputmode="decimal", **kwargs)

    def parse(self, text: str) -> Decimal:
        try:
            return parse_percent(text, "")
        except FactsError as error:
            raise forms.ValidationError(str(error)) from None


class LinesField(forms.CharField):
    """Several lines that are turned into values; empty means none."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            strip=False,
            max_length=LONGEST_LEDGER,
            widget=forms.Textarea({"autocomplete": "off", "rows": rows}),
            error_messages={"max_length": f"太长了：最多 {LONGEST_LEDGER:,} 个字。"},
            **kwargs,
        )
        # The browser would cut silently what was pasted; the server says it instead.
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text.strip():
            return None
        try:
            return self.parse(text)
        except FactsError as error:
            raise forms.ValidationError(str(error)) from None

    def parse(self, text: str) -> Any:
        """The values of a text that is not empty."""
        raise NotImplementedError


class LedgerField(LinesField):
    """Sums with their days, one a line."""

    def parse(self, text: str) -> tuple[Entry, ...]:
        return read_ledger(text, "")


class RatesField(LinesField):
    """Rates with the days from which they hold, one a line, in a unit asked apart."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(rows=2, **kwargs)

    def parse(self, text: str) -> tuple[tuple[date, Decimal], ...]:
        return read_rates(text, "")


def lender_kinds() -> list[tuple[str, str]]:
    """The kinds of lenders to choose from, 「不知道」 first."""
    records = catalog.profile_records()
    named = [(str(kind), records[kind].name) for kind in LenderKind if kind != UNKNOWN]
    return [(UNKNOWN, "不知道"), *named]
