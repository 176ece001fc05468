"""What is owed, from what, and why, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from timeline import catalog
from timeline.catalog import cn_date, cn_yuan, fill
from timeline.catalog.cost import cost_words
from timeline.engine.cost import Debt, Owed, Penalty, fen
from timeline.steps import Step, steps
from timeline.tools.cost.chart import Chart, chart
from timeline.tools.cost.reckoning import (
    AHEAD,
    CostAnswer,
    Overdue,
    Scenario,
)

PARTS = {
    "principal": "本金",
    "interest": "利息",
    "penalty": "罚息、违约金",
    "fees": "费用",
}
CLOSE = 1_00  # within 1 元 a reading may explain a difference


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
class Reading:
    """Another way to reckon, and whether it comes near to the figure asked."""

    text: str
    total: str
    meets: bool


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
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    hedge: str
    yearly: str
    doubts: tuple[str, ...]
    scenarios: tuple[ScenarioBlock, ...]
    chart: Chart
    daily: tuple[DayTotals, ...]
    difference: str
    less: bool
    readings: tuple[Reading, ...]
    notes: tuple[Step, ...]
    actions: tuple[Step, ...]
    unchecked: tuple[str, ...]
    ruleset: str

    @property
    def met(self) -> bool:
        """Whether any reading comes near to what the lender asks."""
        return any(reading.meets for reading in self.readings)


def cost_page(result: CostAnswer) -> CostPage:
    """Put every reading into words."""
    words = cost_words()
    given = result.given
    totals = [fen(scenario.ahead(0).total) for scenario in result.scenarios]
    low, high = totals[0], totals[-1]
    shown = cn_yuan(low) if low == high else f"{cn_yuan(low)}到 {cn_yuan(high)}"
    return CostPage(
        # The unit stays on the line of its figure.
        title=f"到今天约欠 {shown}".replace(" 元", "\N{NO-BREAK SPACE}元"),
        hedge=(words.several if len(totals) > 1 else "") + words.hedge,
        yearly=f"{(result.yearly * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%",
        doubts=tuple(words.doubts[key] for key in given.doubts),
        scenarios=tuple(_block(scenario) for scenario in result.scenarios),
        chart=chart(result.scenarios[0].days, result.scenarios[0].now),
        daily=tuple(_daily(result.scenarios)),
        difference=_difference(result, given),
        less=given.lender_total is not None and given.lender_total < low,
        readings=tuple(_readings(result, given)),
        notes=(*_lpr(result), *steps(words.notes, given.today)),
        actions=steps(words.actions, given.today),
        unchecked=tuple(fill(text, given.today) for text in words.unchecked),
        ruleset=catalog.fingerprint(),
    )


def scenario_name(debt: Debt) -> str:
    """How a reading is called: ``一年 365 天，不计复利``."""
    if not debt.bears_interest:
        return "到期后不计利息"
    compound = "计复利（满月并入）" if debt.compound else "不计复利"
    return f"一年 {debt.basis} 天，{compound}"


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
        total=cn_yuan(fen(today.total)),
        rows=tuple(rows),
        arithmetic=tuple(_arithmetic(scenario)),
        credit=cn_yuan(fen(today.credit)) if today.credit else "",
    )


def _row(label: str, owed: Owed) -> Row:
    parts = ((name, fen(getattr(owed, part))) for part, name in PARTS.items())
    return Row(
        label=label,
        day=cn_date(owed.day),
        total=cn_yuan(fen(owed.total)),
        parts=" ＋ ".join(f"{name} {cn_yuan(sum_)}" for name, sum_ in parts if sum_),
    )


def _daily(scenarios: tuple[Scenario, ...]) -> Iterator[DayTotals]:
    """From today to the last day ahead, the readings beside each other."""
    for number in range(AHEAD[-1] + 1):
        owed = [scenario.ahead(number) for scenario in scenarios]
        totals = (cn_yuan(fen(one.total)).removesuffix(" 元") for one in owed)
        yield DayTotals(f"{owed[0].day:%m-%d}", tuple(totals))


def _arithmetic(scenario: Scenario) -> Iterator[str]:
    """Every stretch of days on one sum at one rate, and every payment."""
    debt = scenario.debt
    if debt.later:
        yield (
            f"一共 {len(debt.later) + 1} 期没还，每期本金 {cn_yuan(debt.principal)}，"
            "各从自己到期的次日起算。"
        )
    if debt.late_fee:
        yield f"一次性的滞纳金：{cn_yuan(debt.late_fee)}，逾期第一天加上。"
    if debt.compound and debt.penalty is Penalty.UPLIFT:
        yield cost_words().compounded
    stretch: list[Owed] = []
    for owed, following in pairwise([*scenario.days[1 : scenario.now + 1], None]):
        if owed is None:
            break
        stretch.append(owed)
        same = following is not None and _borne(owed) == _borne(following)
        if same and not owed.taken:
            continue
        first, count = stretch[0], len(stretch)
        stretch = []
        charges = "；".join(_charges(debt, owed, count))
        yield f"{cn_date(first.day)}到 {cn_date(owed.day)}，{count} 天：{charges}。"
        if owed.taken:
            parts = [f"{PARTS[name]} {cn_yuan(fen(part))}" for name, part in owed.taken]
            paid = sum(one.fen for one in debt.payments if one.day == owed.day)
            said = f"还 {cn_yuan(paid)}，" if paid else "用前面多还的，"
            over = f"，多出 {cn_yuan(fen(owed.credit))}" if owed.credit else ""
            yield f"{cn_date(owed.day)}{said}冲{'、'.join(parts)}{over}。"


def _borne(owed: Owed) -> tuple[Decimal, ...]:
    """What the charges of a day are taken of."""
    return owed.base, owed.penalized, owed.percent


def _charges(debt: Debt, owed: Owed, days: int) -> Iterator[str]:
    base, penalized = (cn_yuan(fen(sum_)) for sum_ in (owed.base, owed.penalized))
    rate = owed.percent / 100 / debt.basis * days * owed.base
    if debt.penalty != Penalty.DAILY:
        percent = f"{owed.percent.normalize():f}%"
        yield f"利息 {base} × {percent} ÷ {debt.basis} × {days} = {cn_yuan(fen(rate))}"
    if debt.penalty == Penalty.UPLIFT:
        extra = cn_yuan(fen(rate * debt.figure / 100))
        yield f"罚息再加 {debt.figure}% = {extra}"
    elif debt.penalty != Penalty.NONE:
        extra = cn_yuan(fen(owed.penalized * debt.figure / 1000 * days))
        yield f"违约金 {penalized} × {debt.figure}‰ × {days} = {extra}"


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


def _difference(result: CostAnswer, given: Overdue) -> str:
    if result.difference is None:
        return ""
    asked = given.lender_total or 0
    low, *_, high = [fen(one.ahead(0).total) for one in result.scenarios] * 2
    if low <= asked <= high:
        return "对方的数在我们算的范围里。"
    if asked < low:
        return f"对方比我们算的少 {cn_yuan(low - asked)}。"
    return f"对方比我们算的多 {cn_yuan(asked - high)}。"


def _readings(result: CostAnswer, given: Overdue) -> Iterator[Reading]:
    for reading in result.readings:
        meets = abs(reading.total - (given.lender_total or 0)) <= CLOSE
        text = cost_words().explained[reading.key]
        yield Reading(text, cn_yuan(reading.total), meets)
