"""Standing advice, ready to print: figures filled in, citations looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.catalog import fill, fingerprint
from timeline.catalog.advice import advice
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
    urgent: str
    sections: tuple[Section, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    ruleset: str


def advice_page(name: str, today: date) -> AdvicePage:
    """The advice of a tool, ``conduct`` for instance, with the figures of today."""
    given = advice(name)
    return AdvicePage(
        answer=fill(given.answer, today),
        urgent=fill(given.urgent, today),
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
            for section in given.sections
        ),
        checked=given.checked,
        review_by=given.review_by,
        unchecked=given.unchecked,
        ruleset=fingerprint(),
    )
