"""How messages are read, and what is said of what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.court_numbers import NUMBER_CUE, court_numbers
from timeline.catalog.files import DATA
from timeline.catalog.message_papers import heard_signs, paper_signs, term_signs
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read, read_tables, same_keys
from timeline.catalog.sources import article
from timeline.catalog.spelling import folding
from timeline.engine.errors import DataError
from timeline.engine.message import (
    STEPS,
    Addresses,
    CaseTypes,
    Cue,
    Doubt,
    Kind,
    LinkKind,
    Reader,
)
from timeline.engine.message.cues import STRONG
from timeline.engine.message.reading import IMPOSSIBLE
from timeline.engine.message.steps import (
    ABOUT_CODES,
    ABOUT_MONEY,
    ABOUT_OTHERS,
    OWN_PERIODS,
    THREATS,
)
from timeline.engine.text import Patterns
from timeline.engine.text.denials import OVER

# Cues that the engine names: where they are heard, they decide on steps.
DECISIVE: Final = OWN_PERIODS | THREATS | ABOUT_OTHERS | ABOUT_MONEY | ABOUT_CODES


@dataclass(frozen=True, slots=True)
class CueRecord:
    """A cue of the kind that its file is named for: patterns, look-alikes, reason."""

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
class Headlines:
    """What comes first whatever the kind: every day has passed, or money is gone."""

    over: str
    paid: str


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """The file: what takes a scam cue back, word lists, headlines and kinds.

    Args:
        threatens: How a lender says what it will do.
    """

    denials: tuple[str, ...]
    threatens: str
    words: Mapping[str, str]
    headlines: Headlines
    kinds: Mapping[str, KindWords]

    def __post_init__(self) -> None:
        if any(f"(?P<{OVER}>" not in denial for denial in self.denials):
            raise DataError(f"denials: each needs a group {OVER}")
        same_keys("kinds", self.kinds, Kind)


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
    """Kinds and lists of words, as written."""
    return read(DATA / "message.toml", MessageRecord)


@cache
def threat() -> re.Pattern[str]:
    """How a lender says what it will do."""
    return pattern("message.toml", message_words().threatens, message_words().words)


@cache
def message_cues() -> Mapping[Kind, Mapping[str, CueRecord]]:
    """Every cue as written, by the kind that it speaks for.

    Raises:
        DataError: Two cues share a key, or one that the engine names, or that a type
            of case number speaks for, is missing.
    """
    cues = {
        kind: read_tables(DATA / "message" / f"{kind}.toml", CueRecord) for kind in Kind
    }
    keys = [key for records in cues.values() for key in records]
    if len(keys) != len(set(keys)):
        raise DataError("message/: two cues share a key")
    needed = {
        IMPOSSIBLE,
        NUMBER_CUE,
        *(f"{NUMBER_CUE}-{doubt}" for doubt in Doubt),
        *(f"link-{kind}" for kind in LinkKind),
        *DECISIVE,
    }
    for key, record in court_numbers().types.items():
        if record.cue not in keys:
            raise DataError(f"court-numbers.toml [types.{key}]: no cue {record.cue}")
    if missing := needed - set(keys):
        raise DataError(f"message/: {', '.join(sorted(missing))} missing")
    return cues


@cache
def message_steps() -> Mapping[str, StepWords]:
    """Words of every step, in the order of the page."""
    words = read_tables(DATA / "message-steps.toml", StepWords)
    same_keys("message-steps.toml", words, STEPS, ordered=True)
    return words


@cache
def told() -> Mapping[str, Told]:
    """What can be ticked instead of pasting a text.

    Raises:
        DataError: One speaks for a cue that is not there.
    """
    ticks = read_tables(DATA / "message-told.toml", Told)
    for key, tick in ticks.items():
        if tick.cue and not any(tick.cue in cues for cues in message_cues().values()):
            raise DataError(f"message-told.toml [{key}]: no cue {tick.cue}")
    return ticks


@cache
def message_reader() -> Reader:
    """All that the engine reads a message with.

    Raises:
        DataError: A pattern is wrong or unbounded, or a key names nothing.
    """
    numbers = court_numbers()
    return Reader(
        cues={
            key: _cue(kind, key, record)
            for kind, records in message_cues().items()
            for key, record in records.items()
        },
        denials=_patterns(message_words().denials),
        case_types=CaseTypes(
            courts=numbers.courts,
            types=tuple(sorted(numbers.types, key=len, reverse=True)),
            uniform_since=numbers.uniform_since,
        ),
        number_cues={"": NUMBER_CUE}
        | {key: record.cue for key, record in numbers.types.items()},
        addresses=read(DATA / "web-addresses.toml", Addresses),
        signs=paper_signs(),
        own=term_signs(),
        heard=heard_signs(),
        folding=folding(),
    )


def _cue(kind: Kind, key: str, record: CueRecord) -> Cue:
    across = (record.not_with, record.not_after, record.not_before)
    if kind is Kind.SCAM and any(across):
        raise DataError(f"message/scam.toml [{key}]: only its clause unsays a scam")
    return Cue(
        key=key,
        points_to=kind,
        weight=record.weight,
        any=_patterns(record.any),
        unless=_patterns(record.unless),
        not_after=_patterns(record.not_after),
        not_before=_patterns(record.not_before),
        not_with=_patterns(record.not_with),
    )


def _patterns(written: Iterable[str]) -> Patterns:
    words = message_words().words
    return tuple(pattern("message.toml", cue, words) for cue in written)
