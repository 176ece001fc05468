"""A product's ruler without any visitor: what the web says, and how it differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline import catalog
from timeline.catalog import words
from timeline.citations import Citation, cite
from timeline.engine import TimeStage
from timeline.ruler import Ruler, ruler


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim, and where it was read."""

    says: str
    cite: Citation


@dataclass(frozen=True, slots=True)
class ClaimRange:
    """All claims on one stage, with the span of days they give."""

    stage: str
    range_text: str
    items: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another profile, to go to."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """Everything that ``/timeline/<profile>/`` shows."""

    title: str
    lender_text: str
    ruler: Ruler
    claims: tuple[ClaimRange, ...]
    notes: tuple[Saying, ...]
    unchecked: tuple[str, ...]
    checked: date
    review_by: date
    profiles: tuple[Other, ...]


def profile_page(key: str, today: date) -> ProfilePage:
    """The page of one profile.

    Raises:
        KeyError: No such profile.
    """
    record = catalog.profile_records()[key]
    return ProfilePage(
        title=record.name,
        lender_text=record.lender_text,
        ruler=ruler(catalog.profiles()[key], today),
        claims=tuple(
            _range(record, stage)
            for stage in TimeStage
            if any(claim.stage is stage for claim in record.claims)
        ),
        notes=tuple(Saying(note.text, cite(note.cite)) for note in record.notes),
        unchecked=record.unchecked,
        checked=record.checked,
        review_by=record.review_by,
        profiles=tuple(
            Other(other, item.name)
            for other, item in catalog.profile_records().items()
            if other != key
        ),
    )


def _range(record: catalog.ProfileRecord, stage: TimeStage) -> ClaimRange:
    claims = [claim for claim in record.claims if claim.stage is stage]
    first = min(claim.first_day for claim in claims)
    last = max(claim.last_day or claim.first_day for claim in claims)
    span = (
        f"第 {first} 天" if first == last else f"从第 {first} 天到第 {last} 天都有人说"
    )
    return ClaimRange(
        stage=words.stages("time")[stage].name,
        range_text=f"网上的说法：{span}",
        items=tuple(Saying(claim.says, cite(claim.cite)) for claim in claims),
    )
