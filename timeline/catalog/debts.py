"""What 「几笔债」 says of the order and of each way of splitting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine.debts import Note, Reason
from timeline.engine.errors import DataError
from timeline.engine.repayment import Strategy


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """Why a debt comes where it comes."""

    title: str
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """One more thing to know of a debt."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """A way of splitting the monthly sum."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DebtsWords:
    """All words of the tool; its keys are those of the engine."""

    answer: str
    checked: date
    review_by: date
    basis: tuple[str, ...]
    unchecked: tuple[str, ...]
    reasons: Mapping[str, ReasonWords]
    notes: Mapping[str, NoteWords]
    strategies: Mapping[str, StrategyWords]

    def __post_init__(self) -> None:
        pairs: tuple[tuple[str, set[str], set[str]], ...] = (
            ("reasons", set(self.reasons), set(Reason)),
            ("notes", set(self.notes), set(Note)),
            ("strategies", set(self.strategies), set(Strategy)),
        )
        for name, given, keys in pairs:
            if odd := given ^ keys:
                raise DataError(f"{name} and the engine differ: {sorted(odd)}")

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the page rests on."""
        reasons = (cite for said in self.reasons.values() for cite in said.cites)
        notes = (cite for said in self.notes.values() for cite in said.cites)
        return (*self.basis, *reasons, *notes)


@cache
def debts_words() -> DebtsWords:
    """The words of ``debts.toml``."""
    return read(DATA / "debts.toml", DebtsWords)
