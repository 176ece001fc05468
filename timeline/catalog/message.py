"""How messages are read, and what is said of what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.lint import folding
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read, read_tables
from timeline.catalog.sources import article
from timeline.engine import PaperKind
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.errors import DataError
from timeline.engine.message import (
    STEPS,
    Addresses,
    CaseTypes,
    Cue,
    Fault,
    Kind,
    LinkKind,
    PaperSign,
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
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.not_with and self.points_to is Kind.SCAM:
            raise DataError(f"{self.title}: no other sentence unsays a scam")
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
    """The file: what denies a scam before or after it, word lists, kinds and cues."""

    denials: str
    denied: str
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
class SignRecord:
    """How a message speaks of papers, and the clock that runs for them."""

    papers: tuple[str, ...]
    any: tuple[str, ...]
    clock: str | None = None
    types: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    assumed: bool = False

    def __post_init__(self) -> None:
        if self.clock is not None and self.clock not in DEADLINE_KEYS:
            raise DataError(f"no deadline {self.clock}")


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
    """One step; ``link`` names a page of this site."""

    title: str
    text: str
    cites: tuple[str, ...]
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something to tick instead of pasting; ``says`` is read like a text."""

    label: str
    says: str


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
    """What can be ticked instead of pasting a text."""
    return read_tables(DATA / "message-told.toml", Told)


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
        signs=tuple(
            _sign(sign)
            for sign in read_tables(DATA / "message-clock.toml", SignRecord).values()
        ),
        folding=folding(),
    )


def _cue(key: str, record: CueRecord) -> Cue:
    scam = record.points_to is Kind.SCAM
    words = message_words()
    return Cue(
        key=key,
        points_to=record.points_to,
        weight=record.weight,
        any=_patterns(record.any),
        unless=_patterns(record.unless),
        not_after=_patterns([*record.not_after, *([words.denials] if scam else [])]),
        not_before=_patterns([*record.not_before, *([words.denied] if scam else [])]),
        not_with=_patterns(record.not_with),
    )


def _sign(record: SignRecord) -> PaperSign:
    kinds = {kind.key: kind for kind in PaperKind}
    return PaperSign(
        clock=record.clock,
        papers=tuple(kinds[key] for key in record.papers),
        any=_patterns(record.any),
        unless=_patterns(record.unless),
        types=frozenset(record.types),
        assumed=record.assumed,
    )


def _patterns(written: Iterable[str]) -> Patterns:
    words = message_words().words
    return tuple(pattern("message.toml", cue, words) for cue in written)
