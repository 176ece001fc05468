"""What to do with a message, whatever it is: a procedure, never a verdict of safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.engine.message.cues import Kind

# What not to do until it has been verified: the quickest harm, so it stands first.
NEVER: Final = ("do-not-pay", "do-not-click", "no-codes-or-screen-share")
VERIFY: Final = "verify-independently"
ON_TIME: Final = "act-by-the-date"
KEEP: Final = "keep-everything"
OWN_PERIOD: Final = "their-own-period"
OF_KIND: Final = {
    Kind.SCAM: ("if-money-is-gone", "report-fraud"),
    Kind.UNLAWFUL_COLLECTION: ("call-police-if-threatened", "record-and-complain"),
    Kind.COURT_SERVICE: ("ask-the-court",),
    Kind.MEDIATION: ("mediation-is-voluntary",),
    Kind.LAWFUL_COLLECTION: ("check-in-own-app",),
    Kind.UNKNOWN: ("ask-who-and-what",),
}
OTHERS_DEBT: Final = "owe-nothing-for-others"
# Cues that call for a step of their own, whatever the kind.
OWN_PERIODS: Final = frozenset(("own-period",))
ABOUT_OTHERS: Final = frozenset(("tells-others", "false-joint-liability"))
STEPS: Final = (
    *NEVER,
    VERIFY,
    ON_TIME,
    OWN_PERIOD,
    *(key for kind in Kind for key in OF_KIND[kind]),
    OTHERS_DEBT,
    KEEP,
)


def steps(kind: Kind, clock: str | None, cues: frozenset[str]) -> Iterator[str]:
    """Keys of the steps: what not to do, how to verify, by when, then the rest."""
    yield from NEVER
    yield VERIFY
    if clock is not None:
        yield ON_TIME
    if cues & OWN_PERIODS:
        yield OWN_PERIOD
    yield from OF_KIND[kind]
    if cues & ABOUT_OTHERS:
        yield OTHERS_DEBT
    yield KEEP
