"""Norms from files: dated values with their source, strength and reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.catalog.sources import article
from timeline.engine import LenderKind, Norm, Norms, Unit, Version
from timeline.engine.errors import DataError
from timeline.engine.norms import EVERYONE


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One dated value as the file has it; the strength is its source's."""

    since: date
    cite: str
    binds: tuple[str, ...]
    checked: date
    value: int | date | tuple[str, str] | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NormRecord:
    """A norm's title, what it counts, and its versions, oldest first."""

    title: str
    unit: Unit
    versions: tuple[VersionRecord, ...]


@cache
def norm_records() -> Mapping[str, NormRecord]:
    """Every norm as its file has it, by key."""
    return {
        path.stem: read(path, NormRecord)
        for path in sorted((DATA / "norms").glob("*.toml"))
    }


@cache
def norms() -> Norms:
    """Every norm, ready for the engine."""
    return Norms({key: _norm(key, record) for key, record in norm_records().items()})


def _norm(key: str, record: NormRecord) -> Norm:
    return Norm(key, record.unit, tuple(_versions(key, record)))


def _versions(key: str, record: NormRecord) -> list[Version]:
    shapes = {
        Unit.DATE: date,
        Unit.HOURS: tuple,
        Unit.STATED: type(None),
    }
    found = []
    for version in record.versions:
        if not isinstance(version.value, shapes.get(record.unit, int)):
            raise DataError(
                f"{key}.toml: {version.value!r} does not count {record.unit}"
            )
        unknown = set(version.binds) - {EVERYONE, *LenderKind}
        if unknown or not version.binds:
            raise DataError(f"{key}.toml: binds {sorted(unknown) or 'nobody'}")
        try:
            _, source, _, cited = article(version.cite)
        except DataError as error:
            raise DataError(f"{key}.toml: {error}") from None
        found.append(
            Version(
                norm=key,
                value=version.value,
                since=version.since,
                until=version.until,
                cite=version.cite,
                strength=cited.strength or source.strength,
                binds=frozenset(version.binds),
            )
        )
    return found
