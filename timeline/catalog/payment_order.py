"""How sentences of a draft objection are read, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read
from timeline.catalog.sources import article
from timeline.engine.payment_order import Reason, Stance


@dataclass(frozen=True, slots=True)
class ReasonRecord:
    """What a clause can say, with its cues and its look-alikes."""

    title: str
    cites: tuple[str, ...]
    any: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """What the page says of a whole draft."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PaymentOrderRecord:
    """The file: word lists, asides, reasons by stance, the words of each verdict."""

    words: Mapping[str, str]
    asides: Mapping[str, tuple[str, ...]]
    contests: Mapping[str, ReasonRecord]
    ability: Mapping[str, ReasonRecord]
    admits: Mapping[str, ReasonRecord]
    verdicts: Mapping[str, VerdictRecord]


@cache
def payment_order() -> PaymentOrderRecord:
    """The file as written."""
    return read(DATA / "payment-order.toml", PaymentOrderRecord)


@cache
def reasons() -> tuple[Reason, ...]:
    """Every reason, ready for the engine.

    Raises:
        DataError: A pattern is wrong, unbounded or names no word list.
    """
    record = payment_order()
    where = "payment-order.toml"
    return tuple(
        Reason(
            key=key,
            stance=stance,
            any=tuple(pattern(where, cue, record.words) for cue in reason.any),
            unless=tuple(pattern(where, cue, record.words) for cue in reason.unless),
        )
        for stance, group in (
            (Stance.CONTESTS, record.contests),
            (Stance.ABILITY, record.ability),
            (Stance.ADMITS, record.admits),
        )
        for key, reason in group.items()
    )


@cache
def asides() -> Mapping[Stance, tuple[re.Pattern[str], ...]]:
    """By stance, what is cut out of a sentence before it is read.

    Raises:
        DataError: A pattern is wrong, unbounded or names no word list.
    """
    record = payment_order()
    return {
        Stance(stance): tuple(
            pattern("payment-order.toml", cut, record.words) for cut in cuts
        )
        for stance, cuts in record.asides.items()
    }
