"""The dates of an answer: those the law sets, those agreed, those estimated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import cn_date, fill, words
from timeline.citations import Citation, cite
from timeline.engine import Assessment, Deadline, Facts
from timeline.tools.assess.wording import stage_name

WEEKDAYS: Final = "一二三四五六日"


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


def date_rows(facts: Facts, result: Assessment) -> tuple[DateRow, ...]:
    """Legal dates first, then what was agreed, then the estimate of the next band."""
    rows = [_deadline_row(facts, deadline) for deadline in result.deadlines]
    if facts.agreement_next_due:
        rows.append(
            _practice_row(
                "agreement",
                "约定的下次还款日",
                facts.agreement_next_due,
                facts.today,
                "按约定走，这一天最要紧。",
                None,
            )
        )
    if result.next:
        stage, start = result.next
        rows.append(
            _practice_row(
                "next-stage",
                f"最早可能进入「{stage_name(stage)}」",
                start,
                facts.today,
                "只是按天数的估计，没有机构公布过。",
                result.profile.band(stage).cite,
            )
        )
    return tuple(rows)


def short_date(day: date, today: date) -> str:
    """``11月30日``; a day of another year says so."""
    if day.year == today.year:
        return f"{day.month}月{day.day}日"
    if day.year == today.year + 1:
        return f"明年{day.month}月{day.day}日"
    return cn_date(day)


def _weekday(day: date) -> str:
    """``星期二``."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def _deadline_row(facts: Facts, deadline: Deadline) -> DateRow:
    """A legal date: the safe day first, the rolled one beside it."""
    text = words.deadlines()[deadline.key]
    paper = (facts.papers or ())[deadline.paper]
    named = words.papers()[paper.kind.key].name
    note = f"依据文书：{named}"
    if paper.received:
        note += f"，{short_date(paper.received, facts.today)}收到"
    safe, rolled = deadline.safe_date, deadline.rolled_date
    extra = ""
    if safe is None:
        note = fill(text.stated, facts.today)
    elif rolled is None:
        extra = f"{safe.year}年放假安排还没公布，先按这一天"
    elif rolled != safe:
        extra = f"遇放假顺延到 {short_date(rolled, facts.today)}"
    elif deadline.printed:
        extra = "文书上写的日期"
    if deadline.earlier:
        early = short_date(deadline.earlier, facts.today)
        note = f"从收到之日算是 {early}，更早：先按早的那天办，并向法院问清。"
    state = "unknown" if safe is None else "passed" if deadline.passed else "ahead"
    return DateRow(
        key=deadline.key,
        title=text.title,
        safe=cn_date(safe) if safe else "",
        rolled=extra,
        weekday=_weekday(safe) if safe else "",
        note=note,
        state=state,
        iso=safe.isoformat() if safe else "",
        cite=cite(deadline.cite),
        kind="legal",
    )


def _practice_row(
    key: str, title: str, day: date, today: date, note: str, cited: str | None
) -> DateRow:
    """A date that no law sets: the next band, or one that was agreed."""
    return DateRow(
        key=key,
        title=title,
        safe=cn_date(day),
        rolled="",
        weekday=_weekday(day),
        note=note,
        state="passed" if day < today else "ahead",
        iso=day.isoformat(),
        cite=cite(cited) if cited else None,
        kind="practice",
    )
