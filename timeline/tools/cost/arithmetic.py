"""How the sum of a reading came about, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Final

from timeline.catalog import cn_date, cn_yuan
from timeline.catalog.cost import cost_words
from timeline.engine.cost import Debt, Owed, Penalty, fen
from timeline.engine.money import EXACT
from timeline.tools.cost.reckoning import Scenario

PARTS: Final = {
    "principal": "本金",
    "interest": "利息",
    "penalty": "罚息、违约金",
    "fees": "费用",
}


def arithmetic(scenario: Scenario) -> Iterator[str]:
    """Every stretch of days on one sum at one rate, and every payment, up to today."""
    debt, words = scenario.debt, cost_words().lines
    if debt.later:
        yield words.missed.format(
            count=len(debt.later) + 1, principal=cn_yuan(debt.principal)
        )
    if debt.late_fee:
        yield words.late.format(sum=cn_yuan(debt.late_fee))
    if debt.compound and debt.penalty is Penalty.UPLIFT:
        yield words.compounded
    stretch: list[Owed] = []
    for owed, following in pairwise([*scenario.days[1 : scenario.now + 1], None]):
        if owed is None:
            break
        stretch.append(owed)
        same = following is not None and _borne(owed) == _borne(following)
        if same and not owed.taken:
            continue
        yield words.stretch.format(
            first=cn_date(stretch[0].day),
            last=cn_date(owed.day),
            days=len(stretch),
            charges="；".join(_charges(debt, owed, len(stretch))),
        )
        stretch = []
        if owed.taken:
            yield _set_off(debt, owed)


def _borne(owed: Owed) -> tuple[Decimal, ...]:
    """What the charges of a day are taken of."""
    return owed.base, owed.penalized, owed.percent


def _charges(debt: Debt, owed: Owed, days: int) -> Iterator[str]:
    base, penalized = (cn_yuan(fen(sum_)) for sum_ in (owed.base, owed.penalized))
    with localcontext(EXACT):
        rate = owed.base * owed.percent * days / (100 * debt.basis)
        uplift = rate * debt.figure / 100
        daily = owed.penalized * debt.figure * days / 1000
    if debt.penalty != Penalty.DAILY:
        percent = _plain(owed.percent)
        yield f"利息 {base} × {percent}% ÷ {debt.basis} × {days} = {cn_yuan(fen(rate))}"
    if debt.penalty == Penalty.UPLIFT:
        yield f"罚息再加 {_plain(debt.figure)}% = {cn_yuan(fen(uplift))}"
    elif debt.penalty != Penalty.NONE:
        figure = f"{_plain(debt.figure)}‰"
        yield f"违约金 {penalized} × {figure} × {days} = {cn_yuan(fen(daily))}"


def _plain(figure: Decimal) -> str:
    """A rate without the zeros that somebody typed."""
    return f"{figure.normalize():f}"


def _set_off(debt: Debt, owed: Owed) -> str:
    """What was paid on a day, or before it and too much, and what became of it."""
    words = cost_words().lines
    paid = sum(one.fen for one in debt.payments if one.day == owed.day)
    said = words.paid if paid else words.credited
    return said.format(
        day=cn_date(owed.day),
        sum=cn_yuan(paid),
        parts="、".join(
            f"{PARTS[name]} {cn_yuan(fen(part))}" for name, part in owed.taken
        ),
        over=words.over.format(sum=cn_yuan(fen(owed.credit))) if owed.credit else "",
    )
