"""Blanks of letters: what may be filled in, and what a condition may ask of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read_tables
from timeline.engine.errors import DataError

SLOT: Final = re.compile(r"\{\{\s*blank:([a-z0-9-]+)\s*\}\}")
GIVEN, MISSING, TICKED = "given", "missing", "yes"


class BlankKind(StrEnum):
    """What goes into a blank.

    ``IDENTITY`` is never asked for: it stays a line, to be written by hand.
    """

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    YUAN = "yuan"
    COUNT = "count"
    CHOICE = "choice"
    TICK = "tick"
    PHONE = "phone"
    TAIL = "phone-tail"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing the writer may fill in.

    ``longest`` counts characters; ``ahead`` offers a day so many days from today;
    ``unit`` follows a count.
    """

    label: str
    kind: BlankKind
    hint: str = ""
    longest: int = 40
    ahead: int | None = None
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if bool(self.options) is not (self.kind is BlankKind.CHOICE):
            raise DataError("options belong to a choice, and a choice needs them")

    @property
    def answers(self) -> tuple[str, ...]:
        """What a condition may ask of this blank."""
        if self.kind is BlankKind.CHOICE:
            return (*self.options, GIVEN, MISSING)
        return (TICKED,) if self.kind is BlankKind.TICK else (GIVEN, MISSING)


@cache
def blanks() -> Mapping[str, Blank]:
    """Every blank by key."""
    return read_tables(DATA / "letter-blanks.toml", Blank)
