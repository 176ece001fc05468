"""What a message may be, what to do, and by when, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import fill, words
from timeline.catalog.message import (
    message_reader,
    message_steps,
    message_words,
    threat,
)
from timeline.catalog.paper_words import named
from timeline.citations import Citation, cite_all
from timeline.crisis import Comfort, comfort
from timeline.dates import DateRow
from timeline.engine.message import (
    MONEY_GONE,
    Kind,
    Reading,
    read_message,
)
from timeline.engine.paper_names import NAMED
from timeline.tools.message.cue_lines import CueLine, cue_lines
from timeline.tools.message.dates import Dates, message_dates, steps_of
from timeline.tools.message.marked import Piece, pieces
from timeline.tools.message.numbers import NumberLine, number_lines

OF_A_COURT: Final = {Kind.COURT_SERVICE, Kind.MEDIATION, Kind.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Link:
    """A page of this site that helps."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One thing to do, with its sources.

    Args:
        general: It holds for any message, and may stand short.
    """

    key: str
    title: str
    text: str
    cites: tuple[Citation, ...]
    link: Link | None
    letter: Link | None
    general: bool


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A kind of paper that the message speaks of."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class MessagePage:
    """The answer to one message; nothing of it outlives the response.

    Args:
        comfort: What is said first to somebody for whom life is too much.
        likely: Papers that its words may mean besides those that are counted for.
    """

    kind: str
    title: str
    headline: str
    hedge: str
    steps: tuple[StepLine, ...]
    when: Dates
    clock: str | None
    urgent: bool
    papers: tuple[PaperLink, ...]
    likely: tuple[PaperLink, ...]
    pieces: tuple[Piece, ...]
    cues: tuple[CueLine, ...]
    numbers: tuple[NumberLine, ...]
    received: str
    comfort: Comfort | None

    @property
    def dates(self) -> tuple[DateRow, ...]:
        """By when, as if the message were real."""
        return self.when.rows

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
        return self.when.first

    @property
    def near(self) -> tuple[StepLine, ...]:
        """The steps that fit this message, best first."""
        return tuple(step for step in self.steps if not step.general)

    @property
    def general(self) -> tuple[StepLine, ...]:
        """The steps that hold for any."""
        return tuple(step for step in self.steps if step.general)

    @property
    def forms(self) -> tuple[PaperLink, ...]:
        """The papers that the message names; none where it does not say which."""
        return () if self.when.unsure else self.papers


def message_page(
    text: str,
    received: date | None,
    today: date,
    ticked: Iterable[tuple[str, str]] = (),
) -> MessagePage:
    """Read the message, and put what was found into words."""
    reading = read_message(text, today, message_reader(), ticked)
    kind, runs = message_words().kinds[reading.kind], reading.clock
    dates, said = message_dates(runs, received, today), comfort(text)
    cues = tuple(cue_lines(reading, text, today))
    numbers = {cue.key: cue.number for cue in cues}
    return MessagePage(
        kind=reading.kind,
        title=kind.title,
        headline=_headline(reading, dates, said, today),
        hedge=kind.text,
        steps=tuple(_steps(reading, dates, today)),
        when=dates,
        clock=runs.key,
        urgent=runs.urgent,
        papers=tuple(
            PaperLink(paper.key, words.papers()[paper.key].name)
            for paper in runs.papers
        ),
        likely=tuple(_likely(text, reading)),
        pieces=tuple(pieces(text, reading.marks, numbers)),
        cues=cues,
        numbers=tuple(number_lines(reading, text)),
        received=received.isoformat() if received else "",
        comfort=said,
    )


def _likely(text: str, reading: Reading) -> Iterator[PaperLink]:
    """What the words may mean; beside a sure paper only the likeliest, or a name.

    A lender that threatens with a freeze sends no freezing order: beside no number of a
    case, what is to come is no paper of a court.
    """
    outside = reading.kind not in OF_A_COURT and not reading.numbers
    to_come = outside and bool(threat().search(text))
    runs = reading.clock
    sure = set() if runs.may_be else set(runs.papers)
    for place, one in enumerate(named(text)):
        paper = words.papers()[one.kind.key]
        if one.kind in sure or (to_come and paper.court):
            continue
        if not sure or not place or one.weight >= NAMED:
            yield PaperLink(one.kind.key, paper.name)


def _headline(reading: Reading, dates: Dates, said: Comfort | None, today: date) -> str:
    """What comes first: of money, of days that are over, of the writer, of a kind."""
    headlines = message_words().headlines
    if MONEY_GONE in reading.steps[:1]:
        return fill(headlines.paid, today)
    if dates.over and reading.kind is not Kind.SCAM:
        return headlines.over
    if said and reading.kind is Kind.UNKNOWN and not dates.rows:
        return said.headline
    return message_words().kinds[reading.kind].headline


def _steps(reading: Reading, dates: Dates, today: date) -> Iterator[StepLine]:
    apart = not _speaks_of_a_court(reading)
    for key in steps_of(reading, dates):
        step = message_steps()[key]
        yield StepLine(
            key=key,
            title=fill(step.title, today),
            text=fill(step.apart if apart and step.apart else step.text, today),
            cites=cite_all(step.cites),
            link=Link(step.link, step.link_label) if step.link else None,
            letter=Link(step.letter, step.letter_label) if step.letter else None,
            general=key in reading.general,
        )


def _speaks_of_a_court(reading: Reading) -> bool:
    """Whether a court, a mediation, or nothing that we know is spoken of."""
    of_courts = (Kind.COURT_SERVICE, Kind.MEDIATION)
    return (
        reading.kind in (*of_courts, Kind.UNKNOWN)
        or bool(reading.clock.signs)
        or any(mark.points_to in of_courts for mark in reading.marks)
    )
