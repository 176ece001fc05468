"""Stretches of a text in which it warns, or says what is not asked for.

「请勿转账」 and 「要您转账的，都是诈骗」 speak of what a swindler wants, and want the
opposite.  A denial covers what it denies and no more: 「不收费，但请转账」 asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple, Self

from timeline.engine.text import Patterns

OVER: Final = "over"


class Stretches(NamedTuple):
    """Parts of a text that do not overlap, in its order: begin and end, half-open."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, denials: Patterns) -> Self:
        """What denials cover: in each pattern the group ``over``."""
        found = sorted(
            match.span(OVER) for denial in denials for match in denial.finditer(text)
        )
        begins: list[int] = []
        ends: list[int] = []
        for begin, end in found:
            if ends and begin <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                begins.append(begin)
                ends.append(end)
        return cls(tuple(begins), tuple(ends))

    def over(self, place: int) -> int | None:
        """Where the stretch begins that the place lies in."""
        before = bisect_right(self.begins, place) - 1
        if before < 0 or place >= self.ends[before]:
            return None
        return self.begins[before]
