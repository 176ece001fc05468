"""What the limitation light says: lights, reasons, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.catalog.words import QuestionWords
from timeline.engine.errors import DataError
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
        pairs = (
            ("lights", self.lights, set(Light)),
            ("why", self.why, set(WHY)),
            ("questions", self.questions, {*QUESTIONS, *EVENTS}),
        )
        for name, words, keys in pairs:
            if odd := set(words) ^ keys:
                raise DataError(f"{name} and the engine differ: {sorted(odd)}")


@cache
def limitation_words() -> LimitationWords:
    """The words of ``limitation.toml``."""
    return read(DATA / "limitation.toml", LimitationWords)
