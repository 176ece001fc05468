"""Standing advice, ready to print: figures filled in, citations looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.catalog import fill
from timeline.catalog.conduct import AdviceSection
from timeline.citations import Citation, cite_all


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its sources."""

    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its lines."""

    key: str
    heading: str
    intro: str
    ordered: bool
    items: tuple[Line, ...]


def advice_sections(
    sections: Iterable[AdviceSection], today: date
) -> tuple[Section, ...]:
    """The advice with the figures of today."""
    return tuple(
        Section(
            key=section.key,
            heading=section.heading,
            intro=fill(section.intro, today),
            ordered=section.ordered,
            items=tuple(
                Line(fill(item.text, today), cite_all(item.cites))
                for item in section.items
            ),
        )
        for section in sections
    )
