"""What 「几笔债」 says of the order and of each way of splitting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.steps import NextWords
from timeline.engine import LegalStage, PaperKind
from timeline.engine.debts import Note, Outcome, Reason
from timeline.engine.errors import DataError
from timeline.engine.repayment import Strategy

# Phrases that the page puts together with figures, by their table.
PHRASES: Final = {
    "dated": ("title", "cleared", "at-least", "open"),
    "when": ("never", "not-cleared", "cleared", "later"),
    "waiting": ("one", "way"),
    "figures": ("not-cleared", "least", "stuck"),
    "idle": ("unknown", "nothing", "more", "least"),
    "stage": ("proven", "unproven", "unknown", "several"),
}


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What the sum comes to; ``alone`` is the title where there is one debt."""

    title: str
    alone: str
    text: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """Why a debt comes where it comes."""

    title: str
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """One more thing to know of a debt; with ``papers``, of those with such papers."""

    text: str
    cites: tuple[str, ...]
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """A way of splitting the monthly sum."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DebtsWords:
    """All words of the tool; its keys are those of the engine."""

    answer: str
    arithmetic: str
    advice_only: str
    unknown_order: str
    unknown_plans: str
    unknown_plan: str
    dated_order: str
    over: str
    whose: str
    reckoning: str
    least: str
    dated: Mapping[str, str]
    when: Mapping[str, str]
    waiting: Mapping[str, str]
    figures: Mapping[str, str]
    idle: Mapping[str, str]
    stage: Mapping[str, str]
    share_percent: int
    old_days: int
    checked: date
    review_by: date
    basis: tuple[str, ...]
    unchecked: tuple[str, ...]
    outcomes: Mapping[str, OutcomeWords]
    help: tuple[NextWords, ...]
    reasons: Mapping[str, ReasonWords]
    advice: Mapping[str, tuple[NoteWords, ...]]
    notes: Mapping[str, NoteWords]
    strategies: Mapping[str, StrategyWords]

    def __post_init__(self) -> None:
        if not 0 < self.share_percent < 100:
            raise DataError("share_percent is no part of the sum")
        for table, names in PHRASES.items():
            same_keys(table, getattr(self, table), names)
        same_keys("outcomes", self.outcomes, Outcome)
        same_keys("reasons", self.reasons, Reason)
        same_keys("advice", self.advice, set(LegalStage) - {LegalStage.NONE})
        same_keys("notes", self.notes, Note)
        same_keys("strategies", self.strategies, Strategy)
        kinds = {kind.key for kind in PaperKind}
        for said in self._advice():
            if odd := set(said.papers) - kinds:
                raise DataError(f"advice: no such paper: {sorted(odd)}")

    def _advice(self) -> Iterator[NoteWords]:
        for said in self.advice.values():
            yield from said

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the page rests on."""
        cited = (
            *(said.cites for said in self.help),
            *(said.cites for said in self.reasons.values()),
            *(said.cites for said in self._advice()),
            *(said.cites for said in self.notes.values()),
        )
        return (*self.basis, *(cite for cites in cited for cite in cites))


@cache
def debts_words() -> DebtsWords:
    """The words of ``debts.toml``."""
    return read(DATA / "debts.toml", DebtsWords)
