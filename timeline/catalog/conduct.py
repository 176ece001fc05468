"""The words of the conduct tool, and the yardstick its engine measures with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA, fingerprint
from timeline.catalog.norms import norms
from timeline.catalog.records import read, same_keys
from timeline.engine.conduct import (
    EVENT_QUESTIONS,
    QUESTIONS,
    Channel,
    Mode,
    Said,
    To,
    Verdict,
    Yardstick,
)
from timeline.engine.errors import DataError
from timeline.engine.norms import Strength


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One rule: what happened, the calm sentence, and what would decide a doubt.

    ``say_debtor`` is the sentence where the debtor speaks and not the third party;
    ``fine`` is said when it was looked at and nothing was found.
    """

    title: str
    what: str
    say: str
    decide: str
    say_debtor: str = ""
    fine: str = ""


@dataclass(frozen=True, slots=True)
class ConductWords:
    """Every word of the tool, by key; the keys are those of the engine."""

    many: int
    if_lender: str
    rules: Mapping[str, RuleWords]
    channels: Mapping[str, str]
    to: Mapping[str, str]
    modes: Mapping[str, str]
    said: Mapping[str, str]
    verdicts: Mapping[str, str]
    headlines: Mapping[str, str]
    hedges: Mapping[str, str]
    questions: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.many < 1:
            raise DataError("many: at least one contact")
        weights: list[str] = [
            *(strength for strength in Strength if strength not in UNJUDGED),
            Verdict.DOUBTFUL,
            Verdict.OK,
        ]
        closed: tuple[tuple[str, Mapping[str, str], Iterable[str]], ...] = (
            ("channels", self.channels, Channel),
            ("to", self.to, To),
            ("modes", self.modes, Mode),
            ("said", self.said, Said),
            ("verdicts", self.verdicts, weights),
            ("headlines", self.headlines, weights),
            ("hedges", self.hedges, weights),
            ("questions", self.questions, (*QUESTIONS, *EVENT_QUESTIONS)),
        )
        for name, given, keys in closed:
            same_keys(name, given, keys, ordered=True)


# Nothing in the log is held against a contract or against mere practice.
UNJUDGED = (Strength.CONTRACT, Strength.PRACTICE)


@cache
def conduct_words() -> ConductWords:
    """Every word of the tool."""
    return read(DATA / "conduct.toml", ConductWords)


@cache
def yardstick() -> Yardstick:
    """What the engine holds a log against."""
    return Yardstick(norms=norms(), many=conduct_words().many, version=fingerprint())
