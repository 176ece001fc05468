"""Figures of an offer as page and file tell them, also where only a least is known."""

from __future__ import annotations

from typing import Final

from timeline.catalog import cn_yuan
from timeline.catalog.offer import offer_words
from timeline.engine.offer import Offer

UNKNOWN: Final = "算不出"
FEE: Final = "先付的"


def at_most(offer: Offer) -> str:
    """The highest sum on any day, or what it is at least."""
    if offer.total is not None:
        return cn_yuan(offer.at_most or 0)
    return _at_least(max(offer.least or 0, offer.at_most or 0))


def total(offer: Offer) -> str:
    """All that is paid, or what it is at least."""
    if offer.total is not None:
        return cn_yuan(offer.total)
    return _at_least(offer.terms.sum_fen + offer.terms.fee_fen)


def _at_least(fen: int) -> str:
    return offer_words().least["figure"].format(sum=cn_yuan(fen)) if fen else UNKNOWN
