"""Sums and rates with their days as people write them down: one a line.

``2026-01-15 1,234.50 担保费`` is a payment; ``收 2026-01-01 10000`` came in.  Several
on a line are read where each begins with its day; nothing is dropped silently.
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
MOST_RATES: Final = 40
MOST_LETTERS: Final = 20
_LONGEST_LINE: Final = 200
_ENDS: Final = " \t;,。、"  # what a line may end with; it says nothing
_DAY: Final = (
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)\s*日?"
    r"|(?<!\d)(?:19|20)\d{6}(?!\d)"
)
_CAME: Final = r"收到?|借入|\+"
_BREAK: Final = r"[\s,:;]+"
_ENTRY: Final = re.compile(
    rf"(?P<came>{_CAME})?\s*(?P<day>{_DAY}){_BREAK}"
    rf"(?P<sum>¥?\s*\d[\d,]*(?:\.\d+)?)\s*(?:元|块钱?)?(?:{_BREAK}(?P<note>.*))?",
    re.ASCII,
)
_RATE: Final = re.compile(
    rf"(?P<day>{_DAY}){_BREAK}(?P<percent>\d+(?:\.\d+)?)\s*%?", re.ASCII
)
# Where the next one begins; the gap between 「收」 and its day is none.
_NEXT: Final = re.compile(
    rf"(?<![\s,;、收到入+])[\s,;、]+(?=(?:(?:{_CAME})\s*)?(?:{_DAY}))", re.ASCII
)
_ANY_DAY: Final = re.compile(_DAY, re.ASCII)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)


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
    found = [_entry(part, number, field) for number, part in _parts(text)]
    if len(found) > MOST_LINES:
        raise FactsError(field, f"最多写 {MOST_LINES} 行。")
    return tuple(found)


def read_rates(text: str, field: str) -> tuple[tuple[date, Decimal], ...]:
    """Days and the rates in percent from then on, oldest first.

    Raises:
        FactsError: at ``field``, with the number of the line that cannot be read.
    """
    found: dict[date, Decimal] = {}
    for number, part in _parts(text):
        match = _RATE.fullmatch(part)
        if match is None:
            raise FactsError(field, f"第 {number} 行请写成「2026-03-01 18」这样。")
        day = _day(match["day"], number, field)
        if day in found:
            raise FactsError(field, f"第 {number} 行：同一天写了两个利率。")
        try:
            found[day] = parse_percent(match["percent"], field)
        except FactsError as error:
            raise FactsError(field, f"第 {number} 行：{error}") from None
    if len(found) > MOST_RATES:
        raise FactsError(field, f"最多写 {MOST_RATES} 行。")
    return tuple(sorted(found.items()))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """What is written, a day at a time, with the number of its line.

    A line that is too long comes as 「…」, which no pattern takes.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        folded = unicodedata.normalize("NFKC", line).strip().rstrip(_ENDS)
        parts = _NEXT.split(folded) if len(folded) <= _LONGEST_LINE else ["…"]
        for part in parts:
            if part:
                yield number, part.rstrip(_ENDS)


def _entry(part: str, number: int, field: str) -> Entry:
    match = _ENTRY.fullmatch(part)
    if match is None:
        raise FactsError(
            field, f"第 {number} 行没有看懂，请写成「2026-01-15 1234.50 用途」这样。"
        )
    day = _day(match["day"], number, field)
    try:
        fen = parse_yuan(match["sum"], field)
    except FactsError as error:
        raise FactsError(field, f"第 {number} 行：{error}") from None
    note = (match["note"] or "").strip()
    if note[:1].isdecimal() or _ANY_DAY.search(note):
        # A second sum, or one written with a gap, would be lost in the note.
        raise FactsError(
            field,
            f"第 {number} 行：金额后面又有数字，不知道哪个是金额。"
            "一笔写一行；用途请用字开头，不写日期。",
        )
    if len(note) > MOST_LETTERS:
        raise FactsError(field, f"第 {number} 行：用途最多 {MOST_LETTERS} 个字。")
    return Entry(day, fen, match["came"] is not None, note)


def _day(text: str, number: int, field: str) -> date:
    """The day of a line; ``20260115`` is read as its eight digits."""
    digits = _DIGITS.findall(text)
    if len(digits) == 1:
        (whole,) = digits
        digits = [whole[:4], whole[4:6], whole[6:]]
    year, month, day = map(int, digits)
    try:
        return date(year, month, day)
    except ValueError:
        raise FactsError(field, f"第 {number} 行：没有这一天。") from None
