"""The course of a debt as points of an SVG; its figures stand in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.catalog import cn_date, cn_yuan
from timeline.catalog.cost import cost_words
from timeline.engine.cost import Owed, fen

WIDTH: Final = 320
HEIGHT: Final = 150
MOST_POINTS: Final = 60
PARTS: Final = ("principal", "interest", "penalty", "fees")


@dataclass(frozen=True, slots=True)
class Chart:
    """Areas from the lowest to the highest, and what the picture says in words.

    Attributes:
        areas: The name of a part and the corners of its area, ``x,y x,y …``.
        today: Where today is, from the left.
    """

    width: int
    height: int
    areas: tuple[tuple[str, str], ...]
    today: str
    first: str
    last: str
    top: str
    says: str


def chart(days: Sequence[Owed], today: int) -> Chart:
    """The four parts above each other; ``today`` is its place among the days."""
    step = max(1, len(days) // MOST_POINTS)
    places = sorted({*range(0, len(days), step), today, len(days) - 1})
    most = max(max(fen(owed.total) for owed in days), 1)
    lower = [0] * len(places)
    areas = []
    for part in PARTS:
        upper = [
            below + fen(getattr(days[place], part))
            for below, place in zip(lower, places, strict=True)
        ]
        if upper != lower:
            line = [
                _point(p, len(days), v, most)
                for p, v in zip(places, upper, strict=True)
            ]
            back = [
                _point(p, len(days), v, most)
                for p, v in zip(places, lower, strict=True)
            ]
            areas.append((part, " ".join([*line, *reversed(back)])))
        lower = upper
    first, now, last = days[0], days[today], days[-1]
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        areas=tuple(areas),
        today=f"{WIDTH * today / max(len(days) - 1, 1):.1f}",
        first=cn_date(first.day),
        last=cn_date(last.day),
        top=cn_yuan(most),
        says=cost_words().chart.format(
            first=cn_date(first.day),
            then=cn_yuan(fen(first.total)),
            now=cn_yuan(fen(now.total)),
            last=cn_date(last.day),
            later=cn_yuan(fen(last.total)),
        ),
    )


def _point(place: int, count: int, amount: int, most: int) -> str:
    """A corner of an area; where it is drawn is no sum, so a fraction will do."""
    x = WIDTH * place / max(count - 1, 1)
    return f"{x:.1f},{HEIGHT - HEIGHT * amount / most:.1f}"
