"""What the form of the letter is sent: the plan, blank by blank."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from timeline.catalog import cn_yuan
from timeline.engine.offer import Offer
from timeline.engine.terms import OfferFacts, Option

REPLY_DAYS: Final = 15  # a first proposal, which the writer may change


class Letter(NamedTuple):
    """What the form of the letter is sent, blank by blank."""

    label: str
    blanks: tuple[tuple[str, str], ...]


def plan_letter(offer: Offer, facts: OfferFacts) -> Letter | None:
    """Only for what is paid month by month and can be kept."""
    several = len(offer.rows) > 1 and offer.terms.option is not Option.EXTENSION
    if not several or offer.fits is False or offer.monthly is None:
        return None
    blanks = _blanks(facts, offer.monthly, len(offer.rows))
    return Letter("按这个方案写信", blanks)


def own_letter(facts: OfferFacts, months: int | None) -> tuple[Letter | None, str]:
    """The debtor's own proposal, if there is one, and what is said of it."""
    if months is None or not facts.can_pay_fen:
        if facts.can_pay_fen is None:
            return None, "先算出每月拿得出多少，才有自己的方案。"
        return (
            None,
            "按现在的数，还没有能写得下来的方案。先写信说明困难，情况变了再谈。",
        )
    letter = Letter("按自己的数写信", _blanks(facts, facts.can_pay_fen, months))
    return letter, (
        f"如果对方同意从今天起不再计息：每月 {cn_yuan(facts.can_pay_fen)}，"
        f"{months} 个月付完 {cn_yuan(facts.owed_fen)}。不再计息要对方同意，写下来才算。"
    )


def _blanks(
    facts: OfferFacts, monthly: int, months: int
) -> tuple[tuple[str, str], ...]:
    reply_by = facts.today + timedelta(days=REPLY_DAYS)
    return (
        ("claimed-sum", _plain(facts.owed_fen)),
        ("can-pay", _plain(monthly)),
        ("instalments", str(months)),
        ("reply-by", reply_by.isoformat()),
        ("written-on", facts.today.isoformat()),
    )


def _plain(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
