"""Case numbers in words: courts, types of cases, what makes a number doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.engine.message import Doubt, Fault

NUMBER_CUE: Final = "case-number"


@dataclass(frozen=True, slots=True)
class CaseTypeRecord:
    """A type of case in words, and the cue that a well-formed number of it is."""

    says: str
    cue: str = NUMBER_CUE


@dataclass(frozen=True, slots=True)
class CourtNumbers:
    """Courts by letter, types of cases, and why a number cannot be, or is doubtful."""

    uniform_since: int
    courts: Mapping[str, str]
    types: Mapping[str, CaseTypeRecord]
    faults: Mapping[str, str]
    doubts: Mapping[str, str]

    def __post_init__(self) -> None:
        same_keys("faults", self.faults, Fault, ordered=True)
        same_keys("doubts", self.doubts, Doubt, ordered=True)


@cache
def court_numbers() -> CourtNumbers:
    """Case numbers in words."""
    return read(DATA / "court-numbers.toml", CourtNumbers)
