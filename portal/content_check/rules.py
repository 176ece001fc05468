"""The word lists of ``portal/content/check``: what must not be said, and how.

Patterns are regular expressions.  ``unless`` names the look-alikes of one pattern;
denials and reports, which hold for every pattern, are in ``sentences.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from timeline.catalog.records import read, read_tables
from timeline.engine import DataError

RULES: Final = Path(__file__).parents[1] / "content" / "check"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that stays within a line: ``[^，]`` excludes the line's end too.

    Raises:
        DataError: It is no regular expression.
    """
    try:
        return re.compile(pattern.replace("[^", r"[^\n"))
    except re.error as error:
        raise DataError(f"{pattern}: {error}") from error


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words to be found, and the look-alikes that are something else."""

    pattern: str
    unless: str = ""
    error: bool = True

    def __post_init__(self) -> None:
        for text in (self.pattern, self.unless):
            compiled(text)


@dataclass(frozen=True, slots=True)
class WrongStatement:
    """What articles often say wrongly; ``right`` is one sentence for the editor."""

    says: str
    right: str
    pattern: str

    def __post_init__(self) -> None:
        compiled(self.pattern)


@dataclass(frozen=True, slots=True)
class Figure:
    """How a sentence gives away that its figure is the one of a norm."""

    near: str


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """Words around a statement that make it a denial, a report or an open question."""

    denied_before: str
    reported: str
    denied_inside: str
    denied_after: str
    hedged: str
    asked: str


@cache
def law_words() -> dict[str, Pattern]:
    """Words with which a sentence claims what the law says."""
    return read_tables(RULES / "law.toml", Pattern)


@cache
def promises() -> dict[str, Pattern]:
    """Words that promise an outcome."""
    return read_tables(RULES / "promises.toml", Pattern)


@cache
def numbers() -> dict[str, Pattern]:
    """Phone numbers, by kind."""
    return read_tables(RULES / "numbers.toml", Pattern)


@cache
def wrong_statements() -> dict[str, WrongStatement]:
    """The usual wordings of what is often said wrongly."""
    return read_tables(RULES / "wrong.toml", WrongStatement)


@cache
def figures() -> dict[str, Figure]:
    """For each norm with a figure, the words that stand near it."""
    return read_tables(RULES / "figures.toml", Figure)


@cache
def sentence_rules() -> SentenceRules:
    """Denials, reports and hedges."""
    return read(RULES / "sentences.toml", SentenceRules)
