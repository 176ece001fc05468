"""Findings and actions of the engine as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from timeline.catalog import fill
from timeline.citations import Citation, cite_all


class Link(NamedTuple):
    """A page of this site that helps."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know or to do, with its sources."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    tone: str = "info"
    link: Link | None = None


def lines(texts: Mapping[str, Any], keys: Iterable[str], today: date) -> Iterator[Line]:
    """The words of each key, with the figures of ``today``."""
    for key in keys:
        text = texts[key]
        title, said = fill(text.title, today), fill(text.text, today)
        yield Line(title, said, cite_all(text.cites), getattr(text, "tone", "info"))
