"""The comparison and every plan of it as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import catalog
from timeline.catalog.offer import offer_words
from timeline.catalog.series import lpr
from timeline.engine.offer import Offer, compare
from timeline.engine.terms import OfferFacts
from timeline.spreadsheet import Cell, Sheet, Yuan
from timeline.tools.offer.figures import FEE, UNKNOWN, at_most, total

COMPARED = ("方案", "最多一次付", FEE, "月数", "一共付", "比今天要的多（负数是少）")
PLAN = ("第几个月", "付", "其中利息", "其中本金", "还剩本金")


def sheets(facts: OfferFacts) -> tuple[Sheet, ...]:
    """One table of all options, then one for each that is paid month by month."""
    offers = compare(facts, catalog.norms(), lpr()).offers
    compared = [COMPARED, *(_compared(offer) for offer in offers)]
    return (Sheet("比较", compared, (14, 16, 12, 8, 16, 24)), *_plans(offers))


def _compared(offer: Offer) -> tuple[Cell, ...]:
    name = offer_words().options[offer.terms.option].name
    months = "" if offer.months is None else offer.months
    fee = Yuan(offer.terms.fee_fen)
    if offer.total is None or offer.more is None or offer.at_most is None:
        return (name, at_most(offer), fee, months, total(offer), UNKNOWN)
    highest, paid, more = map(Yuan, (offer.at_most, offer.total, offer.more))
    return (name, highest, fee, months, paid, more)


def _plans(offers: tuple[Offer, ...]) -> Iterator[Sheet]:
    for offer in offers:
        if len(offer.rows) > 1:
            name = offer_words().options[offer.terms.option].name
            rows: list[Sequence[Cell]] = [PLAN]
            for row in offer.rows:
                rows.append((row.number, *map(Yuan, row[1:])))  # the rest is money
            yield Sheet(name, rows, (10, 14, 14, 14, 14))
