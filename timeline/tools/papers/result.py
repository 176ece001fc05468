"""The answer to somebody who holds a paper: its dates, and what to do by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from timeline import catalog
from timeline.catalog import cn_date, fill
from timeline.catalog.date_words import date_words
from timeline.catalog.papers import service_words
from timeline.citations import cite_all
from timeline.dates import DateRow, by_date, deadline_rows, is_long_ago, unread_row
from timeline.engine import Facts, Paper, PaperKind
from timeline.engine.deadlines import deadlines
from timeline.engine.service_of_process import Service, by_notice
from timeline.engine.two_dates import printed_too_early
from timeline.tools.papers.lines import Line, action_lines
from timeline.tools.papers.page import PaperPage, paper_page

PASSED: Final = "ask-court-about-passed-date"
MOST_ACTIONS: Final = 3


def result_page(facts: Facts, paper: Paper, service: Service) -> PaperPage:
    """Everything that is said of the paper, and the dates.

    Args:
        facts: The paper as a borrower's only one, received by today.
        paper: The same, received on the day from which the law counts.
        service: How it came.
    """
    today, rules = facts.today, catalog.ruleset()
    found, missing = deadlines(
        (paper,), today, rules.norms, rules.units, rules.workdays
    )
    if any(map(printed_too_early, found)):
        facts = _as_counted(facts)
    came = "视为送达" if by_notice(service, paper.kind) else "收到"
    rows = [row for one in found for row in deadline_rows(one, paper, today, came)]
    begun = paper.received
    unread = [unread_row(step, begun, today) for step in missing] if begun else []
    page = paper_page(facts)
    likely_over = bool(begun and unread and is_long_ago(begun, today))
    late = likely_over or _is_late(rows)
    # Overdue advice brings its own letters; the one that kept a date is of no use.
    in_time = not late or any(row.state == "ahead" for row in rows)
    counts = any(one.counted for one in found)
    return replace(
        page,
        letters=page.letters if in_time else (),
        reply=page.reply if in_time else "",
        actions=tuple(_actions(page, paper.kind, rows, late=late, today=today)),
        dates=(*by_date(rows), *unread),
        is_late=late,
        parts=tuple(part for part in page.parts if not (late and part.in_time)),
        service=_service(service, paper, today),
        served=cn_date(paper.received) if paper.received and counts else "",
    )


def _as_counted(facts: Facts) -> Facts:
    """The same without the day that was read off the paper: no step is lost by it."""
    papers = tuple(replace(paper, own_date=None) for paper in facts.papers or ())
    return replace(facts, papers=papers)


def _is_late(rows: list[DateRow]) -> bool:
    """Whether a step is over by each of its days."""
    ahead = {row.key for row in rows if row.state == "ahead"}
    return any(row.state == "passed" and row.key not in ahead for row in rows)


def _actions(
    page: PaperPage, kind: PaperKind, rows: list[DateRow], *, late: bool, today: date
) -> Iterator[Line]:
    """The actions of the page, the passed date and the hearing of today first."""
    keys = {row.key for row in rows if row.iso == today.isoformat()}
    ask, attend = action_lines([PASSED, "attend-hearing"], kind, today)
    first = [ask] if late else []
    if "hearing" in keys:
        first.insert(0, replace(attend, title=date_words().lead.attend_today))
    told = {ask.title, attend.title} if "hearing" in keys else {ask.title}
    rest = [line for line in page.actions if line.title not in told]
    yield from [*first, *rest][:MOST_ACTIONS]


def _service(service: Service, paper: Paper, today: date) -> Line | None:
    """How a paper counts that came this way; two kinds are cases apart."""
    way = service_words().get(service)
    if way is None:
        return None
    if way.order and paper.kind is PaperKind.PAYMENT_ORDER:
        return Line(way.name, fill(way.order, today), cite_all(way.order_cites))
    if way.statement and paper.kind is PaperKind.COURT_MEDIATION_STATEMENT:
        return Line(way.name, fill(way.statement, today), cite_all(way.statement_cites))
    return Line(way.name, fill(way.counts, today), cite_all(way.cites))
