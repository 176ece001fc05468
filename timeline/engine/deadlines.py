"""By when must I act?  The one function that counts days from papers.

Counting follows 民事诉讼法 第八十五条: the first day is not counted, a last day
off rolls to the next working day.  Months end as 民法典 第二百零二条 has it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from timeline.engine.facts import Paper
from timeline.engine.norms import Norms, Unit, Version
from timeline.engine.stages import PaperKind
from timeline.engine.workdays import Workdays

COUNTING: Final = "civil-procedure:85"


class Period(NamedTuple):
    """A step that a paper opens; its length is the norm's."""

    key: str
    norm: str
    papers: frozenset[PaperKind]


# The order is the order of the page where dates are equal.
P: Final = PaperKind
_STARTS_A_SUIT: Final = (P.COMPLAINT_COPY, P.RESPONSE_NOTICE)
_ENFORCES: Final = (
    P.ENFORCEMENT_NOTICE,
    P.PROPERTY_REPORT_ORDER,
    P.CONSUMPTION_RESTRICTION,
    P.NOTARISED_ENFORCEMENT,
)
PERIODS: Final = tuple(
    Period(key, norm, frozenset(papers))
    for key, norm, papers in (
        (
            "payment-order-objection",
            "payment-order-objection-days",
            (P.PAYMENT_ORDER,),
        ),
        ("answer", "answer-days", _STARTS_A_SUIT),
        ("answer", "arbitration-answer", (P.ARBITRATION_NOTICE,)),
        ("jurisdiction-objection", "jurisdiction-objection-days", _STARTS_A_SUIT),
        ("evidence", "evidence-period", (P.EVIDENCE_NOTICE,)),
        ("appeal", "appeal-days", (P.JUDGMENT,)),
        ("freeze-review", "freeze-review-days", (P.ASSET_FREEZE,)),
        ("award-annulment", "award-annulment-months", (P.ARBITRATION_AWARD,)),
        ("enforcement-objection", "enforcement-objection-period", _ENFORCES),
    )
)
_PERIODS_OF: Final = {
    kind: tuple(period for period in PERIODS if kind in period.papers)
    for kind in PaperKind
}
HEARING_NORMS: Final = {
    PaperKind.SUMMONS: "hearing-notice",
    PaperKind.COMPLAINT_COPY: "hearing-notice",
    PaperKind.RESPONSE_NOTICE: "hearing-notice",
    PaperKind.EVIDENCE_NOTICE: "hearing-notice",
    PaperKind.ARBITRATION_NOTICE: "arbitration-hearing",
    PaperKind.MEDIATION_NOTICE: "mediation-date",
}
DEADLINE_KEYS: Final = tuple(
    dict.fromkeys([*(period.key for period in PERIODS), "hearing"])
)
DEADLINE_RANK: Final = {key: rank for rank, key in enumerate(DEADLINE_KEYS)}


class Deadline(NamedTuple):
    """The last day for one step.

    Attributes:
        paper: Position of the paper that opened the step.
        safe_date: The last day before any rolling; ``None`` when the day of
            receipt, or the number of days, is not known.
        rolled_date: The last day as the law counts it; ``None`` also when the
            holidays of that year are not announced.
        passed: Only when it is certain that the step is over.
        printed: The paper itself names the day; it wins over the counted one.
        counted: The day counted from receipt, where the law gives a number.
    """

    key: str
    paper: int
    safe_date: date | None
    rolled_date: date | None
    calendar_known: bool
    passed: bool
    cite: str
    printed: bool = False
    counted: date | None = None

    @property
    def earlier(self) -> date | None:
        """The counted day where it lies before the printed one: the safer of two."""
        if self.counted and self.safe_date and self.counted < self.safe_date:
            return self.counted
        return None

    @property
    def order(self) -> tuple[date, int, int]:
        """Sorts by safe date, unknown dates last."""
        return self.safe_date or date.max, DEADLINE_RANK[self.key], self.paper


class Missing(NamedTuple):
    """A step that could not be counted: no norm is known to apply on that day."""

    key: str
    norm: str


def last_day(start: date, version: Version, unit: Unit) -> date | None:
    """The unrolled last day of a period that ``start`` opens.

    ``None`` for a norm that leaves the date to the paper, and beyond the calendar.
    """
    if not isinstance(version.value, int):
        return None
    try:
        if unit is Unit.MONTHS:
            return add_months(start, version.value)
        return start + timedelta(version.value)
    except OverflowError:
        return None


def add_months(start: date, months: int) -> date:
    """The corresponding day, or the month's last where there is none (民法典 202).

    Raises:
        OverflowError: The date lies beyond the year 9999.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def deadlines(
    papers: tuple[Paper, ...],
    today: date,
    norms: Norms,
    units: Mapping[str, Unit],
    workdays: Workdays,
) -> tuple[list[Deadline], list[Missing]]:
    """Every step that the live papers open, earliest first, and what we cannot say.

    A period has the length that the law had on the day it began; a day on which we
    know of no norm gives no date, rather than the length of another day.
    """
    found: list[Deadline] = []
    missing: list[Missing] = []
    if not papers:
        return found, missing
    in_force = norms.on(today)
    for position, period, paper in _open(papers):
        version = in_force.get(period.norm)
        begins = paper.received
        if begins and units[period.norm] is not Unit.STATED and not paper.own_date:
            version = version and norms.on(begins).get(period.norm)
        if version is None:
            missing.append(Missing(period.key, period.norm))
            continue
        counted = None
        if paper.received is not None:
            counted = last_day(paper.received, version, units[period.norm])
        safe = paper.own_date or counted
        rolled = workdays.rolled(safe) if safe else None
        found.append(
            Deadline(
                key=period.key,
                paper=position,
                safe_date=safe,
                rolled_date=rolled,
                calendar_known=rolled is not None,
                passed=safe is not None and workdays.surely_passed(safe, today),
                cite=version.cite,
                printed=paper.own_date is not None,
                counted=counted,
            )
        )
    for position, paper in enumerate(papers):
        hearing = _hearing(position, paper, today, in_force)
        if isinstance(hearing, Missing):
            missing.append(hearing)
        elif hearing is not None:
            found.append(hearing)
    found.sort(key=lambda deadline: deadline.order)
    return found, missing


def _hearing(
    position: int, paper: Paper, today: date, in_force: Mapping[str, Version]
) -> Deadline | Missing | None:
    """The day in court, as printed: it is a day, not a period, and never rolls."""
    norm = HEARING_NORMS.get(paper.kind)
    wanted = paper.hearing is not None or paper.kind is PaperKind.SUMMONS
    if norm is None or not wanted or not paper.live:
        return None
    version = in_force.get(norm)
    if version is None:
        return Missing("hearing", norm)
    day = paper.hearing
    return Deadline(
        key="hearing",
        paper=position,
        safe_date=day,
        rolled_date=day,
        calendar_known=day is not None,
        passed=day is not None and today > day,
        cite=version.cite,
        printed=day is not None,
    )


def _open(papers: tuple[Paper, ...]) -> Iterator[tuple[int, Period, Paper]]:
    """Each live paper with each step it opens.

    The time to answer counts from the copy of the complaint; a notice that came
    with it opens no second one.
    """
    copy_dated = any(
        paper.kind is PaperKind.COMPLAINT_COPY
        and paper.live
        and (paper.received or paper.own_date)
        for paper in papers
    )
    for position, paper in enumerate(papers):
        if not paper.live:
            continue
        if paper.kind is PaperKind.RESPONSE_NOTICE and copy_dated:
            continue
        for period in _PERIODS_OF.get(paper.opens, ()):
            yield position, period, paper
