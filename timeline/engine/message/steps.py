"""What to do with a message, whatever it is: a procedure, never a verdict of safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.engine.message.cues import Kind

# What holds for every message until it has been verified; the order of the page.
ALWAYS: Final = (
    "keep-everything",
    "do-not-pay",
    "do-not-click",
    "no-codes-or-screen-share",
    "verify-independently",
)
ON_TIME: Final = "act-by-the-date"
OF_KIND: Final = {
    Kind.SCAM: ("report-fraud", "if-money-is-gone"),
    Kind.UNLAWFUL_COLLECTION: ("record-and-complain", "call-police-if-threatened"),
    Kind.COURT_SERVICE: ("ask-the-court",),
    Kind.MEDIATION: ("mediation-is-voluntary",),
    Kind.LAWFUL_COLLECTION: ("check-in-own-app",),
    Kind.UNKNOWN: ("ask-who-and-what",),
}
OTHERS_DEBT: Final = "owe-nothing-for-others"
# Cues of a message that is about somebody else's debt.
ABOUT_OTHERS: Final = frozenset(("tells-others", "false-joint-liability"))
STEPS: Final = (
    *ALWAYS,
    ON_TIME,
    *(key for kind in Kind for key in OF_KIND[kind]),
    OTHERS_DEBT,
)


def steps(kind: Kind, clock: str | None, cues: frozenset[str]) -> Iterator[str]:
    """Keys of the steps, in the order in which they are done."""
    yield from ALWAYS
    if clock is not None:
        yield ON_TIME
    yield from OF_KIND[kind]
    if cues & ABOUT_OTHERS:
        yield OTHERS_DEBT
