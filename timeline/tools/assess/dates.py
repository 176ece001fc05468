"""The dates of an answer: those the law sets, those agreed, those estimated."""

from __future__ import annotations

from timeline.dates import DateRow, by_date, deadline_rows, practice_row
from timeline.engine import Assessment, Facts
from timeline.tools.assess.wording import stage_name


def date_rows(facts: Facts, result: Assessment) -> tuple[DateRow, ...]:
    """Legal dates first, then what was agreed, then the estimate of the next band."""
    papers = facts.papers or ()
    legal = [
        row
        for deadline in result.deadlines
        for row in deadline_rows(deadline, papers[deadline.paper], facts.today)
    ]
    rows = [*by_date(legal)]
    if facts.agreement_next_due:
        rows.append(
            practice_row(
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
            practice_row(
                "next-stage",
                f"最早可能进入「{stage_name(stage)}」",
                start,
                facts.today,
                "只是按天数的估计，没有机构公布过。",
                result.profile.band(stage).cite,
            )
        )
    return tuple(rows)
