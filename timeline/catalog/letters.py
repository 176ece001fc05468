"""Letters from files, in the order of the page.

A letter is ``data/letters/<key>.toml``; a blank means the same in every letter and
stands once, in ``data/letter-blanks.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.blanks import SLOT, blanks
from timeline.catalog.files import DATA
from timeline.catalog.letter_record import (
    LENDER,
    WRITER,
    Advice,
    Condition,
    LetterRecord,
    Part,
)
from timeline.catalog.records import read, read_tables
from timeline.catalog.sources import article
from timeline.engine import LenderKind
from timeline.engine.errors import DataError
from timeline.engine.letters import LetterFits, Shelf

KEY: Final = re.compile(r"[a-z][a-z0-9-]*")
# A file name is seen by whoever sees the phone: it says nothing.
NEUTRAL: Final = re.compile(r"letter-\d{2}")
# Addresses of pages that stand beside the letters.
RESERVED: Final = frozenset({"check", "limitation"})


@dataclass(frozen=True, slots=True)
class Need:
    """A group of letters, by what the writer wants."""

    title: str
    intro: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do when something was already given away."""

    title: str
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaidHelpers:
    """Signs that somebody is paid for the letter, and the way out."""

    title: str
    intro: str
    free: str
    signs: tuple[Advice, ...]
    remedies: tuple[Remedy, ...]


@cache
def needs() -> Mapping[str, Need]:
    """The groups of letters, in the order of the page."""
    return read_tables(DATA / "letter-needs.toml", Need)


@cache
def paid_helpers() -> PaidHelpers:
    """Shown before a letter is taken away."""
    return read(DATA / "paid-helpers.toml", PaidHelpers)


@cache
def letters() -> Mapping[str, LetterRecord]:
    """Every letter by key, in the order of the page.

    Raises:
        DataError: A file contradicts itself, or two share a file name.
    """
    found = {
        path.stem: read(path, LetterRecord)
        for path in sorted((DATA / "letters").glob("*.toml"))
    }
    for key, letter in found.items():
        for problem in _problems(key, letter):
            raise DataError(f"letters/{key}.toml: {problem}")
    names = [letter.file_name for letter in found.values()]
    if len(set(names)) < len(names):
        raise DataError("letters: two letters share a file name")
    return dict(sorted(found.items(), key=lambda item: item[1].position))


@cache
def shelf() -> Shelf:
    """When each letter fits, as the engine takes it."""
    return Shelf(
        tuple(
            LetterFits(
                key=key,
                roles=frozenset(letter.writers),
                deadlines=frozenset(letter.fits.deadlines),
                actions=frozenset(letter.fits.actions),
                findings=frozenset(letter.fits.findings),
                stages=frozenset(letter.fits.stages),
            )
            for key, letter in letters().items()
        )
    )


def _problems(key: str, letter: LetterRecord) -> Iterator[str]:
    if not KEY.fullmatch(key) or key in RESERVED:
        yield "not a key for a letter"
    if not NEUTRAL.fullmatch(letter.file_name):
        yield f"{letter.file_name} is no neutral file name"
    if letter.need not in needs():
        yield f"no need {letter.need}"
    yield from _blank_problems(letter)
    for condition in letter.conditions:
        yield from _condition_problems(letter, condition)
    clauses = [line for line in letter.paragraphs if line.part is Part.CLAUSE]
    if letter.asks_limitation and not any(not line.when for line in clauses):
        yield "speaks of the debt without the clause that keeps the defences"
    for cite in letter.cites:
        try:
            article(cite)
        except DataError as error:
            yield str(error)


def _blank_problems(letter: LetterRecord) -> Iterator[str]:
    listed = set(letter.blanks)
    texts = [line.text for line in letter.paragraphs]
    used = {blank for text in texts for blank in SLOT.findall(text)}
    asked = {key for condition in letter.conditions for key in condition}
    if letter.clock:
        asked.add(letter.clock.received)
    if letter.wants:
        asked.update(letter.wants.any_of)
    if letter.objection:
        asked.update((letter.objection.words, *letter.objection.fees))
    asked.update(letter.hints)
    if odd := asked - listed - {WRITER, LENDER}:
        yield f"asks for blanks that are not listed: {', '.join(sorted(odd))}"
    if unknown := listed - set(blanks()):
        yield f"unknown blank {', '.join(sorted(unknown))}"
    elif missing := used - listed:
        yield f"blank not listed: {', '.join(sorted(missing))}"
    elif idle := listed - used - asked:
        yield f"blank never used: {', '.join(sorted(idle))}"


def _condition_problems(letter: LetterRecord, condition: Condition) -> Iterator[str]:
    for key, values in condition.items():
        if key == WRITER:
            known: tuple[str, ...] = letter.writers
        elif key == LENDER:
            known = tuple(LenderKind)
        elif key in letter.blanks:
            known = blanks()[key].answers
        else:
            known = ()
        if not values or set(values) - set(known):
            yield f"impossible condition {key} = {list(values)}"
