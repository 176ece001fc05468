"""Kinds of messages, the cues that speak for each, and which kind they add up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

Patterns = tuple[re.Pattern[str], ...]


class Kind(StrEnum):
    """What a message may be; of equal cues the first kind of this list wins."""

    SCAM = "scam"
    UNLAWFUL_COLLECTION = "unlawful-collection"
    MEDIATION = "mediation"
    COURT_SERVICE = "court-service"
    LAWFUL_COLLECTION = "lawful-collection"
    UNKNOWN = "unknown"


GRAVE: Final[tuple[Kind, ...]] = (Kind.SCAM, Kind.UNLAWFUL_COLLECTION)
# From this weight on a grave kind is not outweighed: marks of genuineness are copied.
STRONG: Final = 3


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cue:
    """One thing that speaks for a kind; every pattern is bounded.

    Args:
        points_to: ``UNKNOWN`` for what is worth a word, but speaks for nothing.
        weight: 0 to 3; a strong grave cue decides alone.
        any: The cue itself; empty where the engine finds it in another way.
        unless: Look-alikes anywhere in the same sentence.
        not_after: Look-alikes in what its clause says before it.
    """

    key: str
    points_to: Kind
    weight: int
    any: Patterns = ()
    unless: Patterns = ()
    not_after: Patterns = ()


class Mark(NamedTuple):
    """A cue in the typed text: code points, half-open."""

    cue: str
    points_to: Kind
    start: int
    end: int


def weigh(cues: Iterable[Cue]) -> Kind:
    """The kind that different cues speak for; each counts once, however often said.

    Another scam cue can therefore only move the answer towards scam.
    """
    totals: Counter[Kind] = Counter()
    for cue in {cue.key: cue for cue in cues}.values():
        totals[cue.points_to] += cue.weight
    graves = [kind for kind in GRAVE if totals[kind] >= STRONG]
    among = graves or [kind for kind in Kind if totals[kind] and kind != Kind.UNKNOWN]
    return max(among, key=lambda kind: totals[kind], default=Kind.UNKNOWN)
