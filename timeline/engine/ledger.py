"""Sums with their days as people write them down: one a line.

``2026-01-15 1,234.50 担保费`` is a payment; ``收 2026-01-01 10000`` came in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from timeline.engine.deadlines import add_months
from timeline.engine.errors import FactsError
from timeline.engine.money import parse_percent, parse_yuan

MOST_LINES: Final = 400
MOST_LETTERS: Final = 20
_LINE: Final = re.compile(
    r"(?P<came>收到?|借入|\+)?\s*"
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"[\s,:;]+(?P<sum>¥?\s*\d[\d,]*(?:\.\d+)?)\s*元?(?:[\s,:;]+(?P<note>.*))?",
    re.ASCII,
)


_RATE: Final = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"[\s,:;]+(?P<percent>\d+(?:\.\d+)?)\s*%?",
    re.ASCII,
)
MOST_RATES: Final = 40


class Entry(NamedTuple):
    """One sum in fen; ``came`` in, or was paid.  ``note`` is the writer's own."""

    day: date
    fen: int
    came: bool
    note: str


def monthly(first: date, count: int) -> Iterator[date]:
    """``count`` days a month apart; the 31st comes back after a short month."""
    return (add_months(first, number) for number in range(count))


def read_ledger(text: str, field: str) -> tuple[Entry, ...]:
    """The lines of a text, in order; empty ones are skipped.

    Raises:
        FactsError: at ``field``, with the number of the line that cannot be read.
    """
    written = [
        (number, unicodedata.normalize("NFKC", line).strip().rstrip(";,。"))
        for number, line in enumerate(text.splitlines(), start=1)
    ]
    filled = [(number, line) for number, line in written if line]
    if len(filled) > MOST_LINES:
        raise FactsError(field, f"最多写 {MOST_LINES} 行。")
    return tuple(_entry(line, number, field) for number, line in filled)


def read_rates(text: str, field: str) -> tuple[tuple[date, Decimal], ...]:
    """Days and the yearly rates in percent from then on, oldest first.

    Raises:
        FactsError: at ``field``, with the number of the line that cannot be read.
    """
    found = {}
    for number, line in enumerate(text.splitlines(), start=1):
        folded = unicodedata.normalize("NFKC", line).strip()
        if not folded:
            continue
        match = _RATE.fullmatch(folded) if len(folded) <= 60 else None
        if match is None:
            raise FactsError(field, f"第 {number} 行请写成「2026-03-01 18」这样。")
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            raise FactsError(field, f"第 {number} 行：没有这一天。") from None
        if day in found:
            raise FactsError(field, f"第 {number} 行：同一天写了两个利率。")
        found[day] = parse_percent(match["percent"], field)
    if len(found) > MOST_RATES:
        raise FactsError(field, f"最多写 {MOST_RATES} 行。")
    return tuple(sorted(found.items()))


def _entry(line: str, number: int, field: str) -> Entry:
    match = _LINE.fullmatch(line) if len(line) <= 200 else None
    if match is None:
        raise FactsError(
            field, f"第 {number} 行没有看懂，请写成「2026-01-15 1234.50 用途」这样。"
        )
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise FactsError(field, f"第 {number} 行：没有这一天。") from None
    try:
        fen = parse_yuan(match["sum"], field)
    except FactsError as error:
        raise FactsError(field, f"第 {number} 行：{error}") from None
    note = (match["note"] or "").strip()
    if len(note) > MOST_LETTERS:
        raise FactsError(field, f"第 {number} 行：用途最多 {MOST_LETTERS} 个字。")
    return Entry(day, fen, match["came"] is not None, note)
