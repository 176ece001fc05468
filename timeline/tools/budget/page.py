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
from timeline.engine.budget import PROMISED, Budget, BudgetFacts, Outcome, budget
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
    """The answer to one household; nothing of it outlives the response."""

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
    outcome = words.outcomes[result.outcome]
    can_pay = cn_yuan(result.can_pay or 0)
    average = cn_yuan(result.average or 0)
    typed = can_pay.removesuffix(" 元")
    carried = {"debts": (("budget", typed),), "repay-offer": (("can_pay", typed),)}
    known = result.income is not None
    higher = result.outcome is Outcome.SOME and result.average
    first = words.outcomes[Outcome.SHORT].first if result.short else outcome.first
    return BudgetPage(
        title=outcome.title.format(sum=can_pay),
        first=fill(first, today),
        text=outcome.text.format(average=average, promised=cn_yuan(result.promised)),
        outcome=result.outcome,
        can_pay=can_pay if result.can_pay else "",
        can_pay_fen=result.can_pay or 0,
        sums=tuple(_sums(facts, result)) if known else (),
        average=words.average.format(average=average) if higher else "",
        missing="、".join(_missing(result)) if known else "",
        ask=_ask(result.ask),
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
    several = len(result.lowest) > 1
    for number, (months, lowest) in enumerate(
        zip(filter(None, facts.earners), result.lowest, strict=True)
    ):
        whose = f"第 {number + 1} 个人最少的那个月" if several else "最少的那个月"
        note = f"{len(months)} 个月里：" + "、".join(cn_yuan(one) for one in months)
        yield Sum(whose, cn_yuan(lowest), note)
    if facts.steady is not None:
        yield Sum("每月固定的", f"+ {cn_yuan(facts.steady)}")
    yield Sum("少不了的开支", f"− {cn_yuan(result.essentials)}")
    if facts.promised is not None:
        yield Sum("已经答应别家的", f"− {cn_yuan(result.promised)}")
    share = f"少不了的开支的 {facts.margin_percent}%"
    yield Sum("留的余地", f"− {cn_yuan(result.margin)}", share)
    total = (result.left or 0) - result.margin
    label = "还差" if total < 0 else "剩下"
    yield Sum(label, cn_yuan(abs(total)), _rounding(total, result))


def _rounding(total: int, result: Budget) -> str:
    if total <= 0:
        return "不够，所以没有可以答应的数"
    if result.can_pay is None:
        return "吃和住还没有填全，这个数偏大"
    return f"去掉零头，写 {cn_yuan(result.can_pay or 0)}"


def _sheet(facts: BudgetFacts, result: Budget, shown: Collection[str]) -> Iterator[Sum]:
    words = budget_words()
    lines = {
        "people": None if facts.people is None else f"{facts.people} 人",
        "income": None if result.income is None else cn_yuan(result.income),
        "essentials": cn_yuan(result.essentials),
        "promised": cn_yuan(result.promised),
        "margin": cn_yuan(result.margin),
        "can-pay": None if result.can_pay is None else cn_yuan(result.can_pay),
    }
    for key, label in words.shown.items():
        if key not in shown:
            continue
        if key == "items":
            for name, fen in facts.essentials.items():
                yield Sum(words.essentials[name].label, cn_yuan(fen))
        else:
            yield Sum(label, lines[key] or "（没有填）")


def _ask(key: str | None) -> Ask | None:
    if key is None or not key.startswith("essentials."):
        return None
    label = budget_words().essentials[key.removeprefix("essentials.")].label
    return Ask(key, f"「{label}」还空着；不用付的填 0。")
