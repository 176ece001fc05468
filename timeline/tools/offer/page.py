"""The options side by side, in words, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from timeline import catalog
from timeline.catalog import cn_percent, cn_yuan, fill
from timeline.catalog.limitation import limitation_words
from timeline.catalog.offer import SaidWords, offer_words
from timeline.catalog.series import lpr, lpr_figures
from timeline.citations import Citation, cite_all
from timeline.engine.instalments import Row
from timeline.engine.limitation import Light, Limitation
from timeline.engine.offer import REFUSE, Finding, Offer, compare
from timeline.engine.rate_lines import PRIVATE
from timeline.engine.terms import OfferFacts, Option
from timeline.tools.offer.figures import FEE, at_most, total
from timeline.tools.offer.letter import Letter, own_letter, plan_letter

ROWS_SHOWN: Final = 36  # a page stays small; the files hold every row
SIGNING: Final = "签字以前："
CARD: Final = {True: "yes", False: "no", None: "unknown"}
# Above a line, for all that is known.
DEAR: Final = frozenset({Finding.RATE_OVER_LINE, Finding.PRIVATE_OVER_KNOWN})
PRIVATE_LINE: Final = frozenset({Finding.PRIVATE_OVER_KNOWN, Finding.PRIVATE_LINE_OPEN})


class Sum(NamedTuple):
    """One figure of an option."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, its sentence, its sources."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    refuse: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One option as the page shows it."""

    key: str
    name: str
    what: str
    fits: str
    refused: bool
    monthly: str
    total: str
    sums: tuple[Sum, ...]
    findings: tuple[Said, ...]
    right: str
    in_writing: tuple[str, ...]
    cites: tuple[Citation, ...]
    rows: tuple[tuple[str, ...], ...]
    cut: bool
    letter: Letter | None


@dataclass(frozen=True, slots=True)
class OfferPage:
    """The comparison for one visitor; nothing of it outlives the response.

    Attributes:
        own_open: There is no own proposal because nobody told what can be paid.
        three_years: What a signature does to them; ``first``, what they are.
            ``warns``: they may be over.  ``asks``: no day of them was told.
    """

    title: str
    hedge: str
    owed: str
    columns: tuple[Column, ...]
    own: Letter | None
    own_text: str
    own_open: bool
    card: Said
    three_years: Said
    first: str
    warns: bool
    asks: bool
    why: tuple[Said, ...]


def offer_page(facts: OfferFacts) -> OfferPage:
    """Work out every option, and put it into words."""
    result = compare(facts, catalog.norms(), lpr())
    columns = tuple(_column(offer, facts) for offer in result.offers)
    words = offer_words()
    card = words.card[CARD[result.card_rule]]
    own, own_text = own_letter(facts, result.own_months)
    return OfferPage(
        title=_title(result.offers),
        hedge=words.hedge,
        owed=cn_yuan(facts.owed_fen),
        columns=columns,
        own=own,
        own_text=own_text,
        own_open=facts.can_pay_fen is None,
        card=_said(card, facts.today),
        three_years=_three_years(result.limitation, facts),
        asks=_asks(result.limitation, facts),
        first=fill(words.three_years.what, facts.today),
        warns=result.limitation.light is not Light.GREEN
        and not _asks(result.limitation, facts),
        why=tuple(_why(result.limitation, facts.today)),
    )


def _asks(known: Limitation, facts: OfferFacts) -> bool:
    """Whether no day was given from which the three years can be counted."""
    days = (facts.last_instalment_due, facts.last_payment_or_promise, facts.judgment)
    return known.light is not Light.GREEN and not any(days)


def _three_years(known: Limitation, facts: OfferFacts) -> Said:
    """What a signature does to them; without any day, only the day is asked for."""
    words, cites = offer_words(), cite_all(offer_words().three_years.cites)
    if _asks(known, facts):
        return Said(words.three_years.ask_title, words.three_years.ask, cites)
    title = SIGNING + limitation_words().lights[known.light].title
    effect = words.limitation[known.light].text
    return Said(title, fill(effect, facts.today), cites)


def _title(offers: tuple[Offer, ...]) -> str:
    words = offer_words()
    good = [offer for offer in offers if offer.fits]
    if good:
        cheap = [offer for offer in good if not DEAR & set(offer.findings)]
        names = [words.options[one.terms.option].name for one in cheap or good]
        return words.titles["fits" if cheap else "dear"].format(names="、".join(names))
    if not offers:
        key = "nothing"
    elif any(Finding.FEE_FIRST in offer.findings for offer in offers):
        key = "fee-first"
    elif all(offer.fits is False for offer in offers):
        key = "refuse-all" if len(offers) > 1 else "refuse"
    else:
        key = "compare"
    return words.titles[key]


def _column(offer: Offer, facts: OfferFacts) -> Column:
    words = offer_words()
    option = words.options[offer.terms.option]
    return Column(
        key=offer.terms.option,
        name=option.name,
        what=option.what,
        fits="" if offer.fits is None else words.fits["yes" if offer.fits else "no"],
        refused=offer.fits is False,
        monthly=at_most(offer),
        total=total(offer),
        sums=tuple(_sums(offer)),
        findings=tuple(_finding(key, facts.today) for key in offer.findings),
        right=option.right,
        in_writing=option.in_writing,
        cites=cite_all(option.cites),
        rows=_rows(offer.rows),
        cut=len(offer.rows) > ROWS_SHOWN,
        letter=plan_letter(offer, facts),
    )


def _sums(offer: Offer) -> Iterator[Sum]:
    monthly, paid, months = offer.monthly, offer.total, offer.months
    fee = offer.terms.fee_fen
    if monthly is None or paid is None or offer.more is None:
        said = offer_words().least
        if offer.least is not None:
            once = months == 1 or offer.terms.option is Option.EXTENSION
            yield Sum(said["at-once" if once else "monthly"], cn_yuan(offer.least))
        if fee:
            yield Sum(FEE, cn_yuan(fee))
        yield Sum(said["total"], cn_yuan(offer.terms.sum_fen + fee))
        return
    last = offer.rows[-1].number
    at_once = len(offer.rows) == 1
    yield Sum("到那天付" if at_once else "每月付", cn_yuan(monthly))
    yield Sum("几个月付完", f"{last} 个月" if months else "一次")
    if fee:
        yield Sum(FEE, cn_yuan(fee))
    yield Sum("一共付", cn_yuan(paid))
    if offer.more < 0:
        yield Sum("比今天要的少", cn_yuan(-offer.more))
    else:
        yield Sum("比今天要的多", cn_yuan(offer.more))
    if offer.rate is not None:
        yield Sum("以后的全部成本（年化单利）", cn_percent(offer.rate))


def _rows(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], ...]:
    """The plan, if there is one; of a long one the beginning and the last month."""
    if len(rows) == 1:
        return ()
    shown = rows if len(rows) <= ROWS_SHOWN else (*rows[: ROWS_SHOWN - 1], rows[-1])
    return tuple(map(_row, shown))


def _row(row: Row) -> tuple[str, ...]:
    sums = (row.payment, row.interest, row.principal, row.balance)
    return (str(row.number), *(cn_yuan(fen).removesuffix(" 元") for fen in sums))


def _finding(key: Finding, today: date) -> Said:
    words = offer_words()
    said = _said(words.findings[key], today, refuse=key in REFUSE)
    times = catalog.norms()[PRIVATE].on(today)
    if key not in PRIVATE_LINE or times is None or not isinstance(times.value, int):
        return said
    unknown = words.lpr["today-unknown"] if lpr().on(today) is None else ""
    figures = lpr_figures(times.value) | {"today": unknown}
    now = fill(words.lpr["latest"], today).format(**figures)
    text = said.text.format(now=now, **figures)
    return Said(said.title, text, said.cites, said.refuse)


def _said(words: SaidWords, today: date, *, refuse: bool = False) -> Said:
    title, text = fill(words.title, today), fill(words.text, today)
    return Said(title, text, cite_all(words.cites), refuse)


def _why(known: Limitation, today: date) -> Iterator[Said]:
    for key in known.why:
        reason = limitation_words().why[key]
        yield Said("", fill(reason.text, today), cite_all(reason.cites))
