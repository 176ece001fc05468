"""What the form of the letter is sent: the plan, blank by blank."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from timeline.catalog import cn_yuan, fill
from timeline.catalog.letters import letters
from timeline.catalog.offer import offer_words
from timeline.engine.deadlines import add_months
from timeline.engine.money import yuan
from timeline.engine.offer import Offer
from timeline.engine.terms import OfferFacts, Option

REPLY_DAYS: Final = 15  # a first proposal, which the writer may change


class Letter(NamedTuple):
    """The letter that fits, and what its form is sent, blank by blank."""

    key: str
    label: str
    blanks: tuple[tuple[str, str], ...]


def plan_letter(offer: Offer, facts: OfferFacts) -> Letter | None:
    """For what can be kept: each option has the letter that asks for it."""
    if offer.fits is False or offer.monthly is None:
        return None
    option, row = offer.terms.option, offer.rows[-1]
    if option is Option.EXTENSION:
        until = add_months(facts.today, row.number)
        return _letter("hardship", facts, until=until)
    if option is Option.SETTLEMENT or (option is Option.REDUCTION and row.number == 1):
        return _letter("settlement-proposal", facts, at_once=offer.monthly)
    waived = facts.owed_fen - offer.terms.sum_fen
    return _letter(
        "instalment-proposal",
        facts,
        monthly=offer.monthly,
        months=row.number,
        waived=waived if option is Option.REDUCTION else None,
    )


def own_letter(facts: OfferFacts, months: int | None) -> tuple[Letter | None, str]:
    """The debtor's own proposal, if there is one, and what is said of it."""
    words = offer_words()
    if months is None or not facts.can_pay_fen:
        return None, words.own["unknown" if facts.can_pay_fen is None else "none"]
    monthly = min(facts.can_pay_fen, facts.owed_fen)
    if months > words.own_most_months:
        return None, fill(words.own["long"], facts.today).format(
            monthly=cn_yuan(monthly),
            months=months,
            owed=cn_yuan(facts.owed_fen),
            most=words.own_most_months,
        )
    last = facts.owed_fen - monthly * (months - 1)
    letter = _letter(
        "instalment-proposal",
        facts,
        label=words.labels["own"],
        monthly=monthly,
        months=months,
        last=last if last != monthly else None,
        stop_charges=True,
    )
    ends = "" if last == monthly else words.own["last"].format(last=cn_yuan(last))
    return letter, words.own["plan"].format(
        monthly=cn_yuan(monthly), ends=ends, months=months, owed=cn_yuan(facts.owed_fen)
    )


def _letter(
    key: str,
    facts: OfferFacts,
    *,
    label: str = "",
    until: date | None = None,
    at_once: int | None = None,
    monthly: int | None = None,
    months: int | None = None,
    last: int | None = None,
    waived: int | None = None,
    stop_charges: bool = False,
) -> Letter:
    """What is known, for those blanks that the letter has."""
    known = {
        "claimed-sum": yuan(facts.owed_fen),
        "extension-until": until and until.isoformat(),
        "settlement-sum": at_once and yuan(at_once),
        "can-pay": monthly and yuan(monthly),
        "instalments": months and str(months),
        "last-instalment": last and yuan(last),
        "waived-sum": waived and yuan(waived),
        "stop-charges": "on" if stop_charges else None,
        "reply-by": (facts.today + timedelta(days=REPLY_DAYS)).isoformat(),
        "written-on": facts.today.isoformat(),
    }
    asked = letters()[key].blanks
    blanks = ((name, value) for name, value in known.items() if value and name in asked)
    return Letter(key, label or offer_words().labels[key], tuple(blanks))
