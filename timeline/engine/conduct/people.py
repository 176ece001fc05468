"""Contacts with people who do not owe the debt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from timeline.engine.conduct.events import Channel, Conduct, Event, Said, To, local_day
from timeline.engine.conduct.rule import Hit, Log, Verdict
from timeline.engine.norms import Norm

# Those who are known to be somebody else.  Whether a spouse owes the debt too, and
# whether a stranger was taken for the borrower, the log cannot tell.
OTHERS: Final = frozenset({To.CONTACT, To.FAMILY, To.COLLEAGUE})
UNSURE: Final = frozenset({To.SPOUSE, To.STRANGER})
ABOUT_ANOTHER: Final = (Said.ASK_WHEREABOUTS, Said.PASS_MESSAGE)


def third_party_contact(log: Log, norm: Norm) -> Iterable[Hit]:
    """A third party was contacted although the borrower can be reached.

    The condition is that the borrower cannot be reached, not a number of days.
    """
    reachable = log.conduct.reachable
    for number, event in log.events:
        if not _reaches_third_party(event):
            continue
        if reachable is False:
            yield Hit(number, Verdict.OK)
        elif reachable is None:
            yield Hit(number, Verdict.DOUBTFUL, "reachable")
        else:
            knew = event.to is To.STRANGER and event.has(*ABOUT_ANOTHER)
            yield Hit(number, Verdict.BREACH if knew else _gravity(event))


def third_party_collection(log: Log, norm: Norm) -> Iterable[Hit]:
    """Somebody who does not owe was asked to pay, or to promise to."""
    for number, event in log.events:
        if _reaches_third_party(event) and event.has(
            Said.ASK_TO_PAY, Said.ASKED_TO_PROMISE
        ):
            yield Hit(number, _gravity(event))


def third_party_disclosure(log: Log, norm: Norm) -> Iterable[Hit]:
    """A third party was told how much is owed or for how long."""
    for number, event in log.events:
        if _reaches_third_party(event) and event.has(Said.DEBT_DETAILS):
            yield Hit(number, _gravity(event))


def after_refusal(log: Log, norm: Norm) -> Iterable[Hit]:
    """A third party was contacted again after saying no.

    A refusal at a minute counts from the next minute on; a bare date counts from
    the next day, and contacts of that day stay in doubt.
    """
    for number, event in log.events:
        if not _reaches_third_party(event):
            continue
        later = _later(event, log.conduct)
        if later:
            spouse = event.to is To.SPOUSE
            yield Hit(number, Verdict.DOUBTFUL if spouse else Verdict.BREACH)
        elif later is None:
            exact = isinstance(log.conduct.refused_at, datetime)
            asked = f"events.{number}.at" if exact or not event.day else "refused_at"
            yield Hit(number, Verdict.DOUBTFUL, asked)


def spreading(log: Log, norm: Norm) -> Iterable[Hit]:
    """The debt was told to others or put where everybody reads it."""
    for number, event in log.events:
        public = event.channel is Channel.POSTED or event.to is To.PUBLIC
        told = event.has(Said.DISCLOSE_TO_OTHERS)
        if (told and event.to not in (To.SPOUSE, None)) or (
            public and event.has(Said.DEBT_DETAILS)
        ):
            yield Hit(number, Verdict.BREACH)
        elif told:
            asked = f"events.{number}.to" if event.to is None else None
            yield Hit(number, Verdict.DOUBTFUL, asked)
        elif public:
            yield Hit(number, Verdict.DOUBTFUL, f"events.{number}.said")


def _reaches_third_party(event: Event) -> bool:
    return event.to in OTHERS | UNSURE


def _gravity(event: Event) -> Verdict:
    return Verdict.DOUBTFUL if event.to in UNSURE else Verdict.BREACH


def _later(event: Event, conduct: Conduct) -> bool | None:
    """Whether a contact came after the refusal; ``None`` when that is open."""
    refused = conduct.refused_at
    if refused is None:
        return False
    day, refusal_day = event.day, local_day(refused)
    if day is None or refusal_day is None:
        return None
    if day != refusal_day:
        return day > refusal_day
    if isinstance(event.at, datetime) and isinstance(refused, datetime):
        return event.at.replace(second=0, microsecond=0) > refused
    return None
