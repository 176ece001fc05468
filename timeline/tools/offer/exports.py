"""The comparison and every plan of it as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import catalog
from timeline.catalog.offer import offer_words
from timeline.catalog.series import lpr
from timeline.engine.offer import Offer, compare
from timeline.engine.terms import OfferFacts
from timeline.spreadsheet import Cell, Sheet, Yuan

COMPARED = ("方案", "每月最多付", "月数", "一共付", "比今天要的多（负数是少）")
PLAN = ("第几个月", "付", "其中利息", "其中本金", "还剩本金")


def sheets(facts: OfferFacts) -> tuple[Sheet, ...]:
    """One table of all options, then one for each that is paid month by month."""
    offers = compare(facts, catalog.norms(), lpr()).offers
    compared = [COMPARED, *(_compared(offer) for offer in offers)]
    return (Sheet("比较", compared, (14, 14, 8, 14, 24)), *_plans(offers))


def _compared(offer: Offer) -> tuple[Cell, ...]:
    name = offer_words().options[offer.terms.option].name
    months = "" if offer.months is None else offer.months
    sums = (offer.monthly, offer.total, offer.more)
    monthly, total, more = ("算不出" if fen is None else Yuan(fen) for fen in sums)
    return (name, monthly, months, total, more)


def _plans(offers: tuple[Offer, ...]) -> Iterator[Sheet]:
    for offer in offers:
        if len(offer.rows) > 1:
            name = offer_words().options[offer.terms.option].name
            rows: list[Sequence[Cell]] = [PLAN]
            for row in offer.rows:
                rows.append((row.number, *map(Yuan, row[1:])))  # the rest is money
            yield Sheet(name, rows, (10, 14, 14, 14, 14))
