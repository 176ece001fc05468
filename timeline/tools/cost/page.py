"""What is owed, from what, and why, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from timeline import catalog
from timeline.catalog import cn_date, cn_yuan, fill
from timeline.catalog.cost import cost_words
from timeline.engine.cost import Doubt, Owed, fen
from timeline.steps import Step, steps
from timeline.tools.cost.arithmetic import PARTS, arithmetic
from timeline.tools.cost.chart import Chart, chart
from timeline.tools.cost.comparison import Comparison, compare, scenario_name
from timeline.tools.cost.reckoning import AHEAD, CostAnswer, Scenario


@dataclass(frozen=True, slots=True)
class Row:
    """One day: the sum, and the parts that make it up."""

    label: str
    day: str
    total: str
    parts: str


@dataclass(frozen=True, slots=True)
class DayTotals:
    """One day, and what is owed on it by each reading."""

    day: str
    totals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioBlock:
    """One reading of the contract: its table and arithmetic."""

    name: str
    total: str
    rows: tuple[Row, ...]
    arithmetic: tuple[str, ...]
    credit: str


@dataclass(frozen=True, slots=True)
class CostPage:
    """The answer to one visitor; nothing of it outlives the response.

    Attributes:
        waits: Whether a figure looks like one of another unit, and nobody has said that
            it is right: no sum stands in the open, drawn or compared.
        least: Whether the sums are without a penalty that nobody knows.
    """

    title: str
    hedge: str
    yearly: str
    waits: bool
    least: bool
    doubts: tuple[str, ...]
    scenarios: tuple[ScenarioBlock, ...]
    chart: Chart | None
    daily: tuple[DayTotals, ...]
    comparison: Comparison | None
    notes: tuple[Step, ...]
    actions: tuple[Step, ...]
    unchecked: tuple[str, ...]
    ruleset: str


def cost_page(result: CostAnswer, *, confirmed: bool = False) -> CostPage:
    """Put every reading into words.

    Args:
        confirmed: Whether the visitor has said that doubtful figures are right.
    """
    words = cost_words()
    given = result.given
    waits = not confirmed and any(doubt.of_unit for doubt in given.doubts)
    title, hedge = (
        (words.check.title, words.check.hedge) if waits else _headline(result)
    )
    return CostPage(
        title=title,
        hedge=hedge,
        yearly=f"{(result.yearly * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%",
        waits=waits,
        least=_bare(result),
        doubts=tuple(words.doubts[key] for key in given.doubts),
        scenarios=tuple(_block(scenario) for scenario in result.scenarios),
        chart=None
        if waits
        else chart(result.scenarios[0].days, result.scenarios[0].now),
        daily=tuple(_daily(result.scenarios)),
        comparison=None if waits else compare(result),
        notes=(*_lpr(result), *steps(words.notes, given.today)),
        actions=() if waits else steps(words.actions, given.today),
        unchecked=tuple(fill(text, given.today) for text in words.unchecked),
        ruleset=catalog.fingerprint(),
    )


def _bare(result: CostAnswer) -> bool:
    """Whether the sums are without a penalty that nobody knows."""
    return Doubt.PENALTY_UNKNOWN in result.given.doubts


def _headline(result: CostAnswer) -> tuple[str, str]:
    """What is owed today, and under which reserve."""
    words = cost_words()
    low, high = (cn_yuan(result.scenarios[end].total) for end in (0, -1))
    if _bare(result):
        title = words.least.format(owed=low)
    else:
        title = words.title.format(owed=low if low == high else f"{low}到 {high}")
    reserves = (
        (words.several, len(result.scenarios) > 1),
        (words.beyond, result.beyond),
        (words.hedge, True),
    )
    # The unit stays on the line of its figure.
    return title.replace(" 元", "\N{NO-BREAK SPACE}元"), "".join(
        said for said, holds in reserves if holds
    )


def _block(scenario: Scenario) -> ScenarioBlock:
    labels = ("今天", *(f"{number} 天后" for number in AHEAD[1:]))
    rows = [
        _row("到期那天", scenario.days[0]),
        *(
            _row(label, scenario.ahead(number))
            for label, number in zip(labels, AHEAD, strict=True)
        ),
    ]
    today = scenario.ahead(0)
    return ScenarioBlock(
        name=scenario_name(scenario.debt),
        total=cn_yuan(scenario.total),
        rows=tuple(rows),
        arithmetic=tuple(arithmetic(scenario)),
        credit=cn_yuan(fen(today.credit)) if today.credit else "",
    )


def _row(label: str, owed: Owed) -> Row:
    parts = ((name, fen(getattr(owed, part))) for part, name in PARTS.items())
    return Row(
        label=label,
        day=cn_date(owed.day),
        total=cn_yuan(fen(owed.total)),
        parts=" ＋ ".join(
            f"{name} {cn_yuan(sum_)}".replace(" ", "\N{NO-BREAK SPACE}")
            for name, sum_ in parts
            if sum_
        ),
    )


def _daily(scenarios: tuple[Scenario, ...]) -> Iterator[DayTotals]:
    """From today to the last day ahead, the readings beside each other."""
    for number in range(AHEAD[-1] + 1):
        owed = [scenario.ahead(number) for scenario in scenarios]
        totals = (cn_yuan(fen(one.total)).removesuffix(" 元") for one in owed)
        yield DayTotals(f"{owed[0].day:%m-%d}", tuple(totals))


def _lpr(result: CostAnswer) -> Iterator[Step]:
    """What may be claimed of a debt on which nothing was agreed to run."""
    if result.lpr is None:
        return
    words = cost_words().lpr
    (note,) = steps([words], result.given.today)
    percent, interest = result.lpr
    more = words.unknown
    if percent is not None and interest is not None:
        more = words.known.format(percent=f"{percent:f}", interest=cn_yuan(interest))
    yield replace(note, text=note.text + more)
