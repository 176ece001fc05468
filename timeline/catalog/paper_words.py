"""How people speak of each kind of paper, from ``paper-words.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read
from timeline.catalog.sources import article
from timeline.catalog.spelling import folding
from timeline.engine import PaperKind
from timeline.engine.errors import DataError
from timeline.engine.paper_names import Candidate, PaperWords, papers_named
from timeline.engine.text import Patterns

FILE: Final = "paper-words.toml"


@dataclass(frozen=True, slots=True)
class KindRecord:
    """The words of one kind, as written."""

    named: tuple[str, ...]
    told: tuple[str, ...] = ()
    hinted: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidRecord:
    """What is said of the candidates, and of a text in which none was found."""

    found: str
    unknown: str
    first: str
    look: tuple[str, ...]
    cites: tuple[str, ...]

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class PaperWordsRecord:
    """The file: named parts of patterns, and the kinds in the order of the legal track.

    Raises:
        DataError: A kind has no words.
    """

    said: SaidRecord
    words: Mapping[str, str]
    kinds: Mapping[str, KindRecord]

    def __post_init__(self) -> None:
        if [*self.kinds] != [kind.key for kind in PaperKind]:
            raise DataError("not the kinds of papers in their order")


def named(text: str) -> tuple[Candidate, ...]:
    """The kinds of paper that a text may speak of, the likeliest first."""
    return papers_named(text, paper_words(), folding())


@cache
def paper_words_record() -> PaperWordsRecord:
    """The file as written."""
    return read(DATA / FILE, PaperWordsRecord)


@cache
def paper_words() -> tuple[PaperWords, ...]:
    """The words of every kind, ready for the engine.

    Raises:
        DataError: A pattern is wrong, unbounded or names no word list.
    """
    record = paper_words_record()

    def compiled(written: Iterable[str]) -> Patterns:
        return tuple(pattern(FILE, one, record.words) for one in written)

    return tuple(
        PaperWords(
            kind=kind,
            named=compiled(record.kinds[kind.key].named),
            told=compiled(record.kinds[kind.key].told),
            hinted=compiled(record.kinds[kind.key].hinted),
            unless=compiled(record.kinds[kind.key].unless),
            against=compiled(record.kinds[kind.key].against),
        )
        for kind in PaperKind
    )
