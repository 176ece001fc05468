"""Which clock runs as if the message were real, and for which papers?

What the message speaks of decides, never how it looks: the day runs whether or not
the paper was believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from timeline.engine.deadlines import HEARING_NORMS
from timeline.engine.facts import Paper
from timeline.engine.message.cues import Kind
from timeline.engine.message.terms import Term, TermSign, terms
from timeline.engine.stages import PaperKind
from timeline.engine.text import Patterns
from timeline.engine.text.numerals import HAN, ONE_TO_TEN, number
from timeline.engine.text.sentences import Sentences

_FEW: Final = rf"[\d{HAN}十]{{1,3}}"
_YEAR: Final = rf"[\d{HAN}]{{4}}"
_ANY_DAY: Final = rf"{_YEAR}[年./-]{_FEW}[月./-]{_FEW}"
_DAY: Final = rf"({_YEAR})[年./-]({_FEW})[月./-]({_FEW})[日号]?"
_SHORT_DAY: Final = rf"(?<![年\d./-])({_FEW})月({_FEW})[日号]"
# No other date lies between: 「8月1日立案，定于9月10日开庭」 names one sitting.
_GAP: Final = rf"(?:(?!{_ANY_DAY}|{_FEW}月{_FEW}[日号])[^。;!?\n]){{0,20}}"
_SITTING: Final = rf"开庭|庭审|到庭|出庭|审理|调解|第[{ONE_TO_TEN}\d]{{1,3}}法庭"


def _of_a_sitting(day: str) -> Patterns:
    """Where a text names the day of a sitting: of two days the one it was moved to."""
    return (
        re.compile(rf"(?:改期|延期|推迟|提前|变更|调整|改)(?:到|至|为|于)?{day}"),
        re.compile(rf"{day}{_GAP}(?:{_SITTING})"),
        re.compile(rf"(?:{_SITTING}){_GAP}{day}"),
    )


HEARING: Final = _of_a_sitting(_DAY)
HEARING_THIS_YEAR: Final = _of_a_sitting(_SHORT_DAY)
# A day without a year is the next such day; one this far ahead is rather long past.
SOON: Final = timedelta(days=183)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PaperSign:
    """How a text speaks of a paper.

    Args:
        clock: Key of the deadline that runs first, or ``None`` where none does.
        papers: Kinds of papers to count for.
        may_be: Where the text does not say which paper it is: those it may be.
        any: What is said of it; ``types`` are types of case numbers that say so too.
        unless: Look-alikes in the same sentence: what is only threatened or denied.
        without: Keys of signs that say it better; where one is heard, this is not.
        beside: It adds its papers to those of another sign.
        assumed: Counted also where a court is heard and nothing else is.
        urgent: Its days are few and stand on the paper only: act as by a date.
        steps: Keys of what to do about it.
    """

    key: str
    clock: str | None
    papers: tuple[PaperKind, ...]
    any: Patterns
    may_be: tuple[PaperKind, ...] = ()
    unless: Patterns = ()
    types: frozenset[str] = field(default_factory=frozenset)
    without: frozenset[str] = field(default_factory=frozenset)
    beside: bool = False
    assumed: bool = False
    urgent: bool = False
    steps: tuple[str, ...] = ()


class ShortDay(NamedTuple):
    """A day that is named without its year."""

    month: int
    day: int

    def after(self, received: date) -> date | None:
        """The next such day from ``received`` on, if it is within half a year."""
        for year in (received.year, received.year + 1):
            try:
                found = date(year, self.month, self.day)
            except ValueError:
                continue
            if timedelta() <= found - received <= SOON:
                return found
        return None


class Clock(NamedTuple):
    """The first deadline, the papers it is counted from, and a day that is named.

    Attributes:
        hearing: The day of a sitting; ``short_hearing`` if it has no year.
        signs: Keys of what was heard.
        may_be: Papers that it may be, where the text does not say which.
        terms: Days that the text itself gives.
        urgent: A paper is spoken of whose few days only it names.
    """

    key: str | None
    papers: tuple[PaperKind, ...]
    hearing: date | None
    signs: tuple[str, ...] = ()
    may_be: tuple[PaperKind, ...] = ()
    terms: tuple[Term, ...] = ()
    steps: tuple[str, ...] = ()
    urgent: bool = False
    short_hearing: ShortDay | None = None

    def possible(self, day: date | None) -> tuple[Paper, ...]:
        """The papers that it may be, or those that are named, come on ``day``.

        One of them names the sitting.
        """
        kinds = self.may_be or self.papers
        sits, hearing = _sitting(kinds), self.hearing
        if day and self.short_hearing:
            hearing = self.short_hearing.after(day)
        own = {paper: term for term in self.terms for paper in term.papers}
        return tuple(
            Paper(
                kind=kind,
                received=day,
                own_date=own[kind].last_day(day) if kind in own else None,
                hearing=hearing if kind is sits else None,
            )
            for kind in kinds
        )


NO_CLOCK: Final = Clock(None, (), None)


def clock(
    page: Sentences,
    types: Iterable[str],
    kind: Kind,
    signs: Sequence[PaperSign],
    own: Iterable[TermSign],
) -> Clock:
    """The clock of the first sign that the text gives, and of those beside it."""
    heard = _heard(page, frozenset(types), signs)
    if not heard and kind is Kind.COURT_SERVICE:
        heard = [sign for sign in signs if sign.assumed]
    if not heard:
        return NO_CLOCK
    keys = tuple(sign.key for sign in heard)
    hearing = next(_sittings(page.text), None)
    short = None if hearing else next(_short_sittings(page.text), None)
    # The first row of the table is the most urgent.
    key = next((sign.clock for sign in heard if sign.clock), None)
    papers = tuple(dict.fromkeys(paper for sign in heard for paper in sign.papers))
    steps = tuple(dict.fromkeys(step for sign in heard for step in sign.steps))
    unsure = all(sign.may_be for sign in heard)
    may_be = dict.fromkeys(paper for sign in heard for paper in sign.may_be)
    if key is None and (hearing or short) and _sitting(papers):
        key = "hearing"
    return Clock(
        key=key,
        papers=papers,
        hearing=hearing,
        signs=keys,
        may_be=tuple(may_be) if unsure else (),
        terms=tuple(terms(page, own, keys)),
        steps=steps,
        urgent=any(sign.urgent for sign in heard),
        short_hearing=short,
    )


def _heard(
    page: Sentences, types: frozenset[str], signs: Sequence[PaperSign]
) -> list[PaperSign]:
    """The first sign that stands for itself, and those that may stand beside it."""
    said = [sign for sign in signs if _said(sign, page, types)]
    keys = {sign.key for sign in said}
    left = [sign for sign in said if not sign.without & keys]
    first = next((sign for sign in left if not sign.beside), None)
    return [sign for sign in left if sign.beside or sign is first]


def _said(sign: PaperSign, page: Sentences, types: frozenset[str]) -> bool:
    return bool(sign.types & types) or any(
        True for pattern in sign.any for _ in page.places(pattern, sign.unless)
    )


def _sitting(kinds: Sequence[PaperKind]) -> PaperKind | None:
    """The paper that names the day of a sitting: the summons, else the last."""
    able = [kind for kind in kinds if kind in HEARING_NORMS]
    if PaperKind.SUMMONS in able:
        return PaperKind.SUMMONS
    return able[-1] if able else None


def _sittings(text: str) -> Iterator[date]:
    """The days that the text names for a sitting, the likeliest first."""
    for pattern in HEARING:
        for match in pattern.finditer(text):
            parts = [number(part) for part in match.groups()]
            try:
                yield date(*(part or 0 for part in parts))
            except ValueError:
                continue


def _short_sittings(text: str) -> Iterator[ShortDay]:
    for pattern in HEARING_THIS_YEAR:
        for match in pattern.finditer(text):
            month, day = (number(part) or 0 for part in match.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield ShortDay(month, day)
