"""How sentences of a draft objection are read, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read, same_keys
from timeline.catalog.sources import article
from timeline.catalog.spelling import folding
from timeline.engine.errors import DataError
from timeline.engine.payment_order import (
    HEARD_WITH_FEES,
    Grammar,
    Reason,
    Stance,
    Verdict,
)

WHERE: Final = "payment-order.toml"


@dataclass(frozen=True, slots=True)
class ReasonRecord:
    """What a clause can say, with its cues and its look-alikes.

    ``sample``: a sentence of our own that says it; what contests has one.
    """

    title: str
    cites: tuple[str, ...]
    any: tuple[str, ...]
    alone: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    sample: str = ""

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """What the page says of a whole draft; ``doubt``: what we may have missed."""

    title: str
    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class OnlyFeesRecord:
    """What is said where only interest and fees are contested."""

    title: str
    text: str
    beyond: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """Something to do where there is nothing to contest."""

    text: str
    cites: tuple[str, ...]

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class PaymentOrderRecord:
    """The file: how a draft is read, and what is said of it."""

    words: Mapping[str, str]
    spellings: Mapping[str, tuple[str, ...]]
    asides: Mapping[str, tuple[str, ...]]
    troubles: tuple[str, ...]
    contests: Mapping[str, ReasonRecord]
    ability: Mapping[str, ReasonRecord]
    admits: Mapping[str, ReasonRecord]
    nothing: tuple[StepRecord, ...]
    verdicts: Mapping[str, VerdictRecord]
    letter: Mapping[str, VerdictRecord]
    only_fees: OnlyFeesRecord

    def __post_init__(self) -> None:
        if unknown := set(self.asides) - set(Stance):
            raise DataError(f"asides: no stance {', '.join(sorted(unknown))}")
        same_keys("verdicts", self.verdicts, Verdict)
        same_keys("letter", self.letter, (Verdict.ABILITY_ONLY, Verdict.MIXED))
        if missing := HEARD_WITH_FEES - set(self.contests):
            raise DataError(f"contests: {', '.join(sorted(missing))} missing")
        if bare := [key for key, one in self.contests.items() if not one.sample]:
            raise DataError(f"contests: no sample of {', '.join(bare)}")
        keys = [*self.contests, *self.ability, *self.admits]
        if len(keys) != len(set(keys)):
            raise DataError("two reasons share a key")


@cache
def payment_order() -> PaymentOrderRecord:
    """The file as written."""
    return read(DATA / WHERE, PaymentOrderRecord)


@cache
def grammar() -> Grammar:
    """How a draft is read, ready for the engine.

    Raises:
        DataError: A pattern is wrong, unbounded or names no word list.
    """
    record = payment_order()
    return Grammar(
        reasons=tuple(
            Reason(
                key,
                stance,
                any=_joined(reason.any),
                alone=_joined(reason.alone),
                faint=_joined(reason.faint),
                unless=_joined(reason.unless),
            )
            for stance, group in (
                (Stance.CONTESTS, record.contests),
                (Stance.ABILITY, record.ability),
                (Stance.ADMITS, record.admits),
            )
            for key, reason in group.items()
        ),
        folding=folding(),
        spellings=tuple(
            (other, word)
            for word, others in record.spellings.items()
            for other in _compiled(others)
        ),
        asides={
            Stance(stance): _compiled(cuts) for stance, cuts in record.asides.items()
        },
        troubles=_joined(record.troubles),
        beyond_fees=_joined(record.only_fees.beyond),
    )


def _compiled(written: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Each by itself, so that an error names the one that is wrong."""
    words = payment_order().words
    return tuple(pattern(WHERE, cue, words) for cue in written)


def _joined(written: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """All as one, which is searched for faster; none where there is none."""
    each = _compiled(written)
    return (re.compile("|".join(f"(?:{cue.pattern})" for cue in each)),) if each else ()
