"""Somebody is called about a loan that is not theirs: where they stand, what to do.

A table from four answers to keys; words and sources stand in ``timeline/data/contact``.
Being named as a contact makes nobody owe: a guarantee needs writing (民法典 681, 685),
joining a debt needs a promise to the creditor (552), a spouse owes what both signed,
ratified or used for daily needs (1064), an heir up to the estate (1161).
Nothing here is ever a step of repayment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.facts import LenderKind


class Signed(StrEnum):
    """What the visitor signed or promised, as far as they know."""

    NOTHING = "nothing"
    GUARANTEE = "guarantee"
    NOTE = "note"  # a name on an IOU, no word of what for
    PROMISED = "promised"
    JOINT = "joint"
    UNKNOWN = "unknown"


class Said(StrEnum):
    """What the caller said or did, most urgent first."""

    THREAT = "threat"
    VISIT = "visit"
    AUTHORITY = "authority"
    TRANSFER = "transfer"
    SPREAD = "spread"
    INSULT = "insult"
    YOUR_LOAN = "your-loan"
    GUARANTOR = "guarantor"
    DIED = "died"
    FAMILY = "family"
    WRONG_PERSON = "wrong-person"
    WORKPLACE = "workplace"
    ASK_TO_PAY = "ask-to-pay"
    DEBT_DETAILS = "debt-details"
    WHEREABOUTS = "whereabouts"


class Standing(StrEnum):
    """Whether the visitor may owe, as far as four answers can tell."""

    OWES_NOTHING = "owes-nothing"
    FAMILY = "family"
    HEIR = "heir"
    NOT_MINE = "not-mine"
    GUARANTEE = "guarantee"
    NOTE = "note"
    PROMISED = "promised"
    JOINT = "joint"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """What somebody who is called knows; every answer may be missing.

    Args:
        signed: What they signed or promised.
        lender_kind: For whom the caller calls.
        told: They said that they do not want to be called; ``None`` is not known.
        said: What the caller said or did; empty is not known, or nothing of the list.
    """

    signed: Signed = Signed.UNKNOWN
    lender_kind: LenderKind = LenderKind.UNKNOWN
    told: bool | None = None
    said: frozenset[Said] = frozenset()


class ContactAnswer(NamedTuple):
    """Keys only: ``said`` most urgent first, ``complaints`` in the order to go."""

    standing: Standing
    said: tuple[Said, ...]
    steps: tuple[str, ...]
    complaints: tuple[str, ...]
    ask: str | None


# What was signed comes before what a caller says; what he says only tells which
# relation he has in mind, and the law of that relation.
BY_SIGNATURE: Final = {
    Signed.GUARANTEE: Standing.GUARANTEE,
    Signed.NOTE: Standing.NOTE,
    Signed.PROMISED: Standing.PROMISED,
    Signed.JOINT: Standing.JOINT,
}
BY_CLAIM: Final = {
    Said.YOUR_LOAN: Standing.NOT_MINE,
    Said.DIED: Standing.HEIR,
    Said.FAMILY: Standing.FAMILY,
}
PAPERS_FIRST: Final = frozenset({*BY_SIGNATURE.values(), Standing.CANNOT_TELL})

_Condition = Callable[[ContactFacts, Standing], bool]
# Most urgent first; the page shows the first three.
_STEPS: Final[tuple[tuple[str, _Condition], ...]] = (
    ("call-police", lambda f, _: not f.said.isdisjoint({Said.THREAT, Said.VISIT})),
    ("send-no-money", lambda f, _: Said.TRANSFER in f.said),
    ("verify-caller", lambda f, _: Said.AUTHORITY in f.said),
    ("keep-what-was-spread", lambda f, _: Said.SPREAD in f.said),
    ("check-whose-loan", lambda _, s: s is Standing.NOT_MINE),
    ("ask-for-papers", lambda f, s: s in PAPERS_FIRST or Said.GUARANTOR in f.said),
    ("complain", lambda f, s: f.told is True and s not in PAPERS_FIRST),
    ("say-it-once", lambda f, s: f.told is not True and s not in PAPERS_FIRST),
    ("refuse-in-writing", lambda _, s: s not in PAPERS_FIRST),
    ("log-every-call", lambda *_: True),
    ("ask-a-lawyer", lambda _, s: s in PAPERS_FIRST),
)
STEPS: Final = tuple(key for key, _ in _STEPS)
AT_MOST: Final = 3

_REGULATED: Final = ("lender", "banking-hotline")
_COMPLAINTS: Final = {
    LenderKind.BANK: _REGULATED,
    LenderKind.CONSUMER_FINANCE: _REGULATED,
    LenderKind.MICRO_LOAN: ("lender", "local-finance"),
    LenderKind.PLATFORM: ("which-lender", "government-hotline"),
    LenderKind.PRIVATE: ("mediation",),
    LenderKind.UNKNOWN: ("which-lender", "government-hotline"),
}
_ANYBODY: Final = ("nuisance", "personal-data", "court")
COMPLAINTS: Final = tuple(
    dict.fromkeys(key for keys in (*_COMPLAINTS.values(), _ANYBODY) for key in keys)
)


def contact(facts: ContactFacts) -> ContactAnswer:
    """Say where the visitor stands, what to do today and where to complain."""
    standing = _standing(facts)
    steps = [key for key, holds in _STEPS if holds(facts, standing)]
    return ContactAnswer(
        standing=standing,
        said=tuple(said for said in Said if said in facts.said),
        steps=tuple(steps[:AT_MOST]),
        complaints=(*_COMPLAINTS[facts.lender_kind], *_ANYBODY),
        ask=_ask(facts),
    )


def _standing(facts: ContactFacts) -> Standing:
    if facts.signed in BY_SIGNATURE:
        return BY_SIGNATURE[facts.signed]
    if Said.YOUR_LOAN in facts.said:
        return Standing.NOT_MINE  # whether or not they remember: it can be checked
    if facts.signed is Signed.UNKNOWN:
        return Standing.CANNOT_TELL
    claims = (BY_CLAIM[said] for said in BY_CLAIM if said in facts.said)
    return next(claims, Standing.OWES_NOTHING)


def _ask(facts: ContactFacts) -> str | None:
    """The one answer that would change most."""
    if facts.signed is Signed.UNKNOWN:
        return "signed"
    return "lender_kind" if facts.lender_kind is LenderKind.UNKNOWN else None
