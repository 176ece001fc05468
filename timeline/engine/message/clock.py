"""Which clock runs as if the message were real, and for which papers?

What the message speaks of decides, never how it looks: the day runs whether or not
the paper was believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from timeline.engine.facts import Paper
from timeline.engine.message.cues import Kind, Patterns
from timeline.engine.message.sentences import Sentences
from timeline.engine.stages import PaperKind

_DAY: Final = r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?"
_SITTING: Final = "开庭|庭审|到庭|出庭|审理|调解|第[一二三四五六七八九十\\d]{1,3}法庭"
HEARING: Final = (
    re.compile(rf"{_DAY}[^。;!?\n]{{0,20}}(?:{_SITTING})"),
    re.compile(rf"(?:{_SITTING})[^。;!?\n]{{0,20}}?{_DAY}"),
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PaperSign:
    """How a text speaks of a paper.

    Args:
        clock: Key of the deadline that runs first, or ``None`` where none does.
        papers: Kinds of papers to count for.
        any: What is said of it; ``types`` are types of case numbers that say so too.
        unless: Look-alikes in the same sentence: what is only threatened or denied.
        assumed: Counted also where a court is heard and nothing else is.
    """

    clock: str | None
    papers: tuple[PaperKind, ...]
    any: Patterns
    unless: Patterns = ()
    types: frozenset[str] = field(default_factory=frozenset)
    assumed: bool = False


class Clock(NamedTuple):
    """The first deadline, the papers it is counted from, and a day that is named."""

    key: str | None
    papers: tuple[PaperKind, ...]
    hearing: date | None

    def received(self, day: date | None) -> tuple[Paper, ...]:
        """The papers as if they had come on ``day``; the last one names the sitting."""
        last = self.papers[-1:]
        return tuple(
            Paper(
                kind=kind,
                received=day,
                hearing=self.hearing if kind in last else None,
            )
            for kind in self.papers
        )


NO_CLOCK: Final = Clock(None, (), None)


def clock(
    page: Sentences, types: Iterable[str], kind: Kind, signs: Iterable[PaperSign]
) -> Clock:
    """The clock of the first sign, of those in ``signs``, that the text gives."""
    table, heard = tuple(signs), frozenset(types)
    said = next((sign for sign in table if _said(sign, page, heard)), None)
    if said is None and kind is Kind.COURT_SERVICE:
        said = next((sign for sign in table if sign.assumed), None)
    if said is None:
        return NO_CLOCK
    hearing = _hearing(page.text)
    key = "hearing" if hearing and said.clock is None else said.clock
    return Clock(key, said.papers, hearing)


def _said(sign: PaperSign, page: Sentences, types: frozenset[str]) -> bool:
    return bool(sign.types & types) or any(
        True for pattern in sign.any for _ in page.places(pattern, sign.unless)
    )


def _hearing(text: str) -> date | None:
    """The first day that the text names for a sitting; a day without a year is none."""
    for pattern in HEARING:
        for match in pattern.finditer(text):
            try:
                return date(*(int(part) for part in match.groups()))
            except ValueError:
                continue
    return None
