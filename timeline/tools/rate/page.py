"""The all-in yearly cost, its lines and its arithmetic, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from timeline import catalog
from timeline.catalog import cn_date, cn_yuan, fill
from timeline.catalog.rate import rate_words
from timeline.catalog.series import lpr_record
from timeline.citations import Citation, cite_all
from timeline.engine.facts import LenderKind
from timeline.engine.irr import DAYS_A_YEAR, YearlyRate
from timeline.engine.money import half_up
from timeline.engine.rate_lines import PRIVATE, Line, Side
from timeline.steps import Step, steps
from timeline.tools.rate.ask import Loan, rate_answer

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line in words: whose, how much, on which side, what may be asked."""

    key: str
    title: str
    side: Side
    verdict: str
    text: str
    sure: bool
    arithmetic: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sum: its day, days since the first, and what it is worth on that day."""

    day: str
    days: int
    label: str
    amount: str
    worth: str


@dataclass(frozen=True, slots=True)
class RatePage:
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    hedge: str
    compound: str
    simple: str
    totals: tuple[tuple[str, str], ...]
    lines: tuple[LineRow, ...]
    compared: bool
    no_line: bool
    rows: tuple[SumRow, ...]
    ask: str
    actions: tuple[Step, ...]
    lpr_source: str
    unchecked: tuple[str, ...]
    ruleset: str

    @property
    def unsure(self) -> bool:
        """Whether any line is there only because we do not know who lends."""
        return not all(line.sure for line in self.lines)


def rate_page(loan: Loan, today: date) -> RatePage:
    """Compute the rate, and put it and every line into words."""
    words = rate_words()
    result = rate_answer(loan)
    rate = result.rate if isinstance(result.rate, YearlyRate) else None
    rows = tuple(_line(line, today) for line in result.lines)
    if rate is None:
        title, hedge = "算不出一个年化", words.problems[str(result.rate)]
    elif rate.compound <= 0:
        title, hedge = "算下来没有多付", words.nothing_more
    else:
        title = f"真实年化约 {percent(rate.compound)}"
        hedge = (
            f"把每一笔钱都按日期算进去：按复利 {percent(rate.compound)}，"
            f"按单利（月利率乘 12）{percent(rate.simple)}。"
        )
    return RatePage(
        title=title,
        hedge=hedge,
        compound="" if rate is None or rate.compound <= 0 else percent(rate.compound),
        simple="" if rate is None else percent(rate.simple),
        totals=tuple(_totals(loan)),
        lines=rows,
        compared=rate is not None and rate.compound > 0,
        no_line=all(line.side in (Side.DUTY, Side.BEFORE) for line in result.lines),
        rows=tuple(_sums(loan, rate)),
        ask=_ask(loan),
        actions=steps(words.actions, today),
        lpr_source=lpr_record().source,
        unchecked=tuple(fill(text, today) for text in words.unchecked),
        ruleset=catalog.fingerprint(),
    )


def _ask(loan: Loan) -> str:
    """The one thing that would narrow the lines most."""
    if loan.lender_kind in (LenderKind.UNKNOWN, LenderKind.PLATFORM):
        return "放款的是哪类机构？在合同里找「贷款人」三个字，看它后面的名字。"
    return "" if loan.contract_on else "合同是哪天签的？规定按合同的日子分段。"


def percent(share: Decimal) -> str:
    """A share as a percentage with two decimals, half up."""
    return f"{(share * 100).quantize(CENT, ROUND_HALF_UP)}%"


def _line(line: Line, today: date) -> LineRow:
    words = rate_words().lines[line.key]
    figure = "" if line.percent is None else f" {line.percent.normalize():f}%"
    verdict = rate_words().sides[line.side]
    if line.side in (Side.OVER, Side.DEPENDS, Side.WITHIN):
        verdict += figure
    arithmetic = ""
    if line.key == PRIVATE and line.percent is not None:
        times = Decimal(str(line.version.value))
        arithmetic = (
            f"{(line.percent / times).normalize():f}% × {times} ="
            f" {line.percent.normalize():f}%"
        )
    elif line.key == PRIVATE and line.side == Side.UNKNOWN:
        arithmetic = "合同那个月的 LPR 我们不知道，或者没有填合同日期。"
    before = line.side == Side.BEFORE
    return LineRow(
        key=line.key,
        title=fill(words.title, today),
        side=line.side,
        verdict=verdict,
        text=fill(f"{words.before}{words.text}" if before else words.text, today),
        sure=line.sure,
        arithmetic=arithmetic,
        cites=cite_all(words.cites),
    )


def _totals(loan: Loan) -> Iterator[tuple[str, str]]:
    """What came, what was paid and for what, and the difference."""
    came = sum(entry.fen for entry in loan.entries if entry.came)
    paid = sum(entry.fen for entry in loan.entries if not entry.came)
    yield "一共到手", cn_yuan(came)
    yield "一共付出（含还没到期的）", cn_yuan(paid)
    if paid > came:
        yield "多付的", cn_yuan(paid - came)
    notes: dict[str, int] = {}
    for entry in loan.entries:
        if not entry.came:
            name = entry.note or "没写用途"
            notes[name] = notes.get(name, 0) + entry.fen
    if len(notes) > 1:
        for name, fen in notes.items():
            yield f"其中：{name}", cn_yuan(fen)


def _sums(loan: Loan, rate: YearlyRate | None) -> Iterator[SumRow]:
    if not loan.entries:
        return
    start = loan.entries[0].day
    for entry in loan.entries:
        days = (entry.day - start).days
        fen = entry.fen if entry.came else -entry.fen
        worth = ""
        if rate is not None and rate.compound > 0:
            share = (1 + rate.compound) ** (Decimal(days) / DAYS_A_YEAR)
            worth = cn_yuan(half_up(fen / share))
        label = entry.note or ("收到" if entry.came else "付出")
        yield SumRow(cn_date(entry.day), days, label, cn_yuan(fen), worth)
