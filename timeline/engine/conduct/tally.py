"""How often who was contacted on each day, by number and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.engine.conduct.events import Channel, Conduct, Event, Mode
from timeline.engine.conduct.times import CALLS


@dataclass(frozen=True, slots=True)
class DayTally:
    """The contacts of one calendar day; ``day`` is ``None`` where it is not known.

    Attributes:
        unclear: Connected calls of which nobody knows whether both sides spoke,
            and calls of which nobody knows whether they were connected.
        robots: Calls by a machine, whatever else they are counted as.
        numbers: Calls by the last four digits of the number that called.
    """

    day: date | None
    conversations: int
    informing: int
    unclear: int
    unanswered: int
    robots: int
    other: int
    numbers: Mapping[str, int]


def tally(conduct: Conduct) -> tuple[DayTally, ...]:
    """One row a day, oldest first; contacts without a day come last."""
    days: dict[date | None, list[Event]] = {}
    for event in conduct.events:
        days.setdefault(event.day, []).append(event)
    ordered = sorted(days, key=lambda day: (day is None, day or date.max))
    return tuple(_day(day, days[day]) for day in ordered)


def _day(day: date | None, events: list[Event]) -> DayTally:
    calls = [event for event in events if event.channel in CALLS]
    modes = Counter(event.mode for event in calls if event.answered)
    unsure = sum(event.answered is None for event in calls)
    return DayTally(
        day=day,
        conversations=modes[Mode.CONVERSATION],
        informing=modes[Mode.INFORMING],
        unclear=modes[None] + unsure,
        unanswered=sum(event.answered is False for event in calls),
        robots=sum(event.channel is Channel.ROBOT_CALL for event in calls),
        other=len(events) - len(calls),
        numbers=dict(Counter(event.number for event in calls if event.number)),
    )
