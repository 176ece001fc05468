"""How a message speaks of papers, of days of its own, and of money that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.court_numbers import court_numbers
from timeline.catalog.files import DATA
from timeline.catalog.norms import norm_records
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read, read_tables
from timeline.catalog.sources import article
from timeline.engine import PaperKind
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.errors import DataError
from timeline.engine.message import STEPS, HeardSigns, PaperSign, TermSign
from timeline.engine.message.terms import DAYS, LONGEST
from timeline.engine.text import Patterns

CLOCK: Final = "message-clock.toml"
TERMS: Final = "message-terms.toml"
HEARD: Final = "message-heard.toml"
_ONES: Final = "一二三四五六七八九"
# Of 「三五日」, 「数十日」 and 「一百二十日」 no part is taken for the whole.
WORDS: Final = {
    DAYS: rf"(?<![\d{_ONES}两十百零〇几数])"
    rf"(?P<{DAYS}>\d{{1,2}}|[{_ONES}]?十[{_ONES}]?|[{_ONES}两])(?:日|天)"
}
KINDS: Final = {kind.key: kind for kind in PaperKind}


@dataclass(frozen=True, slots=True)
class SignRecord:
    """How a message speaks of papers, and the clock that runs for them.

    Args:
        note: What is said above its dates.
    """

    any: tuple[str, ...]
    papers: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()
    clock: str | None = None
    types: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    beside: bool = False
    assumed: bool = False
    urgent: bool = False
    steps: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.clock is not None and self.clock not in DEADLINE_KEYS:
            raise DataError(f"no deadline {self.clock}")
        _known("paper", (*self.papers, *self.may_be), KINDS)
        _known("type of case", self.types, court_numbers().types)
        _known("step", self.steps, STEPS)


@dataclass(frozen=True, slots=True)
class TermRecord:
    """Days that a message gives itself; ``title`` names a row of its own.

    Args:
        stated: Said where it gives none; without it there is then no row.
        norm: The days of the law, counted where it gives none.
    """

    any: tuple[str, ...]
    title: str
    papers: tuple[str, ...] = ()
    most: int = LONGEST
    only_with: tuple[str, ...] = ()
    cite: str | None = None
    stated: str = ""
    norm: str = ""

    def __post_init__(self) -> None:
        if any(f"{{{DAYS}}}" not in written for written in self.any):
            raise DataError(f"every pattern needs {{{DAYS}}}")
        _known("paper", self.papers, KINDS)
        if self.cite is not None:
            article(self.cite)
        if self.norm and self.norm not in norm_records():
            raise DataError(f"no norm {self.norm}")


@dataclass(frozen=True, slots=True)
class HeardRecord:
    """Money that is gone, with look-alikes in the same sentence; codes to scan."""

    paid: tuple[str, ...]
    not_paid: tuple[str, ...]
    code: tuple[str, ...]


@cache
def sign_records() -> Mapping[str, SignRecord]:
    """Every sign, most urgent first.

    Raises:
        DataError: A sign gives way to one that is not there.
    """
    records = read_tables(DATA / CLOCK, SignRecord)
    for key, record in records.items():
        _known("sign", record.without, records, f"{CLOCK} [{key}]: ")
    return records


@cache
def term_records() -> Mapping[str, TermRecord]:
    """Every kind of term.

    Raises:
        DataError: A term belongs to a sign that is not there.
    """
    records = read_tables(DATA / TERMS, TermRecord)
    for key, record in records.items():
        _known("sign", record.only_with, sign_records(), f"{TERMS} [{key}]: ")
    return records


@cache
def paper_signs() -> tuple[PaperSign, ...]:
    """The signs, ready for the engine."""
    return tuple(_sign(key, record) for key, record in sign_records().items())


@cache
def term_signs() -> tuple[TermSign, ...]:
    """The terms, ready for the engine."""
    return tuple(
        TermSign(
            key=key,
            any=_patterns(TERMS, record.any),
            papers=tuple(KINDS[paper] for paper in record.papers),
            most=record.most,
            only_with=frozenset(record.only_with),
        )
        for key, record in term_records().items()
    )


@cache
def heard_signs() -> HeardSigns:
    """What is heard of money that is gone and of codes to scan."""
    record = read(DATA / HEARD, HeardRecord)
    return HeardSigns(
        paid=_patterns(HEARD, record.paid),
        not_paid=_patterns(HEARD, record.not_paid),
        code=_patterns(HEARD, record.code),
    )


def _known(
    what: str, named: Iterable[str], known: Iterable[str], where: str = ""
) -> None:
    if unknown := set(named) - set(known):
        raise DataError(f"{where}no {what} {', '.join(sorted(unknown))}")


def _sign(key: str, record: SignRecord) -> PaperSign:
    return PaperSign(
        key=key,
        clock=record.clock,
        papers=tuple(KINDS[paper] for paper in record.papers),
        may_be=tuple(KINDS[paper] for paper in record.may_be),
        any=_patterns(CLOCK, record.any),
        unless=_patterns(CLOCK, record.unless),
        types=frozenset(record.types),
        without=frozenset(record.without),
        beside=record.beside,
        assumed=record.assumed,
        urgent=record.urgent,
        steps=record.steps,
    )


def _patterns(where: str, written: tuple[str, ...]) -> Patterns:
    return tuple(pattern(where, one, WORDS) for one in written)
