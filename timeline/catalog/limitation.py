"""What the limitation light says: lights, reasons, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.words import QuestionWords
from timeline.engine.limitation import EVENTS, QUESTIONS, WHY, Light


@dataclass(frozen=True, slots=True)
class LightWords:
    """The sentence beside a light, and what it means for today."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason, and where it stands."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LimitationWords:
    """All words of the light; its keys are those of the engine."""

    lights: Mapping[str, LightWords]
    why: Mapping[str, ReasonWords]
    questions: Mapping[str, QuestionWords]

    def __post_init__(self) -> None:
        same_keys("lights", self.lights, Light)
        same_keys("why", self.why, WHY)
        same_keys("questions", self.questions, {*QUESTIONS, *EVENTS})


@cache
def limitation_words() -> LimitationWords:
    """The words of ``limitation.toml``."""
    return read(DATA / "limitation.toml", LimitationWords)
