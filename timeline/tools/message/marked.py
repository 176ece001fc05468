"""The message cut where a cue begins or ends, with the number of its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from timeline.engine.message import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text; ``numbers`` are those of the cues that end with it."""

    text: str
    marked: bool
    numbers: tuple[int, ...]


def pieces(
    text: str, marks: Sequence[Mark], numbers: Mapping[str, int]
) -> Iterator[Piece]:
    """Cut the text; ``marks`` come in its order, and those of two cues may overlap."""
    cuts = {0, len(text)}.union(*[(mark.start, mark.end) for mark in marks])
    waiting = iter(marks)
    following = next(waiting, None)
    current: list[tuple[int, int]] = []
    for cut, end in pairwise(sorted(cuts)):
        while following is not None and following.start == cut:
            heappush(current, (following.end, numbers[following.cue]))
            following = next(waiting, None)
        marked, ending = bool(current), []
        while current and current[0][0] == end:
            ending.append(heappop(current)[1])
        yield Piece(text[cut:end], marked, tuple(sorted(set(ending))))
