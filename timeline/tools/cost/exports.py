"""Every reading day by day, as sheets of a file."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.engine.cost import fen
from timeline.spreadsheet import Cell, Sheet, Yuan
from timeline.tools.cost.reckoning import CostAnswer, Scenario

HEADINGS = ("日期", "第几天", "本金", "利息", "罚息、违约金", "费用", "合计", "多还的")
WIDTHS = (12, 8, 14, 14, 14, 14, 14, 14)


def sheets(result: CostAnswer) -> tuple[Sheet, ...]:
    """A sheet for each reading: every day from the due day to 90 days from today."""
    return tuple(
        Sheet(_name(scenario), [HEADINGS, *_rows(scenario)], WIDTHS)
        for scenario in result.scenarios
    )


def _name(scenario: Scenario) -> str:
    compound = "计复利" if scenario.debt.compound else "不计复利"
    return f"{scenario.debt.basis} 天 {compound}"


def _rows(scenario: Scenario) -> Iterator[tuple[Cell, ...]]:
    for number, owed in enumerate(scenario.days):
        sums = (
            owed.principal,
            owed.interest,
            owed.penalty,
            owed.fees,
            owed.total,
            owed.credit,
        )
        yield owed.day.isoformat(), number, *(Yuan(fen(amount)) for amount in sums)
