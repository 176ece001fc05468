"""What is said of one kind of paper only, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from django.urls import reverse

from timeline.catalog import fill
from timeline.catalog.papers import Part, PartItem
from timeline.citations import Citation, cite_all


@dataclass(frozen=True, slots=True)
class PartLine:
    """One sentence with its sources; ``url`` leads to what helps, or is empty.

    ``shown``: its sources stand below it, not below the next one that has the same.
    """

    text: str
    cites: tuple[Citation, ...]
    url: str
    label: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class PartSection:
    """Some of them under a heading."""

    heading: str
    items: tuple[PartLine, ...]
    in_time: bool


def part_sections(parts: Iterable[Part], today: date) -> Iterator[PartSection]:
    """The parts with the figures of ``today``; a source is named once for a run."""
    for part in parts:
        items = tuple(_once(part_lines(part.items, today)))
        yield PartSection(part.heading, items, part.in_time)


def part_lines(items: Iterable[PartItem], today: date) -> Iterator[PartLine]:
    """The sentences with the figures of ``today``."""
    for item in items:
        yield PartLine(
            text=fill(item.text, today),
            cites=cite_all(item.cites),
            url=_url(item),
            label=item.label,
        )


def _once(items: Iterable[PartLine]) -> Iterator[PartLine]:
    """Of neighbours with the same sources the last one shows them."""
    lines = list(items)
    for line, after in zip_longest(lines, lines[1:]):
        same = after is not None and after.cites == line.cites
        yield replace(line, shown=not same)


def _url(item: PartItem) -> str:
    if item.letter:
        return reverse("letter", args=[item.letter])
    if item.article:
        return reverse("article", args=[item.article])
    return reverse(item.page) if item.page else ""
