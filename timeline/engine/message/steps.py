"""What to do with a message, whatever it is: a procedure, never a verdict of safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, NamedTuple

from timeline.engine.message.clock import Clock
from timeline.engine.message.cues import Kind
from timeline.engine.text import Patterns
from timeline.engine.text.sentences import Sentences

# What holds for every message until it has been verified.
NEVERS: Final = ("do-not-pay", "do-not-click", "no-codes-or-screen-share")
VERIFY: Final = "verify-independently"
ALWAYS: Final = (*NEVERS, VERIFY, "keep-everything")
MONEY_GONE: Final = "if-money-is-gone"
PASSED: Final = "ask-what-was-decided"
OF_PAPER: Final = (
    "ask-which-freeze",
    "report-property",
    "read-the-final-judgment",
    "correct-the-list",
)
ON_TIME: Final = "act-by-the-date"
OTHERS_DEBT: Final = "owe-nothing-for-others"
OWN_PERIOD: Final = "their-own-period"
POLICE: Final = "call-police-if-threatened"
# What fits a kind, best first; HERE stands for what its papers and its days ask.
# Who is frightened by a scam acts at once: first all that is not to be done, then how
# to verify, then a day that may be running; reporting can wait.  Where a court
# speaks the day comes first, for it alone is lost by waiting.
HERE: Final = "here"
OF_KIND: Final = {
    Kind.SCAM: (*NEVERS, VERIFY, HERE, "report-fraud", MONEY_GONE),
    Kind.UNLAWFUL_COLLECTION: ("record-and-complain", POLICE, HERE),
    Kind.MEDIATION: ("mediation-is-voluntary", VERIFY, HERE),
    Kind.COURT_SERVICE: (HERE, VERIFY, "ask-the-court"),
    Kind.LAWFUL_COLLECTION: ("check-in-own-app", HERE),
    Kind.UNKNOWN: (HERE, "ask-who-and-what", VERIFY),
}
# Cues of a message that is about somebody else's debt, that asks for money, for codes.
OWN_PERIODS: Final = frozenset(("own-period",))
THREATS: Final = frozenset(("threatens",))
ABOUT_OTHERS: Final = frozenset(("tells-others", "false-joint-liability"))
ABOUT_MONEY: Final = frozenset(
    (
        "private-account",
        "pay-first",
        "odd-money",
        "safe-keeping",
        "agent-for-a-fee",
        "refund-bait",
    )
)
ABOUT_CODES: Final = frozenset(
    ("asks-codes", "asks-screen", "asks-install", "asks-identity")
)
LINK: Final = "link-"
STEPS: Final = (
    MONEY_GONE,
    PASSED,
    *OF_PAPER,
    ON_TIME,
    *ALWAYS,
    *dict.fromkeys(
        key
        for keys in OF_KIND.values()
        for key in keys
        if key not in (*ALWAYS, HERE, MONEY_GONE)
    ),
    OTHERS_DEBT,
    OWN_PERIOD,
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class HeardSigns:
    """How a text says that money is gone, or offers a code to scan.

    Args:
        not_paid: Look-alikes in what the clause says before it.
    """

    paid: Patterns
    not_paid: Patterns
    code: Patterns

    def heard(self, page: Sentences) -> Heard:
        """What of it the text says."""
        return Heard(
            paid=_said(page, self.paid, self.not_paid),
            code=_said(page, self.code),
        )


class Heard(NamedTuple):
    """What besides its cues a message says that decides on steps."""

    paid: bool
    code: bool


class Steps(NamedTuple):
    """Those that fit the text, best first, and those that hold for any."""

    near: tuple[str, ...]
    general: tuple[str, ...]


def steps(kind: Kind, clock: Clock, cues: frozenset[str], heard: Heard) -> Steps:
    """Keys of the steps, in the order in which they are done."""
    near = tuple(dict.fromkeys(_near(kind, clock, cues, heard)))
    return Steps(near, tuple(key for key in ALWAYS if key not in near))


def when_over(keys: Iterable[str]) -> tuple[str, ...]:
    """The steps where every day has passed: first of all, what happened then?

    Only that money must be stopped, and what not to do, is more urgent where it leads.
    """
    left = [key for key in keys if key != ON_TIME]
    urgent = tuple(takewhile((MONEY_GONE, *NEVERS).__contains__, left))
    return (*urgent, PASSED, *left[len(urgent) :])


def _near(
    kind: Kind, clock: Clock, cues: frozenset[str], heard: Heard
) -> Iterator[str]:
    if heard.paid:
        yield MONEY_GONE
    if cues & THREATS:
        yield POLICE
    if cues & ABOUT_OTHERS:
        yield OTHERS_DEBT
    for key in OF_KIND[kind]:
        if key == HERE:
            yield from clock.steps
            if clock.key is not None or clock.urgent:
                yield ON_TIME
                yield VERIFY
        else:
            yield key
    if cues & OWN_PERIODS:
        yield OWN_PERIOD
    if cues & ABOUT_MONEY:
        yield "do-not-pay"
    yield from _asked_for(cues, heard)


def _asked_for(cues: frozenset[str], heard: Heard) -> Iterator[str]:
    """What not to do, where the text asks for it."""
    if heard.code or any(cue.startswith(LINK) for cue in cues):
        yield "do-not-click"
    if cues & ABOUT_CODES:
        yield "no-codes-or-screen-share"


def _said(page: Sentences, signs: Patterns, not_after: Patterns = ()) -> bool:
    return any(True for sign in signs for _ in page.places(sign, (), not_after))
