"""From the answers to every reading of the contract, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from timeline.catalog.cost import cost_words
from timeline.catalog.series import lpr
from timeline.engine.cost import (
    BASES,
    BeyondSenseError,
    Debt,
    Doubt,
    Explanation,
    Instalment,
    Order,
    OverdueLpr,
    Owed,
    Payment,
    Penalty,
    RateChange,
    RatePer,
    days,
    doubts,
    fen,
    other_readings,
    overdue_lpr,
    yearly_charge,
)
from timeline.engine.deadlines import add_months
from timeline.engine.errors import FactsError
from timeline.engine.facts import check_today
from timeline.forms.fields import UNKNOWN

AHEAD: Final = (0, 7, 30, 90)
MOST_MISSED: Final = 120
MOST_DAYS: Final = 10 * 366
MOST_PER_MILLE: Final = 100


@dataclass(frozen=True, slots=True)
class Overdue:
    """One debt, each reading of what its contract leaves open, and what is asked."""

    today: date
    debts: tuple[Debt, ...]
    lender_total: int | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One reading: every day from the due day to 90 days from today."""

    debt: Debt
    today: date
    days: tuple[Owed, ...]

    @property
    def now(self) -> int:
        """The place of today among the days."""
        return (self.today - self.debt.due).days

    @property
    def total(self) -> int:
        """What is owed today, in fen."""
        return fen(self.ahead(0).total)

    def ahead(self, number: int) -> Owed:
        """What is owed so many days from today."""
        return self.days[self.now + number]


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """The scenarios, cheapest today first, and what may explain a difference.

    Attributes:
        beyond: How many readings are left out: they lead beyond any sensible sum.
        readings: Others than the scenarios, one difference from the cheapest each.
        lpr: What a lender without a licence may claim of a debt on which nothing was
            agreed to run; ``None`` where something was.
    """

    given: Overdue
    scenarios: tuple[Scenario, ...]
    beyond: int
    yearly: Decimal
    readings: tuple[Explanation, ...]
    lpr: OverdueLpr | None

    def difference(self, scenario: Scenario) -> int | None:
        """What the lender asks beyond a scenario, in fen, if it asks anything."""
        asked = self.given.lender_total
        return None if asked is None else asked - scenario.total


def overdue(values: dict[str, Any], today: date) -> Overdue:
    """The debt of an answer; values are typed already.

    Raises:
        FactsError: With the name of the field that is wrong or missing.
    """
    due: date = values["due_date"]
    check_today(today)
    if due > today:
        raise FactsError("due_date", "还没有到期：逾期费用从到期的次日起才有。")
    if (today - due).days > MOST_DAYS:
        raise FactsError("due_date", "这一天太早了：最多往前算十年。")
    penalty, figure = _penalty(values)
    later = _later(values, today)
    payments = values.get("payments", ())
    if any(entry.came for entry in payments):
        raise FactsError("payments", "这里只写还出去的钱，不写「收」。")
    if any(entry.day > today for entry in payments):
        raise FactsError("payments", "还没有还的，先不写：这里只算已经还的。")
    per = values.get("rate_per", RatePer.YEAR)
    rate: Decimal = values["rate"]
    changes = values.get("rate_changes", ())
    debt = Debt(
        due=due,
        principal=values["principal"],
        percent=rate,
        per=per,
        later=later,
        interest=values.get("interest", 0),
        fees=values.get("fees", 0),
        changes=tuple(RateChange(day, percent) for day, percent in changes),
        penalty=penalty,
        figure=figure,
        late_fee=values.get("late_fee", 0),
        payments=tuple(Payment(entry.day, entry.fen) for entry in payments),
        order=values.get("order", Order.STATUTORY),
    )
    rates = (rate, *(percent for _, percent in changes))
    return Overdue(
        today=today,
        debts=tuple(_readings(debt, values)),
        lender_total=values.get("lender_total"),
        doubts=tuple(doubts(rates, per, values.get("penalty"), figure)),
    )


def _readings(debt: Debt, values: dict[str, Any]) -> Iterator[Debt]:
    """Every reading of what nobody knows of the contract, if it makes a difference."""
    basis, compound = values.get("basis", UNKNOWN), values.get("compound")
    # What is quoted by the day costs the same whatever a year is.
    same = debt.per is RatePer.DAY or not debt.bears_interest
    bases = BASES if basis == UNKNOWN else (int(basis),)
    compounds = (False, True) if compound is None else (compound,)
    for days_a_year in BASES[:1] if basis == UNKNOWN and same else bases:
        for compounded in compounds if debt.bears_interest else (False,):
            yield replace(debt, basis=days_a_year, compound=compounded)


def _penalty(values: dict[str, Any]) -> tuple[Penalty, Decimal]:
    """What the contract takes after the due day; unknown is reckoned as nothing.

    Raises:
        FactsError: At the figure.
    """
    penalty: Penalty | None = values.get("penalty")
    if penalty in (None, Penalty.NONE):
        return Penalty.NONE, Decimal(0)
    if "penalty_figure" not in values:
        raise FactsError("penalty_figure", "请填合同写的数字：百分之几或千分之几。")
    figure: Decimal = values["penalty_figure"]
    if penalty in (Penalty.DAILY, Penalty.DAILY_ADDED) and figure > MOST_PER_MILLE:
        raise FactsError(
            "penalty_figure", "每天千分之几，写 0 到 100；万分之五写 0.5。"
        )
    return penalty, figure


def _later(values: dict[str, Any], today: date) -> tuple[Instalment, ...]:
    """The further instalments of the same sum that fell due month by month.

    Raises:
        FactsError: There have not been so many until today.
    """
    due: date = values["due_date"]
    dues = [add_months(due, number) for number in range(1, values.get("missed", 1))]
    if dues and dues[-1] > today:
        most = sum(day <= today for day in dues) + 1
        raise FactsError("missed", f"从那天起，到今天最多有 {most} 期到期。")
    return tuple(
        Instalment(day, values["principal"], values.get("interest", 0)) for day in dues
    )


def cost_answer(given: Overdue) -> CostAnswer:
    """Every scenario day by day, and what may explain the lender's figure.

    Raises:
        FactsError: At the rate, where every reading leads beyond any sensible sum.
    """
    scenarios = _scenarios(given)
    cheapest = scenarios[0].debt
    totals = {scenario.total for scenario in scenarios}
    explained = given.lender_total is not None and given.lender_total not in totals
    others = (
        other_readings(cheapest, given.today, cost_words().uplifts) if explained else ()
    )
    return CostAnswer(
        given=given,
        scenarios=scenarios,
        beyond=len(given.debts) - len(scenarios),
        yearly=yearly_charge(cheapest, given.today),
        # What a scenario comes to is shown already.
        readings=tuple(one for one in others if one.total not in totals),
        # Of a contract that nobody has read in full, no figure of this kind is told.
        lpr=None
        if Doubt.PENALTY_UNKNOWN in given.doubts
        else overdue_lpr(cheapest, given.today, lpr()),
    )


def _scenarios(given: Overdue) -> tuple[Scenario, ...]:
    """The readings that lead to a sensible sum, cheapest today first."""
    until = given.today + timedelta(AHEAD[-1])
    found = []
    for debt in given.debts:
        with suppress(BeyondSenseError):
            found.append(Scenario(debt, given.today, tuple(days(debt, until))))
    if not found:
        raise BeyondSenseError
    return tuple(sorted(found, key=lambda scenario: scenario.ahead(0).total))
