"""How messages are read, and what is said of what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.lint import folding
from timeline.catalog.message_papers import heard_signs, paper_signs, term_signs
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read, read_tables
from timeline.catalog.sources import article
from timeline.engine.errors import DataError
from timeline.engine.message import (
    STEPS,
    Addresses,
    CaseTypes,
    Cue,
    Fault,
    Kind,
    LinkKind,
    Reader,
)
from timeline.engine.message.cues import STRONG, Patterns
from timeline.engine.message.reading import IMPOSSIBLE

NUMBER_CUE = "case-number"


@dataclass(frozen=True, slots=True)
class CueRecord:
    """A cue: what it speaks for, its patterns and its look-alikes, its reason."""

    points_to: Kind
    weight: int
    title: str
    reason: str
    any: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.weight <= STRONG:
            raise DataError(f"{self.title}: weight is 0 to {STRONG}")
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of message is called, what to do first, and the caution beside it."""

    headline: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """The file: what a clause denies, word lists, kinds and cues."""

    denials: str
    words: Mapping[str, str]
    kinds: Mapping[str, KindWords]
    cues: Mapping[str, CueRecord]

    def __post_init__(self) -> None:
        if sorted(self.kinds) != sorted(Kind):
            raise DataError(f"kinds: they are {', '.join(Kind)}")
        needed = {IMPOSSIBLE, NUMBER_CUE, *(f"link-{kind}" for kind in LinkKind)}
        if missing := needed - set(self.cues):
            raise DataError(f"cues: {', '.join(sorted(missing))} missing")


@dataclass(frozen=True, slots=True)
class CaseTypeRecord:
    """A type of case in words."""

    says: str
    cue: str = NUMBER_CUE


@dataclass(frozen=True, slots=True)
class CourtNumbers:
    """Courts by letter, types of cases, and why a number cannot exist."""

    courts: Mapping[str, str]
    types: Mapping[str, CaseTypeRecord]
    faults: Mapping[str, str]

    def __post_init__(self) -> None:
        if list(self.faults) != list(Fault):
            raise DataError(f"faults: they are {', '.join(Fault)}")


@dataclass(frozen=True, slots=True)
class StepWords:
    """One step; ``link`` names a page of this site, ``letter`` a letter.

    Args:
        apart: The text where the message does not speak of a court.
    """

    title: str
    text: str
    cites: tuple[str, ...]
    apart: str = ""
    letter: str = ""
    letter_label: str = ""
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something to tick instead of pasting; ``says`` is read like a text.

    Args:
        cue: What it speaks for, where nobody's words could be quoted.
    """

    label: str
    says: str
    cue: str = ""


@cache
def message_words() -> MessageRecord:
    """Kinds and cues, as written."""
    return read(DATA / "message.toml", MessageRecord)


@cache
def message_steps() -> Mapping[str, StepWords]:
    """Words of every step, in the order of the page."""
    words = read_tables(DATA / "message-steps.toml", StepWords)
    if list(words) != list(STEPS):
        raise DataError(f"message-steps.toml: the keys must be {', '.join(STEPS)}")
    return words


@cache
def told() -> Mapping[str, Told]:
    """What can be ticked instead of pasting a text.

    Raises:
        DataError: One speaks for a cue that is not there.
    """
    ticks = read_tables(DATA / "message-told.toml", Told)
    for key, tick in ticks.items():
        if tick.cue and tick.cue not in message_words().cues:
            raise DataError(f"message-told.toml [{key}]: no cue {tick.cue}")
    return ticks


@cache
def court_numbers() -> CourtNumbers:
    """Case numbers in words."""
    return read(DATA / "court-numbers.toml", CourtNumbers)


@cache
def message_reader() -> Reader:
    """All that the engine reads a message with.

    Raises:
        DataError: A pattern is wrong or unbounded, or a key names nothing.
    """
    numbers = court_numbers()
    return Reader(
        cues={key: _cue(key, cue) for key, cue in message_words().cues.items()},
        case_types=CaseTypes(
            courts=numbers.courts,
            types=tuple(sorted(numbers.types, key=len, reverse=True)),
        ),
        number_cues={"": NUMBER_CUE}
        | {key: record.cue for key, record in numbers.types.items()},
        addresses=read(DATA / "web-addresses.toml", Addresses),
        signs=paper_signs(),
        own=term_signs(),
        heard=heard_signs(),
        folding=folding(),
    )


def _cue(key: str, record: CueRecord) -> Cue:
    denied = record.points_to is Kind.SCAM
    return Cue(
        key=key,
        points_to=record.points_to,
        weight=record.weight,
        any=_patterns(record.any),
        unless=_patterns(record.unless),
        not_after=_patterns([message_words().denials]) if denied else (),
    )


def _patterns(written: Iterable[str]) -> Patterns:
    words = message_words().words
    return tuple(pattern("message.toml", cue, words) for cue in written)
