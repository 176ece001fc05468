"""The sum, its arithmetic, and the page for a lender, ready to print."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline import catalog
from timeline.catalog import cn_date, cn_yuan, fill
from timeline.catalog.budget import budget_words
from timeline.citations import Citation, cite_all
from timeline.engine.budget import (
    ESSENTIALS,
    PROMISED,
    Budget,
    BudgetFacts,
    Outcome,
    budget,
)
from timeline.steps import Next, next_steps


class Sum(NamedTuple):
    """One line of the arithmetic."""

    label: str
    value: str
    note: str = ""


class Ask(NamedTuple):
    """The one field that is open, and what to say of it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The answer to one household; nothing of it outlives the response.

    ``withheld`` says why there is no page for a lender yet; empty where there is one.
    """

    title: str
    first: str
    text: str
    outcome: Outcome
    can_pay: str
    can_pay_fen: int
    sums: tuple[Sum, ...]
    average: str
    missing: str
    ask: Ask | None
    withheld: str
    actions: tuple[Next, ...]


class Frame(NamedTuple):
    """What the page rests on, with or without an answer."""

    basis: tuple[Citation, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    ruleset: str


class SheetPage(NamedTuple):
    """What a lender is shown: the ticked lines, and the day they were written."""

    sums: tuple[Sum, ...]
    written: str


def frame() -> Frame:
    """Sources and dates of the tool."""
    words = budget_words()
    return Frame(
        cite_all(words.basis),
        words.checked,
        words.review_by,
        words.unchecked,
        catalog.fingerprint(),
    )


def budget_page(facts: BudgetFacts, today: date) -> BudgetPage:
    """Count, and put every step of it into words."""
    result, words = budget(facts), budget_words()
    outcome, months = words.outcomes[result.outcome], words.months[facts.months]
    can_pay = cn_yuan(result.can_pay or 0)
    average = cn_yuan(result.average or 0)
    typed = can_pay.removesuffix(" 元")
    carried = {"debts": (("budget", typed),), "repay-offer": (("can_pay", typed),)}
    known = result.income is not None
    higher = result.outcome is Outcome.SOME and result.average
    first = words.outcomes[Outcome.SHORT].first if result.short else outcome.first
    missing = "；".join(_missing(result)) if known else ""
    figures = {
        "sum": can_pay,
        "average": average,
        "promised": cn_yuan(result.promised),
        "month": months.name,
        "holds": months.holds,
    }
    title = (missing and outcome.partial) or outcome.title
    return BudgetPage(
        title=title.format(**figures),
        first=fill(first, today),
        text=outcome.text.format(**figures),
        outcome=result.outcome,
        can_pay=can_pay if result.can_pay else "",
        can_pay_fen=result.can_pay or 0,
        sums=tuple(_sums(facts, result)) if known else (),
        average=words.average.format(average=average) if higher else "",
        missing=words.missing.format(names=missing) if missing else "",
        ask=_ask(result.ask),
        withheld="" if facts.complete else words.withheld,
        actions=next_steps(
            (todo.step for todo in words.todo if result.outcome in todo.outcomes),
            today,
            carried,
        ),
    )


def sheet_page(facts: BudgetFacts, shown: Collection[str], today: date) -> SheetPage:
    """Only the ticked lines, in the order of the arithmetic."""
    result = budget(facts)
    return SheetPage(tuple(_sheet(facts, result, shown)), cn_date(today))


def _missing(result: Budget) -> Iterator[str]:
    """What was left open and would leave less, as the form calls it."""
    words = budget_words()
    for key in result.missing:
        if key == PROMISED:
            yield words.shown[PROMISED]
        elif key in words.essentials:
            yield words.essentials[key].label


def _sums(facts: BudgetFacts, result: Budget) -> Iterator[Sum]:
    words, month = budget_words().sums, budget_words().months[facts.months].name
    label = words["month-of" if len(result.lowest) > 1 else "month"]
    for number, (months, lowest) in enumerate(
        zip(filter(None, facts.earners), result.lowest, strict=True), start=1
    ):
        listed = "、".join(cn_yuan(one) for one in months)
        note = words["months"].format(count=len(months), sums=listed)
        name = label.format(number=number, month=month)
        yield Sum(name, cn_yuan(lowest), note if len(months) > 1 else "")
    if facts.steady is not None:
        yield Sum(words["steady"], f"+ {cn_yuan(facts.steady)}")
    yield Sum(words["essentials"], f"− {cn_yuan(result.essentials)}")
    if facts.promised is not None:
        yield Sum(words["promised"], f"− {cn_yuan(result.promised)}")
    share = words["share"].format(percent=facts.margin_percent)
    yield Sum(words["margin"], f"− {cn_yuan(result.margin)}", share)
    total = (result.left or 0) - result.margin
    label = words["short" if total < 0 else "left"]
    yield Sum(label, cn_yuan(abs(total)), _rounding(total, result))


def _rounding(total: int, result: Budget) -> str:
    words = budget_words().sums
    if total <= 0:
        return words["none"]
    if result.can_pay is None:
        return words["too-high"]
    return words["rounded"].format(sum=cn_yuan(result.can_pay or 0))


def _sheet(facts: BudgetFacts, result: Budget, shown: Collection[str]) -> Iterator[Sum]:
    """The ticked lines; what was left open is said to be open, never to be nothing."""
    words = budget_words()
    spent = bool(facts.essentials)
    left_open = any(key in ESSENTIALS for key in result.missing)
    partial = words.sheet["partial"] if left_open and spent else ""
    sums = {
        "income": result.income,
        "essentials": result.essentials if spent else None,
        "promised": facts.promised,
        "margin": result.margin if spent else None,
        "can-pay": result.can_pay,
    }
    values = {key: None if fen is None else cn_yuan(fen) for key, fen in sums.items()}
    if facts.people is not None:
        values["people"] = words.sheet["people"].format(count=facts.people)
    month = words.months[facts.months].name
    for key, label in words.shown.items():
        if key not in shown:
            continue
        if key == "items":
            for name, fen in facts.essentials.items():
                yield Sum(words.essentials[name].label, cn_yuan(fen))
            continue
        if key == "income":
            label = words.sheet["income"].format(label=label, month=month)
        value = values.get(key) or words.sheet["open"]
        yield Sum(label, value, partial if key == "essentials" else "")


def _ask(key: str | None) -> Ask | None:
    if key is None or not key.startswith("essentials."):
        return None
    words = budget_words()
    label = words.essentials[key.removeprefix("essentials.")].label
    return Ask(key, words.ask.format(label=label))
