"""By when, as if the message were real and its papers had come with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from timeline import catalog
from timeline.catalog import cn_date, fill, words
from timeline.catalog.date_words import date_words
from timeline.catalog.message_papers import TermRecord, sign_records, term_records
from timeline.catalog.papers import own_steps
from timeline.citations import cite
from timeline.dates import DateRow, deadline_row, unread_row
from timeline.day_words import day_off, short_date, weekday
from timeline.engine import Deadline, Paper
from timeline.engine.deadlines import Missing, deadlines
from timeline.engine.message import Clock, Reading, Term, when_over

WITHIN_THE_ANSWER: Final = "jurisdiction-objection"


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one message.

    Args:
        rows: Earliest first, unknown ones last.
        unsure: It does not say which paper it is: the rows are those of each.
        note: What is said above them.
    """

    rows: tuple[DateRow, ...]
    unsure: bool
    note: str

    @property
    def ahead(self) -> tuple[DateRow, ...]:
        """Rows with a day that is still to come."""
        return tuple(row for row in self.rows if row.state == "ahead")

    @property
    def first(self) -> DateRow | None:
        """The next day."""
        return next(iter(self.ahead), None)

    @property
    def over(self) -> bool:
        """Whether every day that is known has passed."""
        return not self.ahead and any(row.state == "passed" for row in self.rows)


def message_dates(clock: Clock, received: date | None, today: date) -> Dates:
    """Every date that the message opens."""
    rows = [*_counted(clock, received, today), *_own(clock, received, today)]
    rows.sort(key=lambda row: row.iso or date.max.isoformat())
    notes = "".join(sign_records()[key].note for key in clock.signs)
    return Dates(tuple(rows), bool(clock.may_be), fill(notes, today))


def steps_of(reading: Reading, dates: Dates) -> tuple[str, ...]:
    """Keys of the steps, in the order of the page."""
    return when_over(reading.steps) if dates.over else reading.steps


class Counted(NamedTuple):
    """The periods of the law, each with its paper, and those whose law is not known."""

    deadlines: tuple[tuple[Deadline, Paper], ...]
    missing: tuple[Missing, ...]


def counted(clock: Clock, received: date | None, today: date) -> Counted:
    """The periods that the papers open, as if they had come on that day."""
    if clock.key is None:
        return Counted((), ())
    papers, rules = clock.possible(received), catalog.ruleset()
    found, missing = deadlines(papers, today, rules.norms, rules.units, rules.workdays)
    return Counted(
        tuple(
            (deadline, papers[deadline.paper])
            for deadline in found
            # Of papers that are only possible, what can be dated is enough.
            if not clock.may_be
            or (deadline.safe_date and deadline.key != WITHIN_THE_ANSWER)
        ),
        tuple(missing),
    )


def own_terms(clock: Clock, today: date) -> Iterator[tuple[Term, bool]]:
    """Days that only the message, or a paper of its own, sets: ``days`` 0 is unknown.

    With each, whether the message itself says how many days.
    """
    said = {term.key: term for term in clock.terms}
    for key, record in term_records().items():
        if record.papers:
            continue
        if key in said:
            yield said[key], True
        elif record.stated and set(record.only_with) & set(clock.signs):
            yield _lawful(key, record, today), False


def _counted(clock: Clock, received: date | None, today: date) -> Iterator[DateRow]:
    """The periods of the law, and the days that the message sets for their steps."""
    periods = counted(clock, received, today)
    for deadline, paper in periods.deadlines:
        yield _row(clock, deadline, paper, today)
    if received is not None:
        yield from (unread_row(one, received, today) for one in periods.missing)


def _row(clock: Clock, deadline: Deadline, paper: Paper, today: date) -> DateRow:
    """The row of the law, told as what would hold if the paper came that day."""
    said = date_words().message
    row = deadline_row(deadline, paper, today)
    named = words.papers()[paper.kind.key].name
    if deadline.key == "hearing" and deadline.safe_date:
        note = said.named if clock.hearing else said.no_year
        return replace(row, rolled="", note=note)
    if clock.may_be:
        named = said.may_be.format(named)
    if paper.received is None or deadline.safe_date is None:
        own = own_steps().get(paper.opens.key)
        if own and own.of == deadline.key:
            source = cite(own.cite) if own.cite else None
            row = replace(row, note=fill(own.stated, today), cite=source)
        return replace(row, note=f"{named}：{row.note}" if clock.may_be else row.note)
    note = said.as_came.format(named, short_date(paper.received, today))
    term = next((term for term in clock.terms if paper.kind in term.papers), None)
    if term is None or not deadline.printed:
        return replace(row, note=note)
    return replace(
        row,
        rolled=day_off(
            deadline.safe_date, deadline.rolled_date, deadline.safe_date, today
        ),
        note=said.says.format(note, term.days),
    )


def _own(clock: Clock, received: date | None, today: date) -> Iterator[DateRow]:
    """Rows for what only the message, or a paper of its own, sets a day for."""
    for term, written in own_terms(clock, today):
        record = term_records()[term.key]
        said = date_words().message.gives.format(term.days)
        yield _own_row(
            term,
            record,
            said if written else fill(record.stated, today),
            received,
            today,
        )


def _lawful(key: str, record: TermRecord, today: date) -> Term:
    """The days of the law; none where only the paper names them."""
    version = catalog.norms().on(today).get(record.norm)
    days = version.value if version else None
    return Term(key, days if isinstance(days, int) else 0, ())


def _own_row(
    term: Term, record: TermRecord, said: str, received: date | None, today: date
) -> DateRow:
    last = term.last_day(received) if term.days else None
    if last is None:
        return _open_row(term.key, record, said)
    workdays = catalog.ruleset().workdays
    return replace(
        _open_row(term.key, record, date_words().message.verify.format(said)),
        safe=cn_date(last),
        rolled=day_off(last, workdays.rolled(last), last, today),
        weekday=weekday(last),
        state="passed" if workdays.surely_passed(last, today) else "ahead",
        iso=last.isoformat(),
    )


def _open_row(key: str, record: TermRecord, note: str) -> DateRow:
    return DateRow(
        key=key,
        title=record.title,
        safe="",
        rolled="",
        weekday="",
        note=note,
        state="unknown",
        iso="",
        cite=cite(record.cite) if record.cite else None,
        kind="legal",
    )
