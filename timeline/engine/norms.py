"""Dated values: which version applies on a day, and whom it binds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from timeline.engine.errors import DataError
from timeline.engine.facts import LenderKind

EVERYONE: Final = "everyone"


class Strength(StrEnum):
    """How much weight a source carries, strongest first."""

    LAW = "law"
    REGULATION = "regulation"
    INTERPRETATION = "interpretation"
    RULE = "rule"
    REGULATORY_DOCUMENT = "regulatory-document"
    STANDARD = "standard"
    SELF_REGULATION = "self-regulation"
    CONTRACT = "contract"
    PRACTICE = "practice"


class Unit(StrEnum):
    """What a norm's value counts.  ``STATED``: the paper itself names the date."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    TIMES = "times"
    MULTIPLE = "multiple"
    PERCENT = "percent"
    DAILY_PER_MILLION = "daily-per-million"
    HOURS = "hours"
    DATE = "date"
    STATED = "stated"


Value: TypeAlias = int | date | tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Version:
    """The value of a norm from ``since`` up to, not including, ``until``."""

    norm: str
    value: Value
    since: date
    until: date | None
    cite: str
    strength: Strength
    binds: frozenset[str]

    def binds_lender(self, kind: LenderKind) -> bool:
        """Whether it may be held against this kind of lender.

        With an unknown lender, or a platform behind which one stands, it is shown
        with the words for whom it binds; a norm for others is left out.
        """
        return (
            EVERYONE in self.binds
            or kind in self.binds
            or kind in (LenderKind.UNKNOWN, LenderKind.PLATFORM)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """A rule's dated values.  No two versions may apply on the same day."""

    key: str
    unit: Unit
    versions: tuple[Version, ...]

    def __post_init__(self) -> None:
        ordered = sorted(self.versions, key=lambda version: version.since)
        if list(self.versions) != ordered or not ordered:
            raise DataError(f"{self.key}: versions must be given, oldest first")
        for version, later in pairwise(ordered):
            if version.until is None or version.until > later.since:
                raise DataError(f"{self.key}: two versions apply on {later.since}")
        for version in ordered:
            if version.until is not None and version.until <= version.since:
                raise DataError(f"{self.key}: {version.since} ends before it begins")

    def on(self, day: date) -> Version | None:
        """The version in force on ``day``; ``None`` when we know of none."""
        for version in self.versions:
            if version.since <= day and (version.until is None or day < version.until):
                return version
        return None


class Norms(Mapping[str, Norm]):
    """All norms by key; hashable, so that the versions of a day are looked up once."""

    def __init__(self, norms: Mapping[str, Norm]) -> None:
        self._norms = dict(norms)

    def __getitem__(self, key: str) -> Norm:
        return self._norms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._norms)

    def __len__(self) -> int:
        return len(self._norms)

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def on(self, day: date) -> Mapping[str, Version]:
        """The versions in force on ``day``, by norm key; missing means unknown."""
        return _in_force(self, day)


@lru_cache(maxsize=1024)
def _in_force(norms: Norms, day: date) -> Mapping[str, Version]:
    found = ((key, norm.on(day)) for key, norm in norms.items())
    return {key: version for key, version in found if version is not None}
