"""Products and kinds of lender: bands for the engine, claims for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine import Band, LenderKind, Profile, Strength, TimeStage
from timeline.engine.errors import DataError, FactsError
from timeline.engine.money import parse_yuan


@dataclass(frozen=True, slots=True)
class BandRecord:
    """Days overdue, ``start`` counted and ``end`` not, with the strength of it."""

    stage: TimeStage
    strength: Strength
    cite: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What some page says about a stage; shown as a range, never as a fact."""

    stage: TimeStage
    first_day: int
    says: str
    cite: str
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark at one day of the ruler."""

    day: int
    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """One product or kind of lender, as its file has it."""

    name: str
    short: str
    lender_kind: LenderKind
    lender_text: str
    position: int
    small_sum: str
    large_sum: str
    sum_cite: str
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    bands: tuple[BandRecord, ...]
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the profile rests on, each once."""
        cited = [band.cite for band in self.bands]
        cited += [claim.cite for claim in self.claims]
        cited += [note.cite for note in self.notes]
        return tuple(dict.fromkeys([*cited, self.sum_cite]))


@cache
def profile_records() -> Mapping[str, ProfileRecord]:
    """Every profile as its file has it: products first, then kinds of lender."""
    found = {
        path.stem: read(path, ProfileRecord)
        for path in (DATA / "profiles").glob("*.toml")
    }
    missing = [kind for kind in LenderKind if kind not in found]
    if missing:
        raise DataError(f"profiles: no file for {', '.join(missing)}")
    return dict(sorted(found.items(), key=lambda item: item[1].position))


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile, ready for the engine."""
    return {key: _profile(key, record) for key, record in profile_records().items()}


def _profile(key: str, record: ProfileRecord) -> Profile:
    try:
        small = parse_yuan(record.small_sum, "small_sum")
        large = parse_yuan(record.large_sum, "large_sum")
    except FactsError as error:
        raise DataError(f"{key}.toml: {error.field}: {error}") from None
    weak = Strength.PRACTICE
    if any(band.strength is not weak for band in record.bands):
        raise DataError(f"{key}.toml: a band is practice and nothing stronger")
    return Profile(
        key=key,
        lender_kind=record.lender_kind,
        bands=tuple(
            Band(band.stage, band.start, band.end, band.cite) for band in record.bands
        ),
        small_sum_fen=small,
        large_sum_fen=large,
    )
