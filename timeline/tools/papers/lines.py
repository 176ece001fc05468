"""Findings and actions of the engine as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from timeline.catalog import fill, words
from timeline.citations import Citation, cite_all
from timeline.engine import PaperKind


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


def action_lines(keys: Iterable[str], kind: PaperKind, today: date) -> Iterator[Line]:
    """What to do about a paper of that kind; of a court's, in the words for courts."""
    of_court = words.papers()[kind.key].court
    for key in keys:
        text = words.actions()[key]
        said = (of_court and text.court) or text.text
        yield Line(
            title=fill(text.title, today),
            text=fill(said, today),
            cites=cite_all(text.cites),
            link=Link(text.link, text.link_label) if text.link else None,
        )
