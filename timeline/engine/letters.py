"""Which letters fit an answer: what a running deadline asks for first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.engine.facts import Role
from timeline.engine.stages import LegalStage


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LetterFits:
    """When a letter is suggested: any one of these keys is enough.

    Args:
        roles: Who may write it.
    """

    key: str
    roles: frozenset[Role]
    deadlines: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    stages: frozenset[LegalStage] = frozenset()


class Situation(NamedTuple):
    """What an assessment has found; ``deadlines`` are the steps still open."""

    role: Role
    deadlines: frozenset[str]
    actions: tuple[str, ...]
    findings: tuple[str, ...]
    stage: LegalStage


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """All letters, in the order of their page."""

    letters: tuple[LetterFits, ...]

    def fitting(self, situation: Situation) -> tuple[str, ...]:
        """Keys of the letters that fit: by deadline, action, finding, then stage."""
        return _fitting(self, situation)


@lru_cache(maxsize=4096)
def _fitting(shelf: Shelf, situation: Situation) -> tuple[str, ...]:
    """The same situation has the same letters, so they are looked up once."""

    def rank(letter: LetterFits) -> tuple[int, int] | None:
        """Which list asks for it first, and how urgently within that list."""
        if not letter.deadlines.isdisjoint(situation.deadlines):
            return 0, 0
        for urgency, action in enumerate(situation.actions):
            if action in letter.actions:
                return 1, urgency
        for weight, finding in enumerate(situation.findings):
            if finding in letter.findings:
                return 2, weight
        return (3, 0) if situation.stage in letter.stages else None

    ranked = [
        (place, position, letter.key)
        for position, letter in enumerate(shelf.letters)
        if situation.role in letter.roles and (place := rank(letter)) is not None
    ]
    return tuple(key for _, _, key in sorted(ranked))
