"""Rows of dates as every tool shows them: the day to keep to, and where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from timeline import catalog
from timeline.catalog import cn_date, fill, words
from timeline.catalog.date_words import date_words
from timeline.catalog.papers import OwnStep, own_steps
from timeline.citations import Citation, cite
from timeline.day_words import HEARING, day_off, lead, short_date, weekday
from timeline.engine import Deadline, Paper, PaperKind
from timeline.engine.deadlines import Missing, deadlines
from timeline.engine.two_dates import each_day, printed_too_early
from timeline.ics import Entry

CALENDAR_TITLE: Final = "提醒：记下的日期"
# No step of a paper stays open for longer.
LONG_AGO: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date to remember.

    Attributes:
        safe: The day to keep to, in words; empty when it is not known.
        rolled: What a holiday does to it, or that the paper names it.
        state: ahead, passed or unknown.
        iso: The same day for a machine; may be empty.
        kind: legal or practice.
        lead: The day as a headline says it, with what is left until then.
        remind: Whether it enters a calendar; of two days of a step the safer does.
    """

    key: str
    title: str
    safe: str
    rolled: str
    weekday: str
    note: str
    state: str
    iso: str
    cite: Citation | None
    kind: str
    lead: str = ""
    remind: bool = True


def deadline_rows(
    deadline: Deadline, paper: Paper, today: date, came: str = "收到"
) -> Iterator[DateRow]:
    """A legal date, or two where the paper names another than the law.

    Args:
        deadline: As the engine has it: the printed day wins.
        paper: The paper that opened the step.
        today: The day of the question.
        came: What happened on the day from which the law counts.
    """
    own = own_steps().get(paper.opens.key)
    if own is not None and own.of == deadline.key:
        yield _own_row(own, deadline, paper, today, came)
        if not own.also:
            return
        deadline = deadline._replace(
            safe_date=None, rolled_date=None, passed=False, printed=False
        )
    reminded = False
    for found in each_day(deadline, catalog.workdays(), today):
        row = deadline_row(found, paper, today, came)
        yield replace(row, remind=not reminded)
        reminded = reminded or row.state == "ahead"


def deadline_row(
    deadline: Deadline, paper: Paper, today: date, came: str = "收到"
) -> DateRow:
    """One legal date, and the paper that opened its step."""
    text = words.deadlines()[deadline.key]
    safe, rolled = deadline.safe_date, deadline.rolled_date
    day = safe
    if safe and rolled and safe < today <= rolled:
        day = rolled  # the day off is over, the working day that counts is not
    if day is None:
        note = fill(text.stated, today)
    else:
        note = _origin(deadline, paper, today, came)
    return DateRow(
        key=deadline.key,
        title=text.title,
        safe=cn_date(day) if day else "",
        rolled=_rolled(deadline, day, today),
        weekday=weekday(day) if day else "",
        note=note,
        state="unknown" if day is None else "passed" if deadline.passed else "ahead",
        iso=day.isoformat() if day else "",
        cite=cite(deadline.cite),
        kind="legal",
        lead=lead(deadline, day, today) if day else date_words().lead.unknown,
    )


def step_row(key: str, kind: PaperKind, received: date, today: date) -> DateRow | None:
    """One step of a paper that came then; ``None`` where it opens no such step."""
    paper, rules = Paper(kind=kind, received=received), catalog.ruleset()
    found, missing = deadlines(
        (paper,), today, rules.norms, rules.units, rules.workdays
    )
    for step in found:
        if step.key == key:
            return deadline_row(step, paper, today)
    unread = (unread_row(step, received, today) for step in missing if step.key == key)
    return next(unread, None)


def unread_row(missing: Missing, received: date, today: date) -> DateRow:
    """A step of which we have not read the law of the day it began.

    However long ago that was, the step is not certainly over: nothing is claimed
    (design §4), and the court is asked.
    """
    said, old = date_words().unread, is_long_ago(received, today)
    return DateRow(
        key=missing.key,
        title=words.deadlines()[missing.key].title,
        safe=said.lead if old else "",
        rolled="",
        weekday="",
        note=said.long_ago if old else said.lately,
        state="unknown",
        iso="",
        cite=None,
        kind="legal",
        lead=said.lead if old else date_words().lead.unknown,
    )


def is_long_ago(received: date, today: date) -> bool:
    """Whether a step that began then is likely over, whatever its length."""
    return today - received > LONG_AGO


def _own_row(
    own: OwnStep, deadline: Deadline, paper: Paper, today: date, came: str
) -> DateRow:
    """The step that the paper itself is about, under its own name and source."""
    row = deadline_row(deadline._replace(counted=None), paper, today, came)
    note = fill(own.note, today) if row.iso else fill(own.stated, today)
    source = cite(own.cite) if own.cite else None
    return replace(row, key=own.key, title=own.title, note=note, cite=source)


def _origin(deadline: Deadline, paper: Paper, today: date, came: str) -> str:
    """Where a date is from, and what to make of it where there are two."""
    said = date_words().own
    if deadline.printed and deadline.earlier:
        return said.too_late
    if printed_too_early(deadline):
        return said.too_early
    named = words.papers()[paper.kind.key].name
    if deadline.key == HEARING or not paper.received:
        return said.from_paper.format(named)
    return said.from_paper_of.format(named, short_date(paper.received, today), came)


def _rolled(deadline: Deadline, day: date | None, today: date) -> str:
    safe, rolled = deadline.safe_date, deadline.rolled_date
    if safe is None or day is None or deadline.key == HEARING:
        return ""
    told = day_off(safe, rolled, day, today)
    return told or (date_words().own.printed if deadline.printed else "")


def practice_row(
    key: str, title: str, day: date, today: date, note: str, cited: str | None
) -> DateRow:
    """A date that no law sets: the next band, or one that was agreed."""
    return DateRow(
        key=key,
        title=title,
        safe=cn_date(day),
        rolled="",
        weekday=weekday(day),
        note=note,
        state="passed" if day < today else "ahead",
        iso=day.isoformat(),
        cite=cite(cited) if cited else None,
        kind="practice",
    )


def by_date(rows: Iterable[DateRow]) -> tuple[DateRow, ...]:
    """Earliest first, unknown days last."""
    return tuple(sorted(rows, key=lambda row: row.iso or "9999"))


def entries(rows: Iterable[DateRow], *, with_estimates: bool = False) -> list[Entry]:
    """What a calendar file takes of the rows: days ahead, estimates only if wanted."""
    return [
        Entry(row.key, date.fromisoformat(row.iso), calendar_title(row.key))
        for row in rows
        if row.iso
        and row.state == "ahead"
        and row.remind
        and (with_estimates or row.kind == "legal" or row.key == "agreement")
    ]


def calendar_title(key: str) -> str:
    """What a calendar calls a date: neutral, others may see it."""
    text = words.deadlines().get(key)
    return text.calendar if text else CALENDAR_TITLE
