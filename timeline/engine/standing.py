"""Everything that a rule may look at, worked out once an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.engine.facts import Facts, LenderKind
from timeline.engine.norms import Version
from timeline.engine.profiles import Profile
from timeline.engine.stages import LegalStage, PaperKind, TimeStage


@dataclass(slots=True)
class Standing:
    """One debt on one day, as rules see it.

    Attributes:
        low: Lowest possible number of days overdue, ``high`` the highest.
        kinds: Kinds of the papers that count.
        undated: A step is open whose last day cannot be counted.
        ahead: Keys of the steps still open; ``passed`` of those surely over.
        owing: Borrower or guarantor, and the due day may have passed.
        collecting: Not paused, and the due day may have passed.
    """

    facts: Facts
    profile: Profile
    lender_kind: LenderKind
    norms: Mapping[str, Version]
    low: int | None
    high: int | None
    stages: tuple[TimeStage, ...]
    paused: bool
    legal: LegalStage
    is_contact: bool
    owing: bool
    collecting: bool
    # What papers add; without papers it stays as it is here.
    kinds: frozenset[PaperKind] = frozenset()
    unverified: bool = False
    forged: bool = False
    undated: bool = False
    calendar_unknown: bool = False
    printed_later: bool = False
    ahead: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
