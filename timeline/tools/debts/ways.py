"""Ways of splitting the monthly sum side by side, month by month, and doing nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from timeline.catalog import cn_yuan
from timeline.catalog.debts import debts_words
from timeline.engine.debts import Answer
from timeline.engine.repayment import Plan, Strategy
from timeline.tools.debts.places import YEARS, begins, months_said


@dataclass(frozen=True, slots=True)
class PlanShown:
    """One way of splitting, in a card of the comparison; ``same`` names its likes."""

    name: str
    text: str
    months: str
    total: str
    cost: str
    left: str
    same: str


class Span(NamedTuple):
    """Months that pay the same."""

    months: str
    paid: str


def waiting(result: Answer, names: Sequence[str]) -> str:
    """Who is felt by others or on the day of wages, and yet waits for the first sum."""
    if len(result.plans) <= list(Strategy).index(Strategy.SHARED):
        return ""
    said = debts_words()
    waits = [
        said.waiting["one"].format(name=names[place.number], month=month)
        for place in result.places
        if result.debts[place.number].reaches_further
        and (month := begins(result.plans[0], place.number) or 0) > 1
    ]
    if not waits:
        return ""
    name = said.strategies[Strategy.SHARED].name
    return said.waiting["way"].format(all="，".join(waits), name=name)


def spans(result: Answer, names: Sequence[str]) -> list[Span]:
    """What to pay in which months, in our order; equal months are one line."""
    order = [place.number for place in result.places]
    found = []
    for paid, group in groupby(result.plans[0].months, key=lambda month: month.paid):
        numbers = [month.number for month in group]
        last = f"–{numbers[-1]}" if len(numbers) > 1 else ""
        sums = [f"「{names[at]}」{cn_yuan(paid[at])}" for at in order if paid[at]]
        found.append(Span(f"第 {numbers[0]}{last} 个月", "，".join(sums)))
    return found


def plans(result: Answer) -> tuple[PlanShown, ...]:
    """A card for each way that pays otherwise than those before it."""
    said = debts_words()
    cards: dict[tuple[object, ...], list[Plan]] = {}
    for plan in result.plans:
        cards.setdefault(plan.months, []).append(plan)
    least = said.figures["least"] if result.rates_unknown else "{figure}"
    return tuple(
        _card(plan, [said.strategies[other.strategy].name for other in same], least)
        for plan, *same in cards.values()
    )


def _card(plan: Plan, same: list[str], least: str) -> PlanShown:
    said = debts_words()
    words = said.strategies[plan.strategy]
    months = months_said(len(plan.months))
    return PlanShown(
        name=words.name,
        text=words.text.format(share=said.share_percent),
        months=said.figures["not-cleared"].format(years=YEARS)
        if plan.left
        else least.format(figure=months),
        total=least.format(figure=cn_yuan(plan.total)),
        cost=least.format(figure=cn_yuan(plan.cost)),
        left=least.format(figure=cn_yuan(plan.left)) if plan.left else "",
        same="、".join(same),
    )


def stuck(result: Answer) -> str:
    """Why a sum clears nothing: what is paid, what runs, what is left."""
    plan = result.plans[0]
    return (
        debts_words()
        .figures["stuck"]
        .format(
            budget=cn_yuan(result.budget),
            years=YEARS,
            total=cn_yuan(plan.total),
            cost=cn_yuan(plan.cost),
            left=cn_yuan(plan.left),
        )
    )


def idle(result: Answer) -> str:
    """What doing nothing adds, as far as rates are known."""
    nothing, unknown, said = result.idle, len(result.rates_unknown), debts_words().idle
    if unknown == len(result.debts):
        return said["unknown"]
    if not nothing.more and not unknown:
        return said["nothing"]
    return said["least" if unknown else "more"].format(
        months=months_said(nothing.months),
        owed=cn_yuan(nothing.owed),
        more=cn_yuan(nothing.more),
    )
