"""Steps of a data file, ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.catalog import fill
from timeline.catalog.steps import StepWords
from timeline.citations import Citation, cite_all


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
