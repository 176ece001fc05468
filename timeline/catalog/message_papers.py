"""How a message speaks of papers, of days of its own, and of money that is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

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
_NUMERALS: Final = "一二三四五六七八九十"
WORDS: Final = {
    DAYS: rf"(?<![\d{_NUMERALS}])(?P<{DAYS}>\d{{1,2}}|[{_NUMERALS}]{{1,3}})(?:日|天)"
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
        if unknown := {*self.papers, *self.may_be} - set(KINDS):
            raise DataError(f"no paper {', '.join(sorted(unknown))}")
        if unknown := set(self.steps) - set(STEPS):
            raise DataError(f"no step {', '.join(sorted(unknown))}")


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
        if unknown := set(record.without) - set(records):
            raise DataError(f"{CLOCK} [{key}]: no sign {', '.join(sorted(unknown))}")
    return records


@cache
def term_records() -> Mapping[str, TermRecord]:
    """Every kind of term."""
    return read_tables(DATA / TERMS, TermRecord)


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
