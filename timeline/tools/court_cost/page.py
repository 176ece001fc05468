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
from timeline.tools.court_cost.ask import LATE_NORM, CourtCost

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
class CourtCostPage:
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    hedge: str
    costs: tuple[Cost, ...]
    actions: tuple[Step, ...]
    unchecked: tuple[str, ...]
    ruleset: str


def court_cost_page(
    cost: CourtCost, given: Mapping[str, Any], today: date
) -> CourtCostPage:
    """Put the costs into words; ``given`` are the typed answers, in fen."""
    words = court_cost_words()
    now = When.JUDGED if given.get("judged") else When.BEFORE
    least, most = cn_yuan(cost.least), cn_yuan(cost.most)
    return CourtCostPage(
        title=f"法院的费用大约 {least}到 {most}" + _late(cost),
        hedge="少的一头：减半的受理费。多的一头：全额受理费，加上保全和强制执行。"
        "由谁负担看下面每一项；按期履行，就没有执行费和加倍利息。",
        costs=tuple(_costs(cost, given, today)),
        actions=steps((one for one in words.actions if one.when in (None, now)), today),
        unchecked=words.unchecked,
        ruleset=catalog.fingerprint(),
    )


def _late(cost: CourtCost) -> str:
    return "" if cost.late is None else f"；晚付的利息另有 {cn_yuan(cost.late.total)}"


def _costs(cost: CourtCost, given: Mapping[str, Any], today: date) -> Iterator[Cost]:
    scales = fee_scales()
    claimed = given["sum"]
    frozen = given.get("frozen") or claimed
    full = _parts(scales[ACCEPTANCE], claimed)
    arithmetic = {
        "halved": f"（{full}）÷ 2",
        "acceptance": full,
        "preservation": _parts(scales[PRESERVATION], frozen)
        + ("" if given.get("frozen") else "（没填冻结多少，按全部算，是多的情况）"),
        "enforcement": _parts(scales[ENFORCEMENT], claimed),
        "payment_order": f"（{full}）÷ 3",
    }
    for key in ORDER:
        yield _cost(key, getattr(cost.fees, key), arithmetic[key], today)
    if cost.late is not None:
        norm = catalog.norms()[LATE_NORM]
        version = norm.on(today)
        rate = "" if version is None else say(version, norm.unit)
        days = given["late_days"]
        yield _cost(
            LATE_INTEREST,
            cost.late.total,
            f"{cn_yuan(given['judged'])} × {rate} × {days} 天；"
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
