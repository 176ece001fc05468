"""May three years have passed?  A light to ask before a debt is acknowledged.

The period runs from the last instalment (民法典 188, 189).  A demand, a payment or a
promise and a suit start it again (195); after it has run out only the debtor's own
promise or payment matters, for it gives the defence up (192, 诉讼时效解释 19).
Expiry is only a defence: no light ever says that nothing is owed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from timeline.engine.deadlines import add_months
from timeline.engine.errors import FactsError
from timeline.engine.facts import LAST_DAY, TOO_FAR, check_today
from timeline.engine.norms import Norms

NORM: Final = "limitation-years"

# A day, the latest if there were several; True: it happened, the day is not known;
# False: it never happened; None: not known.
Event: TypeAlias = date | bool | None


class Light(StrEnum):
    """What acknowledging the debt today would change."""

    GREEN = "green"  # little: the period has not run out, or a court has decided
    YELLOW = "yellow"  # not known
    RED = "red"  # the period may be over: sign nothing before advice


# Order of the page: what decides, then what it means, then what to ask for.
WHY: Final = (
    "judgment-decides",
    "last-instalment-within",
    "promise-within",
    "promise-after-gap",
    "demand-within",
    "suit-within",
    "no-norm",
    "start-unknown",
    "suit-restarts",
    "suit-unknown",
    "auto-debit-may-restart",
    "auto-debit-unknown",
    "promise-undated",
    "demand-undated",
    "demand-after-gap",
    "period-may-be-over",
    "demand-unknown",
    "promise-unknown",
    "only-a-defence",
    "promise-gives-it-up",
)
# Most decisive first.
QUESTIONS: Final = (
    "last_instalment_due",
    "suit_or_arbitration",
    "auto_debit",
    "last_payment_or_promise",
    "last_demand",
)
EVENTS: Final = (*QUESTIONS[1:], "judgment")


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitationFacts:
    """What is known of the course of one debt.

    Args:
        today: The day of the question, in Asia/Shanghai.
        last_instalment_due: When the last instalment was or will be due.
        last_payment_or_promise: The debtor's own, not an automatic debit.
        auto_debit: The lender took money from the account by itself.
        suit_or_arbitration: The day it was filed.
        judgment: Also a court mediation statement or an award in force.

    Raises:
        FactsError: ``today`` or a day is impossible.
    """

    today: date
    last_instalment_due: date | None = None
    last_demand: Event = None
    last_payment_or_promise: Event = None
    auto_debit: Event = None
    suit_or_arbitration: Event = None
    judgment: Event = None

    def __post_init__(self) -> None:
        check_today(self.today)
        due = self.last_instalment_due
        if due is not None and due > LAST_DAY:
            raise FactsError("last_instalment_due", TOO_FAR)
        for name in EVENTS:
            day = getattr(self, name)
            if isinstance(day, date) and day > self.today:
                raise FactsError(name, "这件事的日期不能晚于今天。")


class Limitation(NamedTuple):
    """The light, the keys of its reasons, and the one fact that would decide."""

    light: Light
    why: tuple[str, ...]
    ask: str | None


def limitation(facts: LimitationFacts, norms: Norms) -> Limitation:
    """Say whether acknowledging the debt could give a defence away.

    Green needs a known day from which the period has not run out; anything that
    could still tip the answer makes it yellow.  A demand the debtor does not know
    of leaves it red: nobody can know of them all, and red says only 「可能」.
    """
    if facts.judgment:  # a day or True
        return Limitation(Light.GREEN, ("judgment-decides",), None)
    version = norms.on(facts.today).get(NORM)
    if version is None or not isinstance(version.value, int):
        return _answer(facts, Light.YELLOW, {"no-norm"})
    months = 12 * version.value
    within = _within(facts, months)
    if within:
        return Limitation(Light.GREEN, _ordered(within), None)
    doubts = _doubts(facts, months)
    if doubts:
        return _answer(facts, Light.YELLOW, doubts)
    over = {"period-may-be-over"}
    if facts.last_demand is None:
        over.add("demand-unknown")
    if facts.last_payment_or_promise is None:
        over.add("promise-unknown")
    return _answer(facts, Light.RED, over)


def _within(facts: LimitationFacts, months: int) -> set[str]:
    """Why the period surely has not run out today; empty when that is not sure."""
    today, due = facts.today, facts.last_instalment_due
    found = set()
    until = date.min if due is None else add_months(due, months)
    if until >= today:
        found.add("last-instalment-within")
    for day, name in _restarts(facts):
        again = add_months(day, months)
        in_time = day <= until
        own = name == "promise"
        # Late, only the debtor's own word counts: it gives the defence up.
        if not in_time and not own:
            continue
        until = max(until, again)
        if again >= today:
            found.add(f"{name}-within")
            if not in_time and due is not None:
                found.add("promise-after-gap")
    return found


def _restarts(facts: LimitationFacts) -> list[tuple[date, str]]:
    """What starts the period again, oldest first.

    Not the automatic debit: only a financial institution's counts, and only when it
    rests on law or agreement (诉讼时效解释 8), which the visitor cannot tell.
    """
    events = (
        (facts.last_demand, "demand"),
        (facts.last_payment_or_promise, "promise"),
        (facts.suit_or_arbitration, "suit"),
    )
    return sorted((day, name) for day, name in events if isinstance(day, date))


def _doubts(facts: LimitationFacts, months: int) -> set[str]:
    """What could still mean that the period has not run out."""
    demand, debit = facts.last_demand, facts.auto_debit
    suit, promise = facts.suit_or_arbitration, facts.last_payment_or_promise
    doubts = {
        # It stands still until the case ends, and that day is not asked for.
        "suit-restarts": bool(suit),
        "suit-unknown": suit is None,
        "start-unknown": facts.last_instalment_due is None,
        "auto-debit-may-restart": debit is True or _recent(debit, facts.today, months),
        "auto-debit-unknown": debit is None,
        "promise-undated": promise is True,
        "demand-undated": demand is True,
        # In time only if earlier demands, which are not known, closed the gap.
        "demand-after-gap": _recent(demand, facts.today, months),
    }
    return {key for key, doubtful in doubts.items() if doubtful}


def _recent(event: Event, today: date, months: int) -> bool:
    return isinstance(event, date) and add_months(event, months) >= today


def _answer(facts: LimitationFacts, light: Light, why: set[str]) -> Limitation:
    """A light that is not green says what expiry means, and what a promise does."""
    undecided = (name for name in QUESTIONS if getattr(facts, name) in (None, True))
    said = _ordered(why | {"only-a-defence", "promise-gives-it-up"})
    return Limitation(light, said, next(undecided, None))


def _ordered(why: set[str]) -> tuple[str, ...]:
    return tuple(key for key in WHY if key in why)
