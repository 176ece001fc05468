"""Days that a message itself gives: 「答辩期7日」, 「三日内履行」.

They are counted from the day it came, and shown as what the message says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from timeline.engine.stages import PaperKind
from timeline.engine.text import Patterns, numerals
from timeline.engine.text.sentences import Sentences

DAYS: Final = "days"
LONGEST: Final = 60


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TermSign:
    """How a text gives days of its own.

    Args:
        any: Each with a group ``days``.
        papers: Those whose step it dates; where there are none, a row of its own.
        most: A longer one is not believed: the law's own days are the safer ones.
        only_with: Keys of the signs of papers, of which one must be heard.
    """

    key: str
    any: Patterns
    papers: tuple[PaperKind, ...] = ()
    most: int = LONGEST
    only_with: frozenset[str] = field(default_factory=frozenset)


class Term(NamedTuple):
    """Days that the text gives for one thing."""

    key: str
    days: int
    papers: tuple[PaperKind, ...]

    def last_day(self, received: date | None) -> date | None:
        """The last day, not rolled; the day of arrival is not counted."""
        try:
            return received and received + timedelta(self.days)
        except OverflowError:
            return None


def terms(
    page: Sentences, signs: Iterable[TermSign], heard: Iterable[str]
) -> Iterator[Term]:
    """Each kind of term once; of several the shortest."""
    papers = frozenset(heard)
    for sign in signs:
        if sign.only_with and not sign.only_with & papers:
            continue
        found = [
            days
            for pattern in sign.any
            for match in pattern.finditer(page.text)
            if 0 < (days := number(match[DAYS])) <= sign.most
        ]
        if found:
            yield Term(sign.key, min(found), sign.papers)


def number(written: str) -> int:
    """``十五`` or ``15`` as a number; 0 where it is none."""
    return numerals.number(written) or 0
