"""What can be paid a month: income, less what life needs, less a margin.

Of an irregular income the lowest month counts, for a promise has to be kept in that
month too; what the average would leave is told beside it, and is no promise.
Essentials come first: even in enforcement they are left (民事诉讼法 254).
What is not known is never taken for nothing: the answer is then the most it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.errors import FactsError
from timeline.engine.money import half_up

MOST_PEOPLE: Final = 20
MOST_EARNERS: Final = 4
MOST_MONTHS: Final = 12
WHOLE_YUAN: Final = 100  # a promise is made in whole 元, rounded down

# In the order in which they are asked, and paid.
ESSENTIALS: Final = (
    "food",
    "housing",
    "utilities",
    "medicine",
    "children",
    "elders",
    "transport",
    "phone",
    "insurance",
    "other",
)
PROMISED: Final = (
    "promised"  # to other lenders; left open it is missing like an expense
)
# Nobody lives without: while one of them is open, no sum to promise is told.
NEEDED: Final = ("food", "housing")


class Outcome(StrEnum):
    """What the figures allow."""

    UNKNOWN = "unknown"  # no income is known
    INCOMPLETE = "incomplete"  # something would be left, but food or housing is open
    UNEVEN = "uneven"  # nothing in the lowest month, but something on the average
    SHORT = "short"  # essentials alone take more than comes in
    PROMISED = "promised"  # what is promised to others takes from the essentials
    NOTHING = "nothing"  # all of it is needed, or would go into the margin
    SOME = "some"


class Months(StrEnum):
    """Which month an income was taken from: only among several is one the lowest."""

    SEVERAL = "several"
    ONE = "one"  # of nobody more than one month is known
    STEADY = "steady"  # no month at all, only what is the same each month


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFacts:
    """The months of one household; sums in fen, ``None`` where not known.

    Args:
        people: How many live on the money.
        earners: For each person who earns, what came in in each known month.
        steady: Income of the same sum each month: pension, allowance, rent.
        essentials: By key of ``ESSENTIALS``; a missing key is not known.
        promised: What is already promised a month to other lenders.
        margin_percent: Share of the essentials kept for what nobody foresees.

    Raises:
        FactsError: A sum is negative, or there are too many of something.
    """

    people: int | None = None
    earners: tuple[tuple[int, ...], ...] = ()
    steady: int | None = None
    essentials: Mapping[str, int] = field(default_factory=dict)
    promised: int | None = None
    margin_percent: int

    def __post_init__(self) -> None:
        if self.people is not None and not 1 <= self.people <= MOST_PEOPLE:
            raise FactsError("people", f"人数请写 1 到 {MOST_PEOPLE}。")
        if len(self.earners) > MOST_EARNERS:
            raise FactsError("earners", f"最多填 {MOST_EARNERS} 个人的收入。")
        for number, months in enumerate(self.earners):
            if len(months) > MOST_MONTHS:
                raise FactsError(f"earners.{number}", f"最多填 {MOST_MONTHS} 个月。")
        for name, fen in self._sums():
            if fen is not None and fen < 0:
                raise FactsError(name, "金额不能是负的。")
        if not 0 <= self.margin_percent <= 100:
            raise FactsError("margin_percent", "留的余地请写 0 到 100。")
        if odd := set(self.essentials) - set(ESSENTIALS):
            raise FactsError(f"essentials.{min(odd)}", "没有这一项开支。")

    @property
    def months(self) -> Months:
        """How many months of income are known, at best."""
        known = max((len(months) for months in self.earners), default=0)
        if known > 1:
            return Months.SEVERAL
        return Months.ONE if known else Months.STEADY

    @property
    def complete(self) -> bool:
        """Whether what nobody lives without was told."""
        return set(NEEDED) <= set(self.essentials)

    def _sums(self) -> Iterator[tuple[str, int | None]]:
        """Every sum with the name of its field."""
        for number, months in enumerate(self.earners):
            for month, fen in enumerate(months):
                yield f"earners.{number}.months.{month}", fen
        yield "steady", self.steady
        for key, fen in self.essentials.items():
            yield f"essentials.{key}", fen
        yield PROMISED, self.promised


class Budget(NamedTuple):
    """The answer, with every step of its arithmetic; sums in fen.

    Attributes:
        lowest: The lowest known month of each earner.
        left: Income less essentials less what is promised; negative when short.
        average: What the average month would leave, in whole 元; ``None`` where it is
            the same, or where food or housing is open.
        can_pay: The most to promise a month, in whole 元; ``None`` where it is not
            known, for want of an income or of what nobody lives without.
        short: Whether the lowest month does not cover the essentials, whatever the
            average says: then help for the household comes before anything else.
        missing: What was left open: earners without a known month (``earners.1``), with
            whom more comes in; essentials and ``PROMISED``, with which less remains.
        ask: The one fact that would change the answer most.
    """

    outcome: Outcome
    lowest: tuple[int, ...]
    income: int | None
    essentials: int
    promised: int
    left: int | None
    margin: int
    average: int | None
    can_pay: int | None
    short: bool
    missing: tuple[str, ...]
    ask: str | None


def budget(facts: BudgetFacts) -> Budget:
    """Take from the lowest month what life needs, what is promised, and a margin."""
    lowest = tuple(min(months) for months in facts.earners if months)
    known = bool(lowest) or facts.steady is not None
    income = sum(lowest) + (facts.steady or 0) if known else None
    essentials = sum(facts.essentials.values())
    promised = facts.promised or 0
    margin = _share(essentials, facts.margin_percent)
    missing = tuple(_missing(facts))
    complete = facts.complete
    left = can_pay = average = None
    if income is not None:
        left = income - essentials - promised
        can_pay = _whole(left - margin)
        uneven = _average(facts) - sum(lowest)
        average = _whole(left - margin + uneven) if uneven and complete else None
    outcome = _outcome(income, essentials, left, can_pay)
    if outcome is Outcome.SOME and not complete:
        outcome, can_pay = Outcome.INCOMPLETE, None
    if average and not can_pay:
        outcome = Outcome.UNEVEN
    return Budget(
        outcome=outcome,
        lowest=lowest,
        income=income,
        essentials=essentials,
        promised=promised,
        left=left,
        margin=margin,
        average=average,
        can_pay=can_pay,
        short=income is not None and income < essentials,
        missing=missing,
        ask=_ask(known, missing),
    )


def _missing(facts: BudgetFacts) -> Iterator[str]:
    """What was left open, in the order in which it is asked."""
    for number, months in enumerate(facts.earners):
        if not months:
            yield f"earners.{number}"
    yield from (key for key in ESSENTIALS if key not in facts.essentials)
    if facts.promised is None:
        yield PROMISED


def _share(fen: int, percent: int) -> int:
    """A percentage of a sum, rounded half-up to a fen."""
    return half_up(Decimal(fen) * percent / 100)


def _average(facts: BudgetFacts) -> int:
    """What all earners bring home in an average month, rounded down."""
    return sum(sum(months) // len(months) for months in facts.earners if months)


def _whole(fen: int) -> int:
    """What can be promised: whole 元, never less than nothing."""
    return max(fen, 0) // WHOLE_YUAN * WHOLE_YUAN


def _outcome(
    income: int | None, essentials: int, left: int | None, can_pay: int | None
) -> Outcome:
    if income is None or left is None:
        return Outcome.UNKNOWN
    if income < essentials:
        return Outcome.SHORT
    if left < 0:
        return Outcome.PROMISED
    return Outcome.SOME if can_pay else Outcome.NOTHING


def _ask(known: bool, missing: tuple[str, ...]) -> str | None:
    if not known:
        return "earners"
    needed = (f"essentials.{key}" for key in NEEDED if key in missing)
    return next(needed, None)
