"""Case numbers as courts write them: ``(2026)浙0106民初123号``.

Before the numbering was made uniform they were ``(2015)杭西民初字第123号``.  A number
that cannot exist says something; one that is well formed proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.text.numerals import HAN, ONE_TO_TEN, TENS, digits, number

FIRST_YEAR: Final = 1949
MASK: Final = "*×某○□#_"
OPEN: Final = r"(\[〔【{<"
CLOSE: Final = r")\]〕】}>"
_HAN: Final = r"一-鿿"
_DIGIT: Final = rf"\d{HAN}○"
# Year, court, digits of the court, type, running number; masks stand for any of them.
# A line may end between two of them, as it does in what is copied from a page.
NUMBER: Final = re.compile(
    rf"(?<!\d)(?P<open>[{OPEN}])?"
    rf"(?P<year>[{_DIGIT}]{{4}}|(?<=[{OPEN}])[{_DIGIT}]{{2,6}})年?(?P<close>[{CLOSE}])?\n?"
    rf"(?P<court>最高法|(?![{HAN}{MASK}])[{_HAN}]|[{MASK}]{{1,10}}(?![{MASK}]))"
    rf"(?P<digits>[{HAN}]{{2,4}}(?=[{_HAN}])|[\d{MASK}]{{0,6}})\n?"
    rf"(?P<type>(?!年|月|日)[{_HAN}]{{1,8}}?(?:\([{_HAN}]{{1,3}}\)[{_HAN}]{{1,3}}?)?)\n?"
    rf"(?P<number>第?[\d{HAN}{TENS}{MASK}]{{1,9}})\n?"
    rf"(?:(?:[-–—]\d{{1,3}})?号|之[{ONE_TO_TEN}\d]{{1,3}}号?)"
)
# Courts: the province alone, with two digits, or with four.
COURT_DIGITS: Final = (0, 2, 4)
# Types of the old form end so; the division of the court stands among their letters.
OLD: Final = "字"
DIVISION: Final = re.compile(rf"\([^)]{{1,3}}\)|[{ONE_TO_TEN}]")
# Whoever says 「案号」 means one, whatever its letters.
NAMED: Final = re.compile(r"案[^,。!?;\n]{0,6}$")
BEFORE: Final = 8


class Fault(StrEnum):
    """Why a number cannot exist."""

    FUTURE_YEAR = "future-year"
    NO_SUCH_YEAR = "no-such-year"
    NO_SUCH_COURT = "no-such-court"
    COURT_DIGITS = "court-digits"
    NUMBER_ZERO = "number-zero"


class Doubt(StrEnum):
    """Why a number is not called well formed; each ends a cue's ``case-number-``."""

    UNKNOWN_TYPE = "unknown-type"
    OLD_FORM = "old-form"
    NEW_FORM = "new-form"


@dataclass(frozen=True, slots=True, eq=False)
class CaseTypes:
    """Courts by their letter, and types of cases, longest first.

    Args:
        types: Those of the old form end in 字.
        uniform_since: The first year of the form that is used today.
    """

    courts: Mapping[str, str]
    types: tuple[str, ...]
    uniform_since: int


class CaseNumber(NamedTuple):
    """A case number in a folded text, half-open.

    Attributes:
        court: The letter of its province, or ``""`` where it is masked, or in the old
            form, whose courts chose letters of their own.
        type: A known type of case, or ``None``.
        fault: Why it cannot exist, or ``None``.
        doubts: What speaks against it or is not known; none where it is well formed.
    """

    text: str
    start: int
    end: int
    year: str
    court: str
    type: str | None
    fault: Fault | None
    doubts: tuple[Doubt, ...]


def case_numbers(text: str, year: int, known: CaseTypes) -> Iterator[CaseNumber]:
    """Every case number in a folded text, checked against the current ``year``."""
    for match in NUMBER.finditer(text):
        kind = _type(match, known)
        if not _is_case_number(match, kind, known):
            continue
        court = match["court"]
        yield CaseNumber(
            text=match[0],
            start=match.start(),
            end=match.end(),
            year=_year(match),
            court=court if court in known.courts and not _is_old_court(match) else "",
            type=kind,
            fault=_fault(match, year, known),
            doubts=tuple(_doubts(match, kind, known)),
        )


def _is_old(match: re.Match[str]) -> bool:
    return match["type"].endswith(OLD)


def _is_old_court(match: re.Match[str]) -> bool:
    """Whether the letters of the court are its own, so that the first says nothing."""
    return _is_old(match) and not match["digits"]


def _year(match: re.Match[str]) -> str:
    return digits(match["year"].replace("○", "0"))


def _type(match: re.Match[str], known: CaseTypes) -> str | None:
    """The type of the new form is known whole, that of the old one by its end."""
    written = match["type"]
    if not _is_old(match):
        return written if written in known.types else None
    plain = DIVISION.sub("", match["court"] + written)
    old = (kind for kind in known.types if kind.endswith(OLD))
    return next((kind for kind in old if plain.endswith(kind)), None)


def _is_case_number(match: re.Match[str], kind: str | None, known: CaseTypes) -> bool:
    """Whether it is one, and not 「2026年第3号」 or the number of a contract."""
    dressed = bool(match["open"] or match["close"] or match["digits"])
    if match["court"] in known.courts:
        return kind is not None or dressed
    if not dressed:
        return False
    like_one = any(match["type"].endswith(kind) for kind in known.types)
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    return kind is not None or like_one or NAMED.search(before) is not None


def _fault(match: re.Match[str], year: int, known: CaseTypes) -> Fault | None:
    court, code = match["court"], digits(match["digits"])
    written = _year(match)
    if len(written) != 4 or int(written) < FIRST_YEAR:
        return Fault.NO_SUCH_YEAR
    if int(written) > year:
        return Fault.FUTURE_YEAR
    if court[0] not in MASK and court not in known.courts and not _is_old_court(match):
        return Fault.NO_SUCH_COURT
    if code.isdigit() and (len(code) not in COURT_DIGITS or code[:2] == "00"):
        return Fault.COURT_DIGITS
    if number(match["number"].removeprefix("第")) == 0:
        return Fault.NUMBER_ZERO
    return None


def _doubts(
    match: re.Match[str], kind: str | None, known: CaseTypes
) -> Iterator[Doubt]:
    if kind is None:
        yield Doubt.UNKNOWN_TYPE
    uniform = int(_year(match)) >= known.uniform_since
    if uniform and _is_old(match):
        yield Doubt.OLD_FORM
    if not uniform and not _is_old_court(match):
        yield Doubt.NEW_FORM
