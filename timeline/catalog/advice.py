"""Standing advice of a tool: what its page says whatever a visitor fills in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read

# Tools that have some, by the name of their file: ``<name>-advice.toml``.
ADVISED: Final = ("conduct", "message", "offer")


@dataclass(frozen=True, slots=True)
class AdviceItem:
    """One sentence of advice with its sources."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviceSection:
    """One heading of the standing advice."""

    key: str
    heading: str
    ordered: bool
    items: tuple[AdviceItem, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """All of it; ``urgent`` comes before anything else."""

    answer: str
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    sections: tuple[AdviceSection, ...]
    urgent: str = ""

    @property
    def items(self) -> Iterator[AdviceItem]:
        """Every sentence, in order."""
        return (item for section in self.sections for item in section.items)


@cache
def advice(name: str) -> Advice:
    """The standing advice of one of ``ADVISED``."""
    return read(DATA / f"{name}-advice.toml", Advice)
