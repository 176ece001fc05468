"""A letter as its file has it: paragraphs, conditions, who takes it and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from timeline.engine import LegalStage, PaperKind, Role
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.errors import DataError

# Conditions ask for these two besides the blanks of the letter.
WRITER: Final = "writer"
LENDER: Final = "lender-kind"
Condition: TypeAlias = Mapping[str, tuple[str, ...]]


class Part(StrEnum):
    """Where a paragraph stands in the letter."""

    TO = "to"
    BODY = "body"
    MORE = "more"  # goes on in the paragraph before it
    NUMBERED = "numbered"
    CLAUSE = "clause"  # 「仅为协商」: nothing is acknowledged, no defence given up
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Written when every condition holds.

    ``spare`` > 0: left out, the highest first, where a channel limits the length.
    """

    text: str
    part: Part = Part.BODY
    when: Condition = field(default_factory=dict)
    cites: tuple[str, ...] = ()
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """A line beside the letter: who takes it, how to send it."""

    text: str
    when: Condition = field(default_factory=dict)
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The legal step that the letter takes, counted from the day in a blank."""

    deadline: str
    paper: str
    received: str

    def __post_init__(self) -> None:
        if self.deadline not in DEADLINE_KEYS:
            raise DataError(f"no deadline {self.deadline}")
        if self.paper not in {kind.key for kind in PaperKind}:
            raise DataError(f"no paper {self.paper}")


@dataclass(frozen=True, slots=True)
class Wants:
    """Blanks of which at least one should be filled, and what is said if none is.

    ``unread``: said of words that stand alone and in which no ground was heard.
    """

    any_of: tuple[str, ...]
    warning: str
    title: str = "先别交"
    unread: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A letter that objects to a payment order: where its own words stand.

    ``fees``: ticks that contest interest and fees only.
    """

    words: str
    fees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fits:
    """When an assessment suggests the letter: any one of these keys is enough."""

    findings: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    stages: tuple[LegalStage, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """One letter as its file has it.

    ``family``: letters that tell the same facts to different offices.
    ``limit``: characters we plan for; the office's own page decides.
    ``hints``: said at a blank of this letter instead of the blank's own hint.
    """

    title: str
    summary: str
    need: str
    position: int
    file_name: str
    writers: tuple[Role, ...]
    acknowledges_debt: bool
    promises: bool
    accepts: tuple[Advice, ...]
    send: tuple[Advice, ...]
    cannot: tuple[str, ...]
    blanks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    checked: date
    review_by: date
    heading: str = ""
    family: str = ""
    limit: int | None = None
    clock: Clock | None = None
    wants: Wants | None = None
    objection: OwnWords | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    fits: Fits = field(default_factory=Fits)
    unchecked: tuple[str, ...] = ()

    @property
    def asks_limitation(self) -> bool:
        """Whether the three years are asked about before the text."""
        return self.acknowledges_debt or self.promises

    @property
    def asks_lender(self) -> bool:
        """Whether the kind of lender changes anything."""
        return any(LENDER in condition for condition in self.conditions)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the file."""
        return tuple(line.when for line in self._lines)

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the letter and the advice rest on, each once."""
        return tuple(dict.fromkeys(cite for line in self._lines for cite in line.cites))

    @property
    def _lines(self) -> tuple[Paragraph | Advice, ...]:
        return (*self.paragraphs, *self.accepts, *self.send)
