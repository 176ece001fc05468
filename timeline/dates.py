"""Rows of dates as every tool shows them: the day to keep to, and where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from timeline import catalog
from timeline.catalog import cn_date, fill, words
from timeline.catalog.papers import OwnStep, own_steps
from timeline.citations import Citation, cite
from timeline.engine import Deadline, Paper
from timeline.engine.two_dates import each_day, printed_too_early
from timeline.ics import Entry

WEEKDAYS: Final = "一二三四五六日"
CALENDAR_TITLE: Final = "提醒：记下的日期"
HEARING: Final = "hearing"
PRINTED: Final = "文书上写的日期"
TOO_EARLY: Final = "您填的比法定的早：先核对那是不是截止日；能在早的那天前办好最稳妥。"
TOO_LATE: Final = "您填的比法定的晚：先按早的那天办，并向法院问清。"


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


def short_date(day: date, today: date) -> str:
    """``11月30日``; a day of another year says so."""
    if day.year == today.year:
        return f"{day.month}月{day.day}日"
    if day.year == today.year + 1:
        return f"明年{day.month}月{day.day}日"
    return cn_date(day)


def weekday(day: date) -> str:
    """``星期二``."""
    return f"星期{WEEKDAYS[day.weekday()]}"


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
        rolled=_holiday(deadline, day, today),
        weekday=weekday(day) if day else "",
        note=note,
        state="unknown" if day is None else "passed" if deadline.passed else "ahead",
        iso=day.isoformat() if day else "",
        cite=cite(deadline.cite),
        kind="legal",
        lead=_lead(deadline, day, today) if day else "哪天前，还不知道",
    )


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
    if deadline.printed and deadline.earlier:
        return TOO_LATE
    if printed_too_early(deadline):
        return TOO_EARLY
    named = words.papers()[paper.kind.key].name
    if deadline.key == HEARING or not paper.received:
        return f"依据文书：{named}"
    return f"依据文书：{named}，{short_date(paper.received, today)}{came}"


def _holiday(deadline: Deadline, day: date | None, today: date) -> str:
    safe, rolled = deadline.safe_date, deadline.rolled_date
    if safe is None or deadline.key == HEARING:
        return ""
    if rolled is None:
        return f"{safe.year}年放假安排还没公布，先按这一天"
    if day != safe:
        return f"{short_date(safe, today)}放假，顺延到这一天"
    if rolled != safe:
        return f"那天放假，法定顺延到 {short_date(rolled, today)}"
    return PRINTED if deadline.printed else ""


def _lead(deadline: Deadline, day: date, today: date) -> str:
    """``最晚 2026年12月1日，还有 8 天``, ``明天是最后一天，11月30日``."""
    if day < today:
        return f"{cn_date(day)} 已过"
    left = f"还有 {(day - today).days} 天"
    near = {today: "今天", today + timedelta(days=1): "明天"}.get(day)
    if deadline.key == HEARING:
        return (
            f"就是{near}，{short_date(day, today)}"
            if near
            else f"{cn_date(day)}，{left}"
        )
    if near is None:
        return f"最晚 {cn_date(day)}，{left}"
    if day == deadline.rolled_date:
        return f"{near}是最后一天，{short_date(day, today)}"
    return f"最晚 {cn_date(day)}，就在{near}"


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
