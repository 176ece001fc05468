"""Does somebody write that life has become too much?  Then the crisis lines come first.

What was read is never marked, named or kept: a tool that hears it shows the component
``components/crisis_first.html`` before anything else, and answers all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read
from timeline.catalog.spelling import folding
from timeline.engine.message.cues import Patterns
from timeline.engine.message.sentences import Sentences

FILE: Final = "crisis.toml"


@dataclass(frozen=True, slots=True)
class CrisisRecord:
    """The words that are listened for, and what is said first.

    Args:
        unless: What its clause may not say before it.
        headline: Of an answer that has nothing more urgent to say.
    """

    title: str
    text: str
    headline: str
    any: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comfort:
    """What is said before anything else."""

    title: str
    text: str
    headline: str


def comfort(text: str) -> Comfort | None:
    """What to say first to whoever wrote ``text``; nothing where no word calls for it.

    Linear in the length of the text.
    """
    page = Sentences.of(folding().fold(text))
    cries, unless = _patterns()
    if not any(True for cry in cries for _ in page.places(cry, (), unless)):
        return None
    record = _record()
    return Comfort(record.title, record.text, record.headline)


@cache
def _record() -> CrisisRecord:
    return read(DATA / FILE, CrisisRecord)


@cache
def _patterns() -> tuple[Patterns, Patterns]:
    record = _record()
    any_, unless = record.any, record.unless
    return (
        tuple(pattern(FILE, written, {}) for written in any_),
        tuple(pattern(FILE, written, {}) for written in unless),
    )
