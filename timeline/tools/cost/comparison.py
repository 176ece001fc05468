"""The lender's figure beside ours: which reading meets it, or how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline.catalog import cn_yuan
from timeline.catalog.cost import cost_words
from timeline.engine.cost import Debt, Doubt
from timeline.tools.cost.reckoning import CostAnswer

CLOSE: Final = 1_00  # within 1 元 a reading may explain a difference


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to reckon, and whether it comes near to the figure asked."""

    text: str
    total: str
    meets: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the lender asks against what we reckon.

    Attributes:
        says: Which of our readings it meets, or how far it is from all of them.
        bare: That ours are without a penalty, where it is not known.
        met: Whether any reading comes near, one of ours or another.
        less: Whether less is asked than the least of ours.
    """

    says: str
    bare: str
    met: bool
    less: bool
    readings: tuple[Reading, ...]


def compare(result: CostAnswer) -> Comparison | None:
    """The lender's figure beside every scenario; ``None`` where it asks for nothing."""
    asked = result.given.lender_total
    if asked is None:
        return None
    words = cost_words()
    nearest = min(result.scenarios, key=lambda one: abs(asked - one.total))
    gap = abs(asked - nearest.total)
    name = scenario_name(nearest.debt)
    least, most = result.scenarios[0].total, result.scenarios[-1].total
    if gap == 0:
        says = words.compared.same.format(name=name)
    elif gap <= CLOSE:
        says = words.compared.near.format(name=name, gap=cn_yuan(gap))
    elif asked < least:
        says = words.compared.less.format(gap=cn_yuan(gap))
    elif asked > most:
        says = words.compared.more.format(gap=cn_yuan(gap))
    else:
        says = words.compared.between
    readings = tuple(
        Reading(
            words.explained[one.key],
            cn_yuan(one.total),
            abs(asked - one.total) <= CLOSE,
        )
        for one in result.readings
    )
    return Comparison(
        says=says,
        bare=words.bare if Doubt.PENALTY_UNKNOWN in result.given.doubts else "",
        met=gap <= CLOSE or any(one.meets for one in readings),
        less=asked < least and gap > CLOSE,
        readings=readings,
    )


def scenario_name(debt: Debt) -> str:
    """How a reading is called: ``一年 365 天，不计复利``."""
    if not debt.bears_interest:
        return "到期后不计利息"
    compound = "计复利（满月并入）" if debt.compound else "不计复利"
    return f"一年 {debt.basis} 天，{compound}"
