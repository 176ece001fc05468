"""What the linter looks for and what it then says, from ``data/lint``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read
from timeline.catalog.sources import article
from timeline.engine import LenderKind
from timeline.engine.errors import DataError
from timeline.engine.lint import Cue, Kind, KindRules
from timeline.engine.text import Patterns


@dataclass(frozen=True, slots=True)
class CueRecord:
    """A cue as its file has it: patterns, look-alikes, and the words of its flag."""

    any: tuple[str, ...]
    text: str
    better: str
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    quoted: bool = False
    lenders: tuple[LenderKind, ...] = ()
    since: date | None = None
    cite: str | None = None


@dataclass(frozen=True, slots=True)
class KindRecord:
    """A kind of fault; its own look-alikes hold for each of its cues."""

    title: str
    cues: Mapping[str, CueRecord]
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Named parts of patterns, and marks for gaps."""

    words: Mapping[str, str]
    marks: Mapping[str, str]


@cache
def lint_kinds() -> Mapping[Kind, KindRecord]:
    """Every kind with its words, in the order of the engine."""
    return {kind: read(DATA / "lint" / f"{kind}.toml", KindRecord) for kind in Kind}


@cache
def lint_rules() -> Mapping[Kind, KindRules]:
    """Every kind, ready for the engine.

    Raises:
        DataError: A pattern is wrong or unbounded, or a reason is named twice.
    """
    seen: set[str] = set()
    rules = {}
    for kind, record in lint_kinds().items():
        if twice := seen & set(record.cues):
            raise DataError(f"lint/{kind}.toml: reason named twice: {sorted(twice)}")
        seen |= set(record.cues)
        rules[kind] = KindRules(
            cues={key: _cue(kind, key, record) for key, record in _cues(record)},
            settled_by=_patterns(kind, record.settled_by),
        )
    return rules


def reason(why: str) -> CueRecord:
    """The words of a flag, by its reason.

    Raises:
        DataError: There is no such reason.
    """
    for record in lint_kinds().values():
        if why in record.cues:
            return record.cues[why]
    raise DataError(f"lint: no words for {why}")


def _cues(record: KindRecord) -> list[tuple[str, CueRecord]]:
    """Each cue with the look-alikes of its kind added to its own."""
    return [
        (
            key,
            replace(
                cue,
                unless=(*record.unless, *cue.unless),
                not_after=(*record.not_after, *cue.not_after),
            ),
        )
        for key, cue in record.cues.items()
    ]


def _cue(kind: Kind, key: str, record: CueRecord) -> Cue:
    if record.cite is not None:
        article(record.cite)
    return Cue(
        key=key,
        any=_patterns(kind, record.any),
        unless=_patterns(kind, record.unless),
        not_after=_patterns(kind, record.not_after),
        blank=_patterns(kind, record.blank),
        quoted=record.quoted,
        lenders=frozenset(record.lenders),
        since=record.since,
        cite=record.cite,
    )


def _patterns(kind: Kind, patterns: Iterable[str]) -> Patterns:
    return tuple(_pattern(f"lint/{kind}.toml", pattern) for pattern in patterns)


@cache
def _pattern(where: str, written: str) -> re.Pattern[str]:
    """Each once: the look-alikes of a kind stand in all of its cues."""
    words, marks = _vocabulary().words, _vocabulary().marks
    return pattern(where, written, words, marks, re.MULTILINE)


@cache
def _vocabulary() -> Vocabulary:
    return read(DATA / "lint" / "vocabulary.toml", Vocabulary)
