"""How one sum a month is split among several debts, in fen.

A larger sum never clears any debt later, whatever the way; where the sum is shared out
by what is owed, because odd fen never clear one debt before the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

# Owed by each account, and the budget → paid to each account.
Split = Callable[[list[int], int], list[int]]


def in_order(order: Iterable[int]) -> Split:
    """Everything to the first that is not cleared, the rest to the next."""
    fixed = tuple(order)

    def split(owed: list[int], budget: int) -> list[int]:
        paid = [0] * len(owed)
        for number in fixed:
            paid[number] = min(owed[number], budget)
            budget -= paid[number]
        return paid

    return split


def pro_rata(owed: list[int], budget: int) -> list[int]:
    """By what is owed; the odd fen clear no debt while another one waits.

    They go where most is left, and every debt keeps a fen until all can be cleared; so
    a larger sum a month never clears any of them later.  Where fewer fen are left than
    there are debts, the last rows are cleared, always the same.
    """
    total = sum(owed)
    if total <= budget:
        return list(owed)
    paid = [budget * sum_ // total for sum_ in owed]
    rest = budget - sum(paid)
    numbers = range(len(owed))
    largest = sorted(numbers, key=lambda number: paid[number] - owed[number])
    for order, kept in ((largest, 1), (reversed(numbers), 0)):
        for number in order:
            extra = min(rest, max(owed[number] - paid[number] - kept, 0))
            paid[number] += extra
            rest -= extra
    return paid


def shared(order: tuple[int, ...], waiting: Set[int], percent: int) -> Split:
    """A share of the sum to the debts that wait, by what is owed; the rest in order.

    Both parts come out of one sum, so that together they never exceed it.
    """
    ordered = in_order(order)

    def split(owed: list[int], budget: int) -> list[int]:
        asking = [sum_ * (place in waiting) for place, sum_ in enumerate(owed)]
        part = pro_rata(asking, budget * percent // 100)
        rest = [sum_ - fen for sum_, fen in zip(owed, part, strict=True)]
        others = ordered(rest, budget - sum(part))
        return [some + fen for some, fen in zip(part, others, strict=True)]

    return split
