"""The all-in yearly cost, its lines and its arithmetic, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from timeline import catalog
from timeline.catalog import cn_date, cn_percent, cn_yuan, fill
from timeline.catalog.rate import LineWords, rate_words
from timeline.catalog.series import lpr, lpr_figures, lpr_record
from timeline.citations import Citation, cite_all
from timeline.engine.flows import DAYS_A_YEAR
from timeline.engine.irr import MOST_YEARLY, YearlyRate
from timeline.engine.money import half_up
from timeline.engine.rate_lines import (
    PRIVATE,
    WHO_LENDS_UNKNOWN,
    Line,
    Side,
    side,
)
from timeline.steps import Step, steps
from timeline.tools.rate.reckoning import Loan, RateAnswer, rate_answer


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line in words: whose, how much, on which side, what may be asked."""

    key: str
    title: str
    side: Side
    verdict: str
    text: str
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
    unsure: bool
    rows: tuple[SumRow, ...]
    ask: str
    assumed: str
    actions: tuple[Step, ...]
    lpr_source: str
    unchecked: tuple[str, ...]
    ruleset: str


def rate_page(loan: Loan, today: date) -> RatePage:
    """Compute the rate, and put it and every line into words."""
    words = rate_words()
    result = rate_answer(loan)
    rate = result.rate if isinstance(result.rate, YearlyRate) else None
    dear = rate is not None and rate.compound > 0
    title, hedge = _headline(result)
    return RatePage(
        title=title,
        hedge=hedge,
        compound=cn_percent(rate.compound)
        if rate is not None and dear and not rate.far_above
        else "",
        simple="" if rate is None else cn_percent(rate.simple),
        totals=tuple(_totals(loan)),
        lines=tuple(_line(line, rate, today) for line in result.lines),
        compared=dear,
        no_line=all(line.side in (Side.DUTY, Side.BEFORE) for line in result.lines),
        unsure=loan.lender_kind in WHO_LENDS_UNKNOWN,
        rows=tuple(_sums(loan, rate)),
        ask=_ask(loan),
        assumed=_assumed(loan),
        actions=steps(words.actions, today),
        lpr_source=lpr_record().source,
        unchecked=tuple(fill(text, today) for text in words.unchecked),
        ruleset=catalog.fingerprint(),
    )


def _headline(result: RateAnswer) -> tuple[str, str]:
    """The title and the sentence below it."""
    words, rate = rate_words(), result.rate
    if not isinstance(rate, YearlyRate):
        return words.titles["none"], words.problems[rate]
    if rate.compound <= 0:
        return words.titles["nothing-more"], words.hedges["nothing-more"]
    if rate.far_above:
        key = "far-above"
    else:  # over more than a year the simple rate may be the higher one
        key = "rate" if rate.simple <= rate.compound else "rate-late"
    figures = {
        "compound": cn_percent(rate.compound),
        "simple": cn_percent(rate.simple),
        "bound": f"{MOST_YEARLY * 100 / 10**8:f} 亿%",
    }
    return words.titles[key].format(**figures), words.hedges[key].format(**figures)


def _ask(loan: Loan) -> str:
    """The one thing that would narrow the lines most."""
    asks = rate_words().asks
    if loan.lender_kind in WHO_LENDS_UNKNOWN:
        return asks["lender"]
    told = loan.contract_on is not None and not loan.assumed
    return "" if told else asks["contract"]


def _assumed(loan: Loan) -> str:
    """By which day the lines were chosen, where no day of a contract was told."""
    if not loan.assumed or loan.contract_on is None:
        return ""
    return rate_words().assumed.format(day=cn_date(loan.contract_on))


def _line(line: Line, rate: YearlyRate | None, today: date) -> LineRow:
    words = rate_words().lines[line.key]
    before = line.side == Side.BEFORE
    return LineRow(
        key=line.key,
        title=fill(words.title, today),
        side=line.side,
        verdict=_verdict(line, words),
        text=fill(f"{words.before}{words.text}" if before else words.text, today),
        arithmetic=_arithmetic(line, rate, today) if line.key == PRIVATE else "",
        cites=cite_all(words.cites),
    )


def _verdict(line: Line, words: LineWords) -> str:
    """On which side the cost is, and by which measure where they do not agree."""
    if line.side == Side.DEPENDS:
        (measure,) = line.above
        said = rate_words().depends[measure]
    else:
        said = rate_words().sides[line.side]
    compared = line.side in (Side.OVER, Side.DEPENDS, Side.WITHIN)
    figure = "" if line.percent is None else f"{line.percent.normalize():f}%"
    return (words.only_if if compared else "") + said.format(line=figure)


def _arithmetic(line: Line, rate: YearlyRate | None, today: date) -> str:
    """From the LPR to the line; where it is not known, between what the line lies."""
    times = line.version.value
    if not isinstance(times, int):
        return ""
    if line.percent is not None:
        published = (line.percent / times).normalize()
        return f"{published:f}% × {times} = {line.percent.normalize():f}%"
    if line.side != Side.UNKNOWN:
        return ""
    words = rate_words().lpr
    said = fill(words["unknown"], today).format(**lpr_figures(times))
    highest = lpr().highest.percent * times
    above = rate is not None and side(rate, highest, PRIVATE) is Side.OVER
    return said + (words["above"] if above else "")


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
            yield f"其中：{name}，合计", cn_yuan(fen)


def _sums(loan: Loan, rate: YearlyRate | None) -> Iterator[SumRow]:
    if not loan.entries:
        return
    start = loan.entries[0].day
    for entry in loan.entries:
        days = (entry.day - start).days
        fen = entry.fen if entry.came else -entry.fen
        worth = ""
        if rate is not None and rate.compound > 0 and not rate.far_above:
            share = (1 + rate.compound) ** (Decimal(days) / DAYS_A_YEAR)
            worth = cn_yuan(half_up(fen / share))
        label = entry.note or ("收到" if entry.came else "付出")
        yield SumRow(cn_date(entry.day), days, label, cn_yuan(fen), worth)
