"""What may a message be, what in it says so, and which clock runs as if it were real?

The answer is never that a message is safe: cues speak for a kind, and every answer
tells how to verify through a channel that the message did not supply.
"""

from timeline.engine.message.case_numbers import (
    CaseNumber,
    CaseTypes,
    Doubt,
    Fault,
    case_numbers,
)
from timeline.engine.message.clock import Clock, PaperSign, clock
from timeline.engine.message.cues import Cue, Kind, Mark
from timeline.engine.message.hosts import Addresses, LinkKind
from timeline.engine.message.links import Link, links
from timeline.engine.message.reading import Reader, Reading, read_message
from timeline.engine.message.steps import (
    MONEY_GONE,
    STEPS,
    HeardSigns,
    steps,
    when_over,
)
from timeline.engine.message.terms import Term, TermSign

__all__ = [
    "MONEY_GONE",
    "STEPS",
    "Addresses",
    "CaseNumber",
    "CaseTypes",
    "Clock",
    "Cue",
    "Doubt",
    "Fault",
    "HeardSigns",
    "Kind",
    "Link",
    "LinkKind",
    "Mark",
    "PaperSign",
    "Reader",
    "Reading",
    "Term",
    "TermSign",
    "case_numbers",
    "clock",
    "links",
    "read_message",
    "steps",
    "when_over",
]
