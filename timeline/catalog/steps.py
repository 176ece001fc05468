"""Something to do, as a data file words it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.catalog.sources import article


@dataclass(frozen=True, slots=True)
class StepWords:
    """One thing to do or to know, perhaps with the letter for it."""

    title: str
    text: str
    cites: tuple[str, ...]
    letter: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)
