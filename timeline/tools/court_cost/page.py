"""The costs of a lawsuit, who bears each, and their arithmetic, ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from timeline import catalog
from timeline.catalog import cn_yuan, fill, say
from timeline.catalog.court_cost import LATE_INTEREST, When, court_cost_words
from timeline.catalog.court_fees import fee_scales
from timeline.citations import Citation, cite_all
from timeline.engine.court_cost import (
    ACCEPTANCE,
    ENFORCEMENT,
    PRESERVATION,
    FeeScale,
)
from timeline.steps import Step, steps
from timeline.tools.court_cost.reckoning import LATE_NORM, CourtCost

ORDER = ("halved", "acceptance", "preservation", "enforcement", "payment_order")


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost in words; ``arithmetic`` says how it comes about."""

    name: str
    sum: str
    bears: str
    text: str
    arithmetic: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class DoubtShown:
    """What had better be looked at again, with its source."""

    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CourtCostPage:
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    hedge: str
    doubts: tuple[DoubtShown, ...]
    costs: tuple[Cost, ...]
    actions: tuple[Step, ...]
    unknown: tuple[str, ...]
    unchecked: tuple[str, ...]
    ruleset: str


def court_cost_page(
    cost: CourtCost, given: Mapping[str, Any], today: date
) -> CourtCostPage:
    """Put the costs into words; ``given`` are the typed answers, in fen."""
    words = court_cost_words()
    now = When.JUDGED if given.get("judged") else When.BEFORE
    doubts = (words.doubts[doubt] for doubt in cost.doubts)
    return CourtCostPage(
        title=_title(cost),
        hedge=words.hedge if cost.most is not None else "",
        doubts=tuple(
            DoubtShown(fill(one.text, today), cite_all(one.cites)) for one in doubts
        ),
        costs=(*_fees(cost, given, today), *_late(cost, given, today)),
        actions=steps((one for one in words.actions if one.when in (None, now)), today),
        unknown=tuple(words.unknown[reason] for reason in cost.unknown),
        unchecked=words.unchecked,
        ruleset=catalog.fingerprint(),
    )


def _title(cost: CourtCost) -> str:
    words = court_cost_words()
    title = words.no_title
    if cost.least is not None and cost.most is not None:
        title = words.title.format(least=cn_yuan(cost.least), most=cn_yuan(cost.most))
    elif cost.fees:
        sum_ = cn_yuan(cost.fees[ENFORCEMENT])
        title = words.enforcement_title.format(sum=sum_)
    late = cost.late and f"；晚付的利息，加倍的一部分另有 {cn_yuan(cost.late.total)}"
    return title + (late or "")


def _fees(cost: CourtCost, given: Mapping[str, Any], today: date) -> Iterator[Cost]:
    said = _arithmetic(given) if cost.fees else {}
    for key in ORDER:
        if key in cost.fees:
            yield _cost(key, cost.fees[key], said[key], today)


def _arithmetic(given: Mapping[str, Any]) -> dict[str, str]:
    """How each fee comes about, by its name; of a sum that is not known none does."""
    scales, basis = fee_scales(), court_cost_words().basis
    claimed, frozen, judged = (given.get(name) for name in ("sum", "frozen", "judged"))
    said = {}
    if claimed:
        full = _parts(scales[ACCEPTANCE], claimed)
        said[ACCEPTANCE] = full
        for part, divisor in scales[ACCEPTANCE].parts.items():
            said[part] = f"（{full}）÷ {divisor}"
        said[PRESERVATION] = _parts(scales[PRESERVATION], claimed) + basis.whole
        said[ENFORCEMENT] = _parts(scales[ENFORCEMENT], claimed) + basis.claimed
    if frozen:
        said[PRESERVATION] = _parts(scales[PRESERVATION], frozen)
    if judged:
        said[ENFORCEMENT] = _parts(scales[ENFORCEMENT], judged) + basis.judged
    return said


def _late(cost: CourtCost, given: Mapping[str, Any], today: date) -> Iterator[Cost]:
    if cost.late is None:
        return
    norm = catalog.norms()[LATE_NORM]
    version = norm.on(today)
    rate = "" if version is None else say(version, norm.unit)
    yield _cost(
        LATE_INTEREST,
        cost.late.total,
        f"{cn_yuan(given['judged'])} × {rate} × {given['late_days']} 天；"
        f"每天约 {cn_yuan(cost.late.per_day)}",
        today,
    )


def _cost(key: str, fen: int, arithmetic: str, today: date) -> Cost:
    words = court_cost_words().costs[key]
    return Cost(
        name=words.name,
        sum=cn_yuan(fen),
        bears=words.bears,
        text=fill(words.text, today),
        arithmetic=arithmetic,
        cites=cite_all(words.cites),
    )


def _parts(scale: FeeScale, fen: int) -> str:
    """``50 元 + 40,000 元 × 2.5%``: the parts of a scale that a sum reaches."""
    found = [cn_yuan(scale.least_fen)]
    for band, higher in pairwise([*scale.bands, None]):
        if band is None or fen <= band.over_fen:
            break
        end = fen if higher is None else min(fen, higher.over_fen)
        percent = (band.share * Decimal(100)).normalize()
        found.append(f"{cn_yuan(end - band.over_fen)} × {percent:f}%")
    text = " + ".join(found)
    if scale.most_fen is not None and scale.exact(fen) == scale.most_fen:
        text += f"，最多 {cn_yuan(scale.most_fen)}"
    return text
