"""How collectors behaved, held against the norms of each day: the front door."""

from timeline.engine.conduct.events import (
    MOST_EVENTS,
    Channel,
    Conduct,
    Event,
    Mode,
    Said,
    To,
)
from timeline.engine.conduct.judge import (
    LENDER_IN_DOUBT,
    Finding,
    Judgement,
    Yardstick,
    judge,
)
from timeline.engine.conduct.rule import EVENT_QUESTIONS, QUESTIONS, Verdict
from timeline.engine.conduct.rules import RULES
from timeline.engine.conduct.tally import DayTally, tally

__all__ = [
    "EVENT_QUESTIONS",
    "LENDER_IN_DOUBT",
    "MOST_EVENTS",
    "QUESTIONS",
    "RULES",
    "Channel",
    "Conduct",
    "DayTally",
    "Event",
    "Finding",
    "Judgement",
    "Mode",
    "Said",
    "To",
    "Verdict",
    "Yardstick",
    "judge",
    "tally",
]
