"""What one can do with each kind of paper, and how it can arrive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read_tables


@dataclass(frozen=True, slots=True)
class PaperGuide:
    """How to tell a paper, what idleness brings, what to lay ready.

    ``letters`` are keys of letters that answer it; ``reply`` is said before them.
    """

    looks: str
    undone: str
    bring: tuple[str, ...]
    letters: tuple[str, ...]
    cites: tuple[str, ...]
    reply: str = ""


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """A way in which papers arrive, and the day from which the law then counts.

    ``order`` is said instead where a payment order cannot have come that way, and
    ``statement`` where a mediation statement binds only who signed for it.
    """

    name: str
    counts: str
    cites: tuple[str, ...]
    order: str = ""
    order_cites: tuple[str, ...] = ()
    statement: str = ""
    statement_cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnStep:
    """What a paper is itself about, where a deadline of the engine is not its name.

    Attributes:
        key: Names the row, and its entry in a calendar.
        of: The deadline whose printed day is in truth this step's.
        stated: Said when the paper's date is not known; ``note`` when it is.
        also: Whether the deadline stands beside it, without a date.
        cite: Empty where no article was read that says so.
    """

    key: str
    of: str
    title: str
    stated: str
    note: str
    also: bool
    cite: str = ""


@dataclass(frozen=True, slots=True)
class PartItem:
    """One sentence of advice, perhaps with a letter, a page or an article for it."""

    text: str
    cites: tuple[str, ...]
    letter: str = ""
    page: str = ""
    article: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What is to be said of one kind of paper only, under a heading of its own.

    ``in_time`` marks what helps only as long as no date has passed.
    """

    heading: str
    items: tuple[PartItem, ...]
    in_time: bool = False


@dataclass(frozen=True, slots=True)
class PaperParts:
    """The parts of a kind.

    Attributes:
        late: What can still be done when its date has passed.
        still: The same in a few words, beside an answer that was due.
        covers: Findings that the parts say better, and that fall away.
        today: Actions for a paper of which the engine has none of its own.
    """

    late: tuple[PartItem, ...] = ()
    still: str = ""
    parts: tuple[Part, ...] = ()
    covers: tuple[str, ...] = ()
    today: tuple[str, ...] = ()

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the parts rest on."""
        items = [*self.late, *(item for part in self.parts for item in part.items)]
        return tuple(reference for item in items for reference in item.cites)


@dataclass(frozen=True, slots=True)
class RoadStop:
    """A place on the road from mediation to enforcement.

    Attributes:
        mark: The same in a few words, for the picture.
        days: What the law says of its length.
        talk: What can still be agreed there.
        fees: Fields of ``CourtFees`` that come up there, with their names.
        paper: The kind of paper that opens it.
    """

    name: str
    mark: str
    days: str
    talk: str
    fees: Mapping[str, str]
    paper: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """How far a paper is to be taken as real."""

    text: str


@cache
def paper_hedges() -> Mapping[str, Hedge]:
    """Hedges: unverified, verified, forged, or quiet for what moves nothing."""
    return read_tables(DATA / "paper-hedges.toml", Hedge)


@cache
def own_steps() -> Mapping[str, OwnStep]:
    """The steps that papers are themselves about, by kind."""
    return read_tables(DATA / "paper-steps.toml", OwnStep)


@cache
def paper_parts() -> Mapping[str, PaperParts]:
    """Parts for every kind of paper, and for one that is forged."""
    return read_tables(DATA / "paper-parts.toml", PaperParts)


@cache
def paper_guides() -> Mapping[str, PaperGuide]:
    """A guide for every kind of paper."""
    return read_tables(DATA / "paper-guides.toml", PaperGuide)


@cache
def service_words() -> Mapping[str, ServiceWords]:
    """Words of every way of service."""
    return read_tables(DATA / "service.toml", ServiceWords)


@cache
def road() -> Mapping[str, RoadStop]:
    """The stops from mediation to enforcement, by legal stage, in order."""
    return read_tables(DATA / "road.toml", RoadStop)
