"""The split month by month, the comparison, and what was asked, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.catalog import cn_date, cn_yuan
from timeline.catalog.debts import debts_words
from timeline.engine.debts import Answer
from timeline.engine.repayment import Debt
from timeline.spreadsheet import Cell, Sheet, Yuan
from timeline.tools.debts.places import YEARS

COMPARED = ("怎么分", "几个月", "一共付", "产生的利息", f"{YEARS} 年后还欠")


def sheets(result: Answer, names: Sequence[str], today: date) -> tuple[Sheet, ...]:
    """A column for each debt, a row for each way, and where the figures come from."""
    ordered = [place.number for place in result.places]
    heading = ("第几个月", *(names[number] for number in ordered), "合计", "还欠多少")
    months: list[Sequence[Cell]] = [heading]
    for month in result.plans[0].months:
        paid = [Yuan(month.paid[number]) for number in ordered]
        sums = (Yuan(sum(month.paid)), Yuan(month.left))
        months.append((month.number, *paid, *sums))
    compared: list[Sequence[Cell]] = [COMPARED]
    for plan in result.plans:
        name = debts_words().strategies[plan.strategy].name
        costs = map(Yuan, (plan.total, plan.cost, plan.left))
        compared.append((name, len(plan.months), *costs))
    told = [(line,) for line in _told(result, names, today)]
    return (
        Sheet("每月", months, (10, *[16] * (len(ordered) + 2))),
        Sheet("比较", compared, (24, 10, 16, 18, 16)),
        Sheet("怎么算的", told, (72,)),
    )


def _told(result: Answer, names: Sequence[str], today: date) -> Iterator[str]:
    """The question in words, and whose figures these are."""
    said = debts_words()
    yield said.whose
    yield f"{cn_date(today)}填的：每月一共拿得出 {cn_yuan(result.budget)}。"
    for place in result.places:
        debt = result.debts[place.number]
        yield f"{names[place.number]}：{'，'.join(_parts(debt))}。"
    yield said.reckoning
    yield said.least


def _parts(debt: Debt) -> Iterator[str]:
    yield f"今天一共欠 {cn_yuan(debt.sum_fen)}"
    rate = debt.annual_rate
    yield "没有填利率" if rate is None else f"年利率 {(rate * 100).normalize():f}%"
    if debt.guaranteed:
        yield "有人担保"
    if debt.secured:
        yield "有东西抵押"
    if debt.salary_account:
        yield "工资进的是同一家的账户"
