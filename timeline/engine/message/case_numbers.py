"""Case numbers as courts write them: ``(2026)浙0106民初123号``.

A number that cannot exist says something; one that is well formed proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

FIRST_YEAR: Final = 1949
MASK: Final = "*×某○□#_"
_HAN: Final = r"一-鿿"
# Year, court, digits of the court, type, running number; masks stand for any of them.
NUMBER: Final = re.compile(
    rf"(?<![\d])[(\[〔【{{<]?(?P<year>\d{{4}}|(?<=[(\[〔【{{<])\d{{2,6}})[)\]〕】}}>]?"
    rf"(?P<court>最高法|[{_HAN}](?=[\d{MASK}])|[{_HAN}](?=[{_HAN}]{{1,8}}[\d{MASK}])|[{MASK}]{{1,4}})"
    rf"(?P<digits>[\d{MASK}]{{0,6}})(?P<type>(?!年|月|日)[{_HAN}]{{1,8}})"
    rf"(?P<number>第?[\d{MASK}]{{1,9}})(?:号|之[一二三四五六七八九十\d]{{1,3}}号?)"
)
# Courts: the province alone, with two digits, or with four.
COURT_DIGITS: Final = (0, 2, 4)


class Fault(StrEnum):
    """Why a number cannot exist."""

    FUTURE_YEAR = "future-year"
    NO_SUCH_YEAR = "no-such-year"
    NO_SUCH_COURT = "no-such-court"
    COURT_DIGITS = "court-digits"
    NUMBER_ZERO = "number-zero"


@dataclass(frozen=True, slots=True, eq=False)
class CaseTypes:
    """Courts by their letter, and types of cases, longest first."""

    courts: Mapping[str, str]
    types: tuple[str, ...]


class CaseNumber(NamedTuple):
    """A case number in a folded text, half-open.

    Attributes:
        court: The letter of its province, or ``""`` where it is masked.
        type: A known type of case, or ``None``.
        fault: Why it cannot exist, or ``None``; then it is only well formed.
    """

    text: str
    start: int
    end: int
    year: str
    court: str
    type: str | None
    fault: Fault | None


def case_numbers(text: str, year: int, known: CaseTypes) -> Iterator[CaseNumber]:
    """Every case number in a folded text, checked against the current ``year``."""
    for match in NUMBER.finditer(text):
        court, written = match["court"], match["type"]
        kind = next((kind for kind in known.types if written.endswith(kind)), None)
        if kind is None and court not in known.courts:
            continue  # 「2026年第3号」 and the like
        yield CaseNumber(
            text=match[0],
            start=match.start(),
            end=match.end(),
            year=match["year"],
            court=court if court in known.courts else "",
            type=kind,
            fault=_fault(match, year, known),
        )


def _fault(match: re.Match[str], year: int, known: CaseTypes) -> Fault | None:
    court, digits = match["court"], match["digits"]
    number = match["number"].removeprefix("第")
    if len(match["year"]) != 4 or int(match["year"]) < FIRST_YEAR:
        return Fault.NO_SUCH_YEAR
    if int(match["year"]) > year:
        return Fault.FUTURE_YEAR
    if court[0] not in MASK and court not in known.courts:
        return Fault.NO_SUCH_COURT
    if digits.isdigit() and (len(digits) not in COURT_DIGITS or digits[:2] == "00"):
        return Fault.COURT_DIGITS
    if number.isdigit() and int(number) == 0:
        return Fault.NUMBER_ZERO
    return None
