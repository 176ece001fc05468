"""The order, the split and the comparison, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline import catalog
from timeline.catalog import cn_yuan, fill
from timeline.catalog.debts import debts_words
from timeline.citations import Citation, cite_all
from timeline.engine.debt_order import Reason
from timeline.engine.debts import Answer, Outcome
from timeline.steps import Next, Values, next_steps
from timeline.tools.debts.places import (
    YEARS,
    DebtShown,
    due,
    months_said,
    shown,
)
from timeline.tools.debts.ways import (
    PlanShown,
    Span,
    idle,
    plans,
    spans,
    stuck,
    waiting,
)

# Outcomes whose plan is worth following; the others begin with what can be done.
FOLLOWED = (Outcome.CLEARED, Outcome.AT_LEAST)


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
    least: str
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
    several = len(result.places) > 1
    dated = any(place.reason is Reason.COURT for place in result.places)
    unknown = "、".join(names[number] for number in result.rates_unknown)
    planned = result.outcome not in (Outcome.NOTHING, Outcome.STUCK)
    offer = _offer(result)
    title, text = _headline(result, names)
    least = said.unknown_plans if several else said.unknown_plan
    return DebtsPage(
        title=title,
        text=text,
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
        waiting=waiting(result, names) if planned else "",
        spans=tuple(spans(result, names)) if planned else (),
        plans=plans(result) if planned else (),
        least=least.format(names=unknown) if planned and unknown else "",
        stuck=stuck(result) if result.outcome is Outcome.STUCK else "",
        idle=idle(result),
        unknown=unknown,
        offer=offer,
    )


def _headline(result: Answer, names: Sequence[str]) -> tuple[str, str]:
    """The title and the sentence below it: a date to keep comes before any sum."""
    said, first = debts_words(), result.places[0]
    outcome = said.outcomes[result.outcome]
    figures = {
        "first": names[first.number],
        "months": months_said(len(result.plans[0].months)),
        "budget": cn_yuan(result.budget),
        "interest": cn_yuan(result.interest_a_month),
        "years": YEARS,
    }
    title = outcome.title if len(result.places) > 1 else outcome.alone
    text = outcome.text.format(**figures)
    if result.outcome in FOLLOWED:
        if dated := [place for place in result.places if place.day]:
            soonest = min(dated, key=lambda place: place.day or date.max)
            day, what = due(soonest) or ("", "")
            title = said.dated["title"]
            figures |= {"name": names[soonest.number], "what": what, "day": day}
        elif first.reason is Reason.COURT:
            title, figures["name"] = said.dated["open"], names[first.number]
        if "name" in figures:
            text = said.dated[result.outcome].format(**figures) + text
    return title.format(**figures), text


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
