"""The order, the split and the comparison, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from timeline import catalog
from timeline.catalog import cn_yuan, fill
from timeline.catalog.debts import debts_words
from timeline.citations import Citation, cite_all
from timeline.engine.debt_order import Reason
from timeline.engine.debts import Answer, Outcome
from timeline.engine.money import MONTHS_A_YEAR
from timeline.engine.repayment import Plan, Strategy
from timeline.steps import Next, Values, next_steps
from timeline.tools.debts.places import DebtShown, begins, months_said, shown

# Outcomes whose plan is worth following; the others begin with what can be done.
FOLLOWED = (Outcome.CLEARED, Outcome.AT_LEAST)


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


@dataclass(frozen=True, slots=True)
class DebtsPage:
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    text: str
    arithmetic: str
    advice_only: str
    unknown_order: str
    dated_order: str
    reckoning: str
    help: tuple[Next, ...]
    debts: tuple[DebtShown, ...]
    several: bool
    waiting: str
    spans: tuple[Span, ...]
    plans: tuple[PlanShown, ...]
    stuck: str
    idle: str
    unknown: str
    offer: Values


class Frame(NamedTuple):
    """What the page says, with or without an answer."""

    answer: str
    basis: tuple[Citation, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    ruleset: str


def frame() -> Frame:
    """Sources and dates of the tool."""
    said = debts_words()
    return Frame(
        said.answer,
        cite_all(said.basis),
        said.checked,
        said.review_by,
        said.unchecked,
        catalog.fingerprint(),
    )


def debts_page(result: Answer, names: Sequence[str], today: date) -> DebtsPage:
    """Put the answer into words; ``names`` are those of the question's rows."""
    said, ours = debts_words(), result.plans[0]
    outcome = said.outcomes[result.outcome]
    several = len(result.places) > 1
    dated = any(place.reason is Reason.COURT for place in result.places)
    figures = {
        "first": names[result.places[0].number],
        "months": months_said(len(ours.months)),
        "budget": cn_yuan(result.budget),
        "interest": cn_yuan(result.interest_a_month),
    }
    unknown = "、".join(names[number] for number in result.rates_unknown)
    planned = result.outcome not in (Outcome.NOTHING, Outcome.STUCK)
    offer = _offer(result)
    return DebtsPage(
        title=(outcome.title if several else outcome.alone).format(**figures),
        text=outcome.text.format(**figures),
        arithmetic=said.arithmetic if planned else "",
        advice_only=said.advice_only if several else "",
        unknown_order=(
            said.unknown_order.format(names=unknown) if several and unknown else ""
        ),
        dated_order=fill(said.dated_order, today) if several and dated else "",
        reckoning=said.reckoning,
        help=(
            ()
            if result.outcome in FOLLOWED
            else next_steps(said.help, today, {"repay-offer": offer})
        ),
        debts=tuple(
            shown(place, ours if planned else None, names[place.number], today)
            for place in result.places
        ),
        several=several,
        waiting=_waiting(result, names) if planned else "",
        spans=tuple(_spans(result, names)) if planned else (),
        plans=_plans(result.plans) if planned else (),
        stuck=_stuck(result) if result.outcome is Outcome.STUCK else "",
        idle=_idle(result),
        unknown=unknown,
        offer=offer,
    )


def _waiting(result: Answer, names: Sequence[str]) -> str:
    """Who is felt by others or on the day of wages, and yet waits for the first sum."""
    if len(result.plans) <= list(Strategy).index(Strategy.SHARED):
        return ""
    waits = [
        f"「{names[place.number]}」要等到第 {month} 个月"
        for place in result.places
        if result.debts[place.number].reaches_further
        and (month := begins(result.plans[0], place.number) or 0) > 1
    ]
    name = debts_words().strategies[Strategy.SHARED].name
    said = f"，才有第一笔钱。等不了的，看下面「{name}」。"
    return "，".join(waits) + said if waits else ""


def _spans(result: Answer, names: Sequence[str]) -> list[Span]:
    """What to pay in which months, in our order; equal months are one line."""
    order = [place.number for place in result.places]
    spans = []
    for paid, group in groupby(result.plans[0].months, key=lambda month: month.paid):
        numbers = [month.number for month in group]
        last = f"–{numbers[-1]}" if len(numbers) > 1 else ""
        sums = [f"「{names[at]}」{cn_yuan(paid[at])}" for at in order if paid[at]]
        spans.append(Span(f"第 {numbers[0]}{last} 个月", "，".join(sums)))
    return spans


def _plans(made: Sequence[Plan]) -> tuple[PlanShown, ...]:
    """A card for each way that pays otherwise than those before it."""
    said = debts_words()
    cards: dict[tuple[object, ...], list[Plan]] = {}
    for plan in made:
        cards.setdefault(plan.months, []).append(plan)
    return tuple(
        _card(plan, [said.strategies[other.strategy].name for other in same])
        for plan, *same in cards.values()
    )


def _card(plan: Plan, same: list[str]) -> PlanShown:
    said = debts_words()
    words = said.strategies[plan.strategy]
    return PlanShown(
        name=words.name,
        text=words.text.format(share=said.share_percent),
        months="十年里还不完" if plan.left else months_said(len(plan.months)),
        total=cn_yuan(plan.total),
        cost=cn_yuan(plan.cost),
        left=cn_yuan(plan.left) if plan.left else "",
        same="、".join(same),
    )


def _stuck(result: Answer) -> str:
    plan = result.plans[0]
    years = len(plan.months) // MONTHS_A_YEAR
    return (
        f"每月 {cn_yuan(result.budget)}付 {years} 年，一共付 {cn_yuan(plan.total)}；"
        f"这 {years} 年里产生的利息是 {cn_yuan(plan.cost)}，"
        f"到时还欠 {cn_yuan(plan.left)}。"
    )


def _idle(result: Answer) -> str:
    """What doing nothing adds, as far as rates are known."""
    idle, unknown = result.idle, len(result.rates_unknown)
    if unknown == len(result.debts):
        return "没有填利率，算不出什么都不付会多出多少。"
    if not idle.more and not unknown:
        return "按您填的，没有利息在涨；罚息、违约金、诉讼费没有算。"
    least = "至少" if unknown else ""
    return (
        f"什么都不付，{months_said(idle.months)}以后{least}欠 {cn_yuan(idle.owed)}，"
        f"{least}多出 {cn_yuan(idle.more)}的利息；罚息、违约金、诉讼费没有算。"
    )


def _offer(result: Answer) -> Values:
    """First values for comparing offers of the first debt."""
    number = result.places[0].number
    months = result.plans[0].months
    debt = result.debts[number]
    return (
        ("owed", _typed(debt.sum_fen)),
        ("can_pay", _typed(months[0].paid[number] if months else 0)),
        ("lender_kind", debt.lender_kind.value),
    )


def _typed(fen: int) -> str:
    return cn_yuan(fen).removesuffix(" 元")
