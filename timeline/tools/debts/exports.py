"""The split month by month, and the comparison, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.catalog.debts import debts_words
from timeline.engine.debts import Answer
from timeline.spreadsheet import Cell, Sheet, Yuan

COMPARED = ("怎么分", "几个月", "一共付", "其中利息", "十年后还欠")


def sheets(result: Answer, names: Sequence[str]) -> tuple[Sheet, ...]:
    """One table with a column for each debt, one with a row for each way."""
    ordered = [place.number for place in result.places]
    heading = ("第几个月", *(names[number] for number in ordered), "合计")
    months: list[Sequence[Cell]] = [heading]
    for month in result.plans[0].months:
        paid = [Yuan(month.paid[number]) for number in ordered]
        months.append((month.number, *paid, Yuan(sum(month.paid))))
    compared: list[Sequence[Cell]] = [COMPARED]
    for plan in result.plans:
        name = debts_words().strategies[plan.strategy].name
        sums = map(Yuan, (plan.total, plan.cost, plan.left))
        compared.append((name, len(plan.months), *sums))
    return (
        Sheet("每月", months, (10, *[16] * (len(ordered) + 1))),
        Sheet("比较", compared, (20, 10, 16, 16, 16)),
    )
