"""Rows of dates as every tool shows them: the safe day first, the rolled beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import cn_date, fill, words
from timeline.citations import Citation, cite
from timeline.engine import Deadline, Paper
from timeline.ics import Entry

WEEKDAYS: Final = "一二三四五六日"
CALENDAR_TITLE: Final = "提醒：记下的日期"


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date to remember; ``kind`` is legal or practice, ``iso`` may be empty."""

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


def deadline_row(
    deadline: Deadline, paper: Paper, today: date, *, supposed: bool = False
) -> DateRow:
    """A legal date and the paper that opened its step; ``supposed``: only spoken of."""
    text = words.deadlines()[deadline.key]
    named = words.papers()[paper.kind.key].name
    note = f"假定有文书：{named}" if supposed else f"依据文书：{named}"
    if paper.received:
        came = short_date(paper.received, today)
        note += f"，当作{came}收到" if supposed else f"，{came}收到"
    safe, rolled = deadline.safe_date, deadline.rolled_date
    extra = ""
    if safe is None:
        note = fill(text.stated, today)
    elif rolled is None:
        extra = f"{safe.year}年放假安排还没公布，先按这一天"
    elif rolled != safe:
        extra = f"遇放假顺延到 {short_date(rolled, today)}"
    elif deadline.printed:
        extra = "文书上写的日期"
    if deadline.earlier:
        early = short_date(deadline.earlier, today)
        note = f"从收到之日算是 {early}，更早：先按早的那天办，并向法院问清。"
    state = "unknown" if safe is None else "passed" if deadline.passed else "ahead"
    return DateRow(
        key=deadline.key,
        title=text.title,
        safe=cn_date(safe) if safe else "",
        rolled=extra,
        weekday=weekday(safe) if safe else "",
        note=note,
        state=state,
        iso=safe.isoformat() if safe else "",
        cite=cite(deadline.cite),
        kind="legal",
    )


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


def entries(rows: Iterable[DateRow], *, with_estimates: bool = False) -> list[Entry]:
    """What a calendar file takes of the rows: days ahead, estimates only if wanted."""
    return [
        Entry(row.key, date.fromisoformat(row.iso), _calendar_title(row.key))
        for row in rows
        if row.iso
        and row.state == "ahead"
        and (with_estimates or row.kind == "legal" or row.key == "agreement")
    ]


def _calendar_title(key: str) -> str:
    text = words.deadlines().get(key)
    return text.calendar if text else CALENDAR_TITLE
