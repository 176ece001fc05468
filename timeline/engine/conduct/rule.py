"""One row of the table of conduct: when it applies, and which norms it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from timeline.engine.conduct.events import Conduct, Event
from timeline.engine.norms import Norm, Version

# Facts that may be asked for: of the whole log, and of one contact.
QUESTIONS: Final = ("lender_kind", "reachable", "refused_at")
EVENT_QUESTIONS: Final = ("at", "channel", "to", "answered", "mode", "said")


class Verdict(StrEnum):
    """How one contact stands against one norm, mildest first."""

    OK = "ok"
    DOUBTFUL = "doubtful"
    BREACH = "breach"

    @property
    def weight(self) -> int:
        """Position from mild to grave."""
        return list(Verdict).index(self)


def mildest(*verdicts: Verdict) -> Verdict:
    """The least grave of several."""
    return min(verdicts, key=lambda verdict: verdict.weight)


class Hit(NamedTuple):
    """One contact to which a rule applies.

    Attributes:
        event: Position in the log.
        ask: The fact that would decide a doubt: ``reachable``, ``events.3.mode``.
    """

    event: int
    verdict: Verdict
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """The log as rules see it.

    Attributes:
        many: From how many contacts a day with one person on the question of
            harassment is raised at all.  Our own line: no norm has a number.
    """

    conduct: Conduct
    many: int

    @property
    def events(self) -> Iterable[tuple[int, Event]]:
        """Every contact with its position."""
        return enumerate(self.conduct.events)

    def version(self, norm: Norm, event: Event) -> Version | None:
        """What a norm says on the day of a contact; without a day, what it says today.

        ``None``: no version is known for that day.
        """
        return norm.on(event.day or self.conduct.today)

    def by_day(self) -> Mapping[date, list[tuple[int, Event]]]:
        """Contacts by calendar day; those without a day are left out."""
        days: dict[date, list[tuple[int, Event]]] = {}
        for number, event in self.events:
            if event.day is not None:
                days.setdefault(event.day, []).append((number, event))
        return days


Find: TypeAlias = Callable[[Log, Norm], Iterable[Hit]]


class Ground(NamedTuple):
    """A norm a rule rests on, and the gravest verdict that it can carry."""

    norm: str
    most: Verdict = Verdict.BREACH


class Rule(NamedTuple):
    """When a key applies, and the grounds it rests on, strongest first."""

    key: str
    find: Find
    grounds: tuple[Ground, ...]
