"""Short pages of sourced advice, written in ``portal/content/pages``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from timeline.catalog import fill
from timeline.catalog.records import read
from timeline.citations import Citation, cite_all

PAGES: Final = Path(__file__).parent / "content" / "pages"


@dataclass(frozen=True, slots=True)
class Link:
    """Another page of the site, by the name of its address."""

    name: str
    label: str
    arg: str = ""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One piece of advice and what it rests on."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A heading with its items."""

    key: str
    heading: str
    items: tuple[ItemRecord, ...]
    intro: str = ""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page as its file has it."""

    title: str
    description: str
    answer: str
    tool: bool
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    links: tuple[Link, ...]
    sections: tuple[SectionRecord, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of advice, figures filled in, citations looked up."""

    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items, ready to print."""

    key: str
    heading: str
    intro: str
    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to print."""

    title: str
    description: str
    answer: str
    tool: bool
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    links: tuple[Link, ...]
    sections: tuple[Section, ...]


@cache
def page_records() -> dict[str, PageRecord]:
    """Every page by key.

    Raises:
        DataError: The message names the file.
    """
    return {path.stem: read(path, PageRecord) for path in sorted(PAGES.glob("*.toml"))}


@lru_cache(maxsize=64)
def page(key: str, day: date) -> Page:
    """The page with the figures that hold on ``day``."""
    record = page_records()[key]
    return Page(
        title=record.title,
        description=record.description,
        answer=fill(record.answer, day),
        tool=record.tool,
        checked=record.checked,
        review_by=record.review_by,
        unchecked=record.unchecked,
        links=record.links,
        sections=tuple(
            Section(
                key=section.key,
                heading=section.heading,
                intro=fill(section.intro, day),
                ordered=section.ordered,
                items=tuple(
                    Item(fill(item.text, day), cite_all(item.cites))
                    for item in section.items
                ),
            )
            for section in record.sections
        ),
    )
