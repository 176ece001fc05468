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

    ``letters`` are keys of letters that answer it.
    """

    looks: str
    undone: str
    bring: tuple[str, ...]
    letters: tuple[str, ...]
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """A way in which papers arrive, and the day from which the law then counts."""

    name: str
    counts: str
    cites: tuple[str, ...]


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
