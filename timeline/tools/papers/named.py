"""Which papers a description may mean, and how to tell them apart, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.catalog import fill, words
from timeline.catalog.paper_words import named, paper_words_record
from timeline.catalog.papers import paper_guides
from timeline.citations import Citation, cite_all
from timeline.engine.deadlines import PERIODS
from timeline.engine.paper_names import NAMED


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A kind that it may be; ``heard`` are the words of the description.

    ``dated``: from the day it came, a last day can be told.
    """

    key: str
    name: str
    what: str
    looks: str
    heard: tuple[str, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class NamedPage:
    """The answer to one description; nothing of it outlives the response.

    Attributes:
        sure: Whether a name of the first kind was recognised, or much of it.
        first: By when to act as long as the kind is not known; empty where it is, and
            where nothing that it may be is a court's.
        look: What to look at on the paper.
    """

    title: str
    sure: bool
    text: str
    kinds: tuple[NamedKind, ...]
    first: str
    look: tuple[str, ...]
    cites: tuple[Citation, ...]


def named_page(text: str, today: date) -> NamedPage:
    """Read the description, and put the candidates into words."""
    said, found = paper_words_record().said, named(text)
    sure = bool(found) and found[0].weight >= NAMED
    quiet = bool(found) and not any(words.papers()[one.kind.key].moves for one in found)
    kinds = tuple(
        NamedKind(
            key=one.kind.key,
            name=words.papers()[one.kind.key].name,
            what=words.papers()[one.kind.key].what,
            looks=paper_guides()[one.kind.key].looks,
            heard=one.words,
            dated=any(one.kind in period.papers for period in PERIODS),
        )
        for one in found
    )
    return NamedPage(
        title=_title(kinds, sure=sure),
        sure=sure,
        text=said.found if kinds else said.unknown,
        kinds=kinds,
        first="" if sure or quiet else fill(said.first, today),
        look=tuple(fill(line, today) for line in said.look),
        cites=cite_all(said.cites),
    )


def _title(kinds: tuple[NamedKind, ...], *, sure: bool) -> str:
    if not kinds:
        return "还认不出是哪种文书"
    return f"{'最像' if sure else '也许是'}：{kinds[0].name}"
