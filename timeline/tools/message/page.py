"""What a message may be, what to do, and by when, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline import catalog
from timeline.catalog import fill, words
from timeline.catalog.message import (
    court_numbers,
    message_cues,
    message_reader,
    message_steps,
    message_words,
)
from timeline.citations import Citation, cite_all
from timeline.dates import DateRow, deadline_row
from timeline.engine.deadlines import deadlines
from timeline.engine.message import NEVER, CaseNumber, Kind, Reading, read_message
from timeline.tools.message.marked import Piece, pieces

MOST_EXCERPTS: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A page of this site that helps."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One thing to do, or never to do, with its sources."""

    key: str
    title: str
    text: str
    cites: tuple[Citation, ...]
    link: Link | None


@dataclass(frozen=True, slots=True)
class CueLine:
    """What was found, what it speaks for (empty: for nothing), and why."""

    number: int
    light: bool
    title: str
    points_to: str
    excerpts: tuple[str, ...]
    reason: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A case number in words; ``fault`` says why it cannot exist."""

    text: str
    court: str
    says: str
    fault: str


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A kind of paper that the message speaks of."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class MessagePage:
    """The answer to one message; nothing of it outlives the response."""

    kind: str
    title: str
    headline: str
    hedge: str
    steps: tuple[StepLine, ...]
    dates: tuple[DateRow, ...]
    clock: str | None
    papers: tuple[PaperLink, ...]
    pieces: tuple[Piece, ...]
    cues: tuple[CueLine, ...]
    numbers: tuple[NumberLine, ...]
    received: str
    hearing: str

    @property
    def nevers(self) -> list[StepLine]:
        """What not to do before it has been verified."""
        return [step for step in self.steps if step.key in NEVER]

    @property
    def actions(self) -> list[StepLine]:
        """What to do, in its order."""
        return [step for step in self.steps if step.key not in NEVER]

    @property
    def heavy_cues(self) -> list[CueLine]:
        """What is worth reading first; everything, where all weighs little."""
        heavy = [cue for cue in self.cues if not cue.light]
        return heavy or list(self.cues)

    @property
    def light_cues(self) -> tuple[CueLine, ...]:
        """Words that anybody uses, beside cues that weigh more."""
        return self.cues[len(self.heavy_cues) :]

    @property
    def first_date(self) -> DateRow | None:
        """The next day that runs as if the message were real."""
        return next((row for row in self.dates if row.state == "ahead"), None)


def message_page(text: str, received: date | None, today: date) -> MessagePage:
    """Read the message, and put what was found into words."""
    reading = read_message(text, today, message_reader())
    kind, runs = message_words().kinds[reading.kind], reading.clock
    # First what made the answer, last what weighs little; else the order of the text.
    kinds = {mark.cue: mark.points_to for mark in reading.marks}
    keys = sorted(kinds, key=lambda key: (_light(key), kinds[key] != reading.kind))
    numbers = {key: number for number, key in enumerate(keys, 1)}
    return MessagePage(
        kind=reading.kind,
        title=kind.title,
        headline=kind.headline,
        hedge=kind.text,
        steps=tuple(_steps(reading, today)),
        dates=tuple(_dates(reading, received, today)),
        clock=runs.key,
        papers=tuple(
            PaperLink(paper.key, words.papers()[paper.key].name)
            for paper in runs.papers
        ),
        pieces=tuple(pieces(text, reading.marks, numbers)),
        cues=tuple(
            _cue(key, number, text, reading, today) for key, number in numbers.items()
        ),
        numbers=tuple(_number(text, number) for number in _different(reading, text)),
        received=received.isoformat() if received else "",
        hearing=runs.hearing.isoformat() if runs.hearing else "",
    )


def _steps(reading: Reading, today: date) -> Iterator[StepLine]:
    for key in reading.steps:
        step = message_steps()[key]
        yield StepLine(
            key=key,
            title=fill(step.title, today),
            text=fill(step.text, today),
            cites=cite_all(step.cites),
            link=Link(step.link, step.link_label) if step.link else None,
        )


def _dates(reading: Reading, received: date | None, today: date) -> Iterator[DateRow]:
    if reading.clock.key is None:
        return
    papers, rules = reading.clock.received(received), catalog.ruleset()
    found, _ = deadlines(papers, today, rules.norms, rules.units, rules.workdays)
    for deadline in found:
        yield deadline_row(deadline, papers[deadline.paper], today, supposed=True)


def _cue(key: str, number: int, text: str, reading: Reading, today: date) -> CueLine:
    kind = message_reader().cues[key].points_to
    cue = message_cues()[kind][key]
    places = [text[mark.start : mark.end] for mark in reading.marks if mark.cue == key]
    speaks = kind is not Kind.UNKNOWN
    return CueLine(
        number=number,
        light=_light(key),
        title=cue.title,
        points_to=message_words().kinds[kind].title if speaks else "",
        excerpts=tuple(dict.fromkeys(places))[:MOST_EXCERPTS],
        reason=fill(cue.reason, today),
        cites=cite_all(cue.cites),
    )


def _light(key: str) -> bool:
    return message_reader().cues[key].weight == 1


def _different(reading: Reading, text: str) -> Iterator[CaseNumber]:
    """Each case number once, however often it is written."""
    once = {text[number.start : number.end]: number for number in reading.numbers}
    yield from once.values()


def _number(text: str, number: CaseNumber) -> NumberLine:
    record = court_numbers()
    known = record.types.get(number.type or "")
    return NumberLine(
        text=text[number.start : number.end],
        court=record.courts.get(number.court, ""),
        says=known.says if known else "这个类型我们没有收录，请问法院。",
        fault=record.faults[number.fault] if number.fault else "",
    )
