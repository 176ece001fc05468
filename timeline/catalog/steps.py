"""Something to do, as a data file words it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.catalog.sources import article
from timeline.engine.errors import DataError


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


@dataclass(frozen=True, slots=True)
class NextWords:
    """One thing to do next, with the page or the letter that helps.

    ``link`` names a page of this site, ``letter`` is the key of a letter.
    """

    title: str
    text: str
    cites: tuple[str, ...]
    label: str
    link: str = ""
    letter: str = ""

    def __post_init__(self) -> None:
        if bool(self.link) == bool(self.letter):
            raise DataError(f"{self.title}: either a link or a letter")
        for reference in self.cites:
            article(reference)
