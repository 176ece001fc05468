"""The case numbers of a message, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.catalog.court_numbers import court_numbers
from timeline.engine.message import CaseNumber, Reading


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A case number in words.

    Args:
        fault: Why it cannot exist.
        doubts: Why it is not called well formed.
    """

    text: str
    court: str
    says: str
    fault: str
    doubts: tuple[str, ...]


def number_lines(reading: Reading, text: str) -> Iterator[NumberLine]:
    """Each case number once, however often it is written."""
    once = {text[number.start : number.end]: number for number in reading.numbers}
    for number in once.values():
        yield _number(text, number)


def _number(text: str, number: CaseNumber) -> NumberLine:
    record = court_numbers()
    known = record.types.get(number.type or "")
    return NumberLine(
        text=text[number.start : number.end],
        court=record.courts.get(number.court, ""),
        says=known.says if known else "",
        fault=record.faults[number.fault] if number.fault else "",
        doubts=tuple(record.doubts[doubt] for doubt in number.doubts),
    )
