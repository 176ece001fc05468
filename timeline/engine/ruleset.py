"""Everything that is not the visitor's: profiles, norms, calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.engine.facts import Facts, LenderKind
from timeline.engine.letters import Shelf
from timeline.engine.norms import Norms, Unit
from timeline.engine.profiles import Profile
from timeline.engine.trace import Step
from timeline.engine.workdays import Workdays

UNKNOWN_PROFILE: Final = "unknown"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ruleset:
    """The data of one day's release.

    ``rights`` names the norms on which each right rests; ``version`` is a hash of
    the data files.
    """

    profiles: Mapping[str, Profile]
    norms: Norms
    units: dict[str, Unit]
    rights: Mapping[str, tuple[str, ...]]
    workdays: Workdays
    letters: Shelf
    version: str


def profile_for(facts: Facts, ruleset: Ruleset) -> Profile:
    """The product's profile, else that of the kind of lender, else the common one."""
    if facts.product != UNKNOWN_PROFILE:
        return ruleset.profiles[facts.product]
    return ruleset.profiles[facts.lender_kind]


class Grounded(NamedTuple):
    """Which rights rest on a norm, on one day and against one kind of lender."""

    rights: tuple[str, ...]
    steps: tuple[Step, ...]
    missing: tuple[str, ...]


@lru_cache(maxsize=1024)
def grounded(
    ruleset: Ruleset, today: date, kind: LenderKind, rights: tuple[str, ...]
) -> Grounded:
    """The same for every visitor of that day, so it is worked out once."""
    norms = ruleset.norms.on(today)
    resting: list[str] = []
    steps: list[Step] = []
    missing: list[str] = []
    for right in rights:
        keys = ruleset.rights[right]
        unknown = [key for key in keys if key not in norms]
        binding = [
            Step("norm", key, right, norms[key].cite)
            for key in keys
            if key in norms and norms[key].binds_lender(kind)
        ]
        missing += unknown
        steps += [Step("skipped", "no-norm", f"{right} {k}", None) for k in unknown]
        steps += binding
        if binding:
            resting.append(right)
    return Grounded(tuple(resting), tuple(steps), tuple(missing))
