"""The standing advice below the form and the answer, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.catalog import fill, fingerprint
from timeline.catalog.message import message_advice
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


@dataclass(frozen=True, slots=True)
class AdvicePage:
    """All of it, and when it was last checked."""

    answer: str
    sections: tuple[Section, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    ruleset: str


def advice_page(today: date) -> AdvicePage:
    """The advice with the figures of today."""
    advice = message_advice()
    return AdvicePage(
        answer=fill(advice.answer, today),
        sections=tuple(
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
            for section in advice.sections
        ),
        checked=advice.checked,
        review_by=advice.review_by,
        unchecked=advice.unchecked,
        ruleset=fingerprint(),
    )
