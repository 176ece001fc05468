"""The road from mediation to enforcement, with what a dispute over a sum costs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import cn_yuan, fill, words
from timeline.catalog.court_fees import fee_scales
from timeline.catalog.papers import road
from timeline.citations import Citation, Review, cite_all, review
from timeline.engine import LegalStage
from timeline.engine.court_cost import CourtFees, court_fees
from timeline.tools.papers.lines import Line, lines

# What is said to everybody on the road, whatever paper they hold.
LIMITS: Final = (
    "enforcement-keeps-essentials",
    "restriction-is-not-the-list",
    "inability-is-no-crime",
)
FEE_CITES: Final = (
    "litigation-fees:13",
    "litigation-fees:14",
    "litigation-fees:16",
    "litigation-fees:29",
    "litigation-fees:38",
)
STOP_HEIGHT: Final = 84  # units of the picture, of which 328 are its width


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the road; ``here`` marks where this paper stands.

    ``y`` is its place in the picture.
    """

    key: str
    y: int
    name: str
    mark: str
    days: str
    talk: str
    fees: tuple[str, ...]
    cites: tuple[Citation, ...]
    here: bool
    paper: str


@dataclass(frozen=True, slots=True)
class RoadPage:
    """The picture, what it costs, and what holds wherever one stands.

    ``limits_matter`` where enforcement is near: elsewhere they stand behind a fold.
    """

    stops: tuple[Stop, ...]
    costs: bool
    cites: tuple[Citation, ...]
    limits: tuple[Line, ...]
    limits_matter: bool
    review: Review

    @property
    def references(self) -> list[str]:
        """Everything that the road cites."""
        cited = [self.cites, *(stop.cites for stop in self.stops)]
        cited += [line.cites for line in self.limits]
        return [citation.reference for cites in cited for citation in cites]


def road_page(
    stage: LegalStage,
    sum_fen: int | None,
    today: date,
    told: Container[str] = (),
) -> RoadPage:
    """The road, the stop of ``stage`` marked; fees in words where a sum is known.

    Findings already ``told`` on the page are left out.
    """
    cites = cite_all(FEE_CITES)
    return RoadPage(
        stops=tuple(_stops(stage, sum_fen, today)),
        costs=sum_fen is not None,
        cites=cites,
        limits=tuple(
            lines(words.findings(), (key for key in LIMITS if key not in told), today)
        ),
        limits_matter=stage in (LegalStage.JUDGMENT, LegalStage.ENFORCEMENT),
        review=review(cites),
    )


def _stops(stage: LegalStage, sum_fen: int | None, today: date) -> Iterator[Stop]:
    fees = court_fees(sum_fen, fee_scales()) if sum_fen else None
    for number, (key, stop) in enumerate(road().items()):
        yield Stop(
            key=key,
            y=STOP_HEIGHT * number,
            name=stop.name,
            mark=fill(stop.mark, today),
            days=fill(stop.days, today),
            talk=stop.talk,
            fees=tuple(_costs(fees, stop.fees)) if fees else (),
            cites=cite_all(stop.cites),
            here=key == stage,
            paper=stop.paper,
        )


def _costs(fees: CourtFees, names: Mapping[str, str]) -> Iterator[str]:
    """``受理费 1,050 元`` …"""
    for key, name in names.items():
        yield f"{name} {cn_yuan(getattr(fees, key))}"
