"""What a draft objection amounts to, sentence by sentence, ready to print."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import fill
from timeline.catalog.payment_order import (
    OnlyFeesRecord,
    grammar,
    payment_order,
)
from timeline.citations import Citation, Review, cite_all, review
from timeline.dates import DateRow, step_row
from timeline.engine import PaperKind
from timeline.engine.payment_order import Verdict, only_fees, read_objection

STEP: Final = "payment-order-objection"
RESTS_ON: Final = (
    "civil-procedure:227",
    "civil-procedure-interp:435",
    "civil-procedure-interp:436",
    "civil-procedure-interp:427",
    "civil-procedure-interp:431",
)


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence as typed; ``says`` are the titles of what was heard in it."""

    text: str
    key: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that contests the debt itself, if it is true, and how it may sound."""

    title: str
    sample: str
    heard: bool
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do where there is nothing to contest."""

    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the page says of every draft, what it rests on and when it was checked."""

    grounds: tuple[Ground, ...]
    nothing: tuple[Step, ...]
    cites: tuple[Citation, ...]
    review: Review
    days: str


@dataclass(frozen=True, slots=True)
class ObjectionPage:
    """The answer to one draft; nothing of it outlives the response.

    Attributes:
        last_day: By when to object; ``None`` where the day it came is not known.
        hint: What is our own understanding, and said to be.
    """

    key: str
    title: str
    text: str
    doubt: str
    warns: bool
    last_day: DateRow | None
    hint: OnlyFeesRecord | None
    sentences: tuple[SentenceLine, ...]
    grounds: tuple[Ground, ...]


def basis(today: date) -> Basis:
    """What holds for every draft on ``today``."""
    cites = cite_all(RESTS_ON)
    nothing = tuple(
        Step(fill(step.text, today), cite_all(step.cites))
        for step in payment_order().nothing
    )
    return Basis(
        grounds=tuple(_grounds(frozenset())),
        nothing=nothing,
        cites=cites,
        review=review([*cites, *(cite for step in nothing for cite in step.cites)]),
        days=fill("{{ norm:payment-order-objection-days }}", today),
    )


def objection_page(
    text: str, today: date, received: date | None = None
) -> ObjectionPage:
    """Read the draft, and put what was found into words."""
    record = payment_order()
    titles = {
        key: reason.title
        for group in (record.contests, record.ability, record.admits)
        for key, reason in group.items()
    }
    reading = read_objection(text, grammar())
    heard = {key for sentence in reading.sentences for key in sentence.says}
    words = record.verdicts[reading.verdict]
    return ObjectionPage(
        key=reading.verdict,
        title=words.title,
        text=fill(words.text, today),
        doubt=words.doubt,
        last_day=_last_day(received, today) if received else None,
        warns=reading.verdict in (Verdict.ABILITY_ONLY, Verdict.MIXED),
        hint=record.only_fees if only_fees(reading, grammar()) else None,
        sentences=tuple(
            SentenceLine(line.text, line.verdict, tuple(titles[k] for k in line.says))
            for line in reading.sentences
        ),
        grounds=tuple(_grounds(heard)),
    )


def _grounds(heard: Container[str]) -> Iterator[Ground]:
    for key, reason in payment_order().contests.items():
        cites = cite_all(reason.cites)
        yield Ground(reason.title, reason.sample, key in heard, cites)


def _last_day(received: date, today: date) -> DateRow | None:
    """The row of the engine, as for any paper, also where the law of then is unread."""
    return step_row(STEP, PaperKind.PAYMENT_ORDER, received, today)
