"""The message in stretches: what cues touch is marked once, with their numbers after.

Cues overlap in most texts.  Cut at each of their ends, words would be torn and numbers
would stand inside them; so overlapping cues share one stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.engine.message import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; ``numbers`` are those of the cues that lie in it."""

    text: str
    numbers: tuple[int, ...] = ()


def pieces(
    text: str, marks: Sequence[Mark], numbers: Mapping[str, int]
) -> Iterator[Piece]:
    """The whole text in its order; ``marks`` come in the order of the text too."""
    done = 0
    for start, end, cues in _stretches(marks):
        if start > done:
            yield Piece(text[done:start])
        yield Piece(text[start:end], tuple(sorted({numbers[cue] for cue in cues})))
        done = end
    if done < len(text):
        yield Piece(text[done:])


def _stretches(marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[str]]]:
    """Marks that overlap, together: where they begin and end, and their cues."""
    start = end = 0
    cues: list[str] = []
    for mark in marks:
        if cues and mark.start >= end:
            yield start, end, cues
            cues = []
        if not cues:
            start, end = mark.start, mark.end
        end = max(end, mark.end)
        cues.append(mark.cue)
    if cues:
        yield start, end, cues
