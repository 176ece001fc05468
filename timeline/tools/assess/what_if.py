"""What if?  The present beside three other courses, all by the same engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from timeline import catalog
from timeline.catalog import fill, words
from timeline.day_words import short_date
from timeline.engine import Agreement, Assessment, Facts, Paper, PaperKind, Role, assess
from timeline.engine.facts import MOST_DAYS_OVERDUE, MOST_PAPERS
from timeline.tools.assess.wording import headline, stage_name

WHAT_IF_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Column:
    """One course of events, by the same engine."""

    title: str
    headline: str
    next: str
    date: str
    action: str


def what_if(facts: Facts, result: Assessment) -> list[Column]:
    """What the same engine says of the present and of three other courses."""
    columns = [_column("现在", facts, result)]
    courses: list[tuple[str, Facts]] = []
    if facts.role is Role.BORROWER and not result.paused:
        kept = replace(facts, agreement=Agreement.KEPT)
        courses.append(("谈成了，一直按约定还", kept))
    later = _later(facts)
    if later is not None:
        courses.append((f"再过 {WHAT_IF_DAYS} 天，什么都不变", later))
    papers = facts.papers or ()
    ordered = any(p.live and p.kind is PaperKind.PAYMENT_ORDER for p in papers)
    if len(papers) < MOST_PAPERS and not ordered:
        order = Paper(kind=PaperKind.PAYMENT_ORDER, received=facts.today)
        title = "今天收到一份支付令"
        if facts.role is Role.CONTACT:
            title = "今天收到写着您名字的支付令"
        courses.append((title, replace(facts, papers=(*papers, order))))
    rules = catalog.ruleset()
    return columns + [
        _column(title, told, assess(told, rules)) for title, told in courses
    ]


def _later(facts: Facts) -> Facts | None:
    """The same facts thirty days on; ``None`` when no day is known, or too many."""
    days = facts.days
    if days is None or days[1] + WHAT_IF_DAYS > MOST_DAYS_OVERDUE:
        return None
    shifted = None
    if facts.overdue_days is not None:
        low, high = facts.overdue_days
        shifted = (low + WHAT_IF_DAYS, high + WHAT_IF_DAYS)
    today = facts.today + timedelta(WHAT_IF_DAYS)
    return replace(facts, today=today, overdue_days=shifted)


def _column(title: str, facts: Facts, result: Assessment) -> Column:
    today = facts.today
    coming = day = ""
    if result.next:
        start = short_date(result.next.start, today)
        coming = f"「{stage_name(result.next.stage)}」，最早 {start}"
    dated = next((d for d in result.deadlines if d.safe_date and not d.passed), None)
    if dated and dated.safe_date:
        step = words.deadlines()[dated.key].title
        day = f"{short_date(dated.safe_date, today)}：{step}"
    elif facts.agreement_next_due:
        day = f"{short_date(facts.agreement_next_due, today)}：约定的还款日"
    action = words.actions()[result.actions[0]].title if result.actions else ""
    return Column(
        title, headline(facts, result)[0], coming, day, fill(action, facts.today)
    )
