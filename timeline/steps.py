"""Steps of a data file, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from timeline.catalog import fill
from timeline.catalog.steps import NextWords, StepWords
from timeline.citations import Citation, cite_all

# Names of a form's fields, with what stands in them.
Values: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do or to know; ``letter`` is the key of the letter for it."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    letter: str
    label: str


def steps(words: Iterable[StepWords], today: date) -> tuple[Step, ...]:
    """The steps with the figures of ``today``."""
    return tuple(
        Step(
            title=fill(step.title, today),
            text=fill(step.text, today),
            cites=cite_all(step.cites),
            letter=step.letter,
            label=step.label,
        )
        for step in words
    )


@dataclass(frozen=True, slots=True)
class Next:
    """One thing to do next: ``link`` names a page, ``letter`` a letter by its key.

    ``carried`` holds first values for the form of that page, sent by POST.
    """

    title: str
    text: str
    cites: tuple[Citation, ...]
    label: str
    link: str
    letter: str
    carried: Values = ()


def next_steps(
    words: Iterable[NextWords], today: date, carried: Mapping[str, Values]
) -> tuple[Next, ...]:
    """What to do next, with the figures of ``today``; ``carried`` is by page."""
    return tuple(
        Next(
            title=said.title,
            text=fill(said.text, today),
            cites=cite_all(said.cites),
            label=said.label,
            link=said.link,
            letter=said.letter,
            carried=carried.get(said.link, ()),
        )
        for said in words
    )
