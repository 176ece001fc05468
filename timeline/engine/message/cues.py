"""Kinds of messages, the cues that speak for each, and which kind they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.text import Patterns


class Kind(StrEnum):
    """What a message may be; of equal cues the first kind of this list wins."""

    SCAM = "scam"
    UNLAWFUL_COLLECTION = "unlawful-collection"
    MEDIATION = "mediation"
    COURT_SERVICE = "court-service"
    LAWFUL_COLLECTION = "lawful-collection"
    UNKNOWN = "unknown"


GRAVE: Final[tuple[Kind, ...]] = (Kind.SCAM, Kind.UNLAWFUL_COLLECTION)
# A grave kind is not outweighed by what looks genuine, for that is copied: from one cue
# of this weight on, or from several weak ones that add up to more.  A mediator who uses
# a chat group (2) and says 「添加」 (1) is no swindler yet.
STRONG: Final = 3
TOGETHER: Final = STRONG + 1
# From here on a kind is named: a court by its heading, a scam by more than a hint.
NAMED: Final = 2


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cue:
    """One thing that speaks for a kind; every pattern is bounded.

    Args:
        points_to: ``UNKNOWN`` for what is worth a word, but speaks for nothing.
        weight: 0 to 3; a strong grave cue decides alone.
        any: The cue itself; empty where the engine finds it in another way.
        unless: Look-alikes anywhere in the same sentence; for a scam in the same
            clause, for what another one says takes nothing away.
        not_after: Look-alikes in what its clause says before it.
        not_before: Look-alikes in what its clause says after it.
        not_with: Look-alikes anywhere in the text; never for a scam, whose cues
            another sentence must not take away.
    """

    key: str
    points_to: Kind
    weight: int
    any: Patterns = ()
    unless: Patterns = ()
    not_after: Patterns = ()
    not_before: Patterns = ()
    not_with: Patterns = ()


class Mark(NamedTuple):
    """A cue in the typed text: code points, half-open."""

    cue: str
    points_to: Kind
    start: int
    end: int


def weigh(cues: Iterable[Cue]) -> Kind:
    """The kind that different cues speak for; each counts once, however often said.

    First the grave kinds, if one is strong: a threat inside a courteous reminder is
    still a threat, and a forged court asks for money like any other thief, whatever it
    threatens with.  Then the greater weight; what names its business (a mediator, a
    sitting) weighs more than words that anybody uses (「法院」, 「还款」), and a faint
    cue of a scam (「领取」) stands in every notice of a parcel.  Of equal weights the
    kind whose steps protect more.  Another scam cue can therefore only move the answer
    towards scam.
    """
    different = {cue.key: cue for cue in cues}.values()
    totals: Counter[Kind] = Counter()
    for cue in different:
        totals[cue.points_to] += cue.weight
    decided = {cue.points_to for cue in different if cue.weight >= STRONG}
    graves = [kind for kind in GRAVE if kind in decided or totals[kind] >= TOGETHER]
    if Kind.SCAM in graves and totals[Kind.COURT_SERVICE] >= NAMED:
        return Kind.SCAM
    if totals[Kind.SCAM] < NAMED:
        del totals[Kind.SCAM]
    among = graves or [kind for kind in Kind if totals[kind] and kind != Kind.UNKNOWN]
    return max(among, key=lambda kind: totals[kind], default=Kind.UNKNOWN)
