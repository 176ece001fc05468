"""Places in a folded text, with the sentence and the clause around each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from timeline.engine.text import Patterns
from timeline.engine.text.denials import Stretches
from timeline.engine.text.folding import Folded

# No look-alike is searched further away than this: time stays linear in the text.
REACH: Final = 80
END: Final = re.compile(r"[。!?;\n]")
CLAUSE: Final = re.compile(r"[,.:,、(]")
# A clause ends here too; a point between two digits parts none, and 「，并……」 has the
# subject of the clause before it.
ANY_END: Final = re.compile(r"[。!?;\n、(]|(?<!\d)[.:]|[.:](?!\d)|,(?!并|且)")
# Marks between two Chinese characters that part a word: 「转.账」.
PARTED: Final = re.compile(r"(?<=[一-鿿])[·•.\-_~|/^]{1,2}(?=[一-鿿])")
# A text that says one thing again and again is marked this often.
MOST: Final = 30


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """A folded text that knows where its sentences end, and its clauses."""

    folded: Folded
    ends: tuple[int, ...]
    clauses: tuple[int, ...]

    @classmethod
    def of(cls, folded: Folded) -> Sentences:
        """Close up words that were parted, and find the ends of sentences."""
        closed = closed_up(folded)
        return cls(
            closed,
            tuple(end.start() for end in END.finditer(closed.text)),
            tuple(end.start() for end in ANY_END.finditer(closed.text)),
        )

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def places(
        self,
        pattern: re.Pattern[str],
        unless: Patterns = (),
        not_after: Patterns = (),
        not_before: Patterns = (),
    ) -> Iterator[tuple[int, int]]:
        """Where the pattern stands and no look-alike does, at most ``MOST`` times."""
        found = (
            match.span()
            for match in pattern.finditer(self.text)
            if match.end() > match.start()
            and not self._alike(*match.span(), unless, not_after, not_before)
        )
        return islice(found, MOST)

    def demands(
        self, pattern: re.Pattern[str], unless: Patterns, denied: Stretches
    ) -> Iterator[tuple[int, int]]:
        """Where the pattern stands and its own clause does not take it back.

        What another clause says takes nothing away: a match that runs on into the
        next clauses is first tried without them, and where one is a look-alike the
        search goes on from the next character.
        """
        at = found = 0
        while found < MOST and (match := pattern.search(self.text, at)):
            at = match.start() + 1
            if not match[0] or denied.over(match.start()) is not None:
                continue
            for start, end in self._shortest_first(pattern, match):
                around = self._around(self.clauses, start, end)
                if self._denied(start, end, denied) or _any(unless, self.text, *around):
                    continue
                yield start, end
                at, found = end, found + 1
                break

    def _denied(self, start: int, end: int, denied: Stretches) -> bool:
        """Whether a match runs on into a clause that denies how it ends."""
        begin = denied.over(end - 1)
        return begin is not None and start < self._around(self.clauses, begin, begin)[0]

    def _shortest_first(
        self, pattern: re.Pattern[str], match: re.Match[str]
    ) -> Iterator[tuple[int, int]]:
        """The match within its first clause, if it is one there; within two; whole."""
        start, last = match.span()
        clauses = self.clauses
        for stop in clauses[bisect_right(clauses, start) : bisect_left(clauses, last)]:
            within = pattern.match(self.text, start, stop)
            if within and within[0]:
                yield within.span()
        yield start, last

    def _alike(
        self,
        start: int,
        end: int,
        unless: Patterns,
        not_after: Patterns,
        not_before: Patterns,
    ) -> bool:
        if not (unless or not_after or not_before):
            return False
        first, last = self._around(self.ends, start, end)
        before = CLAUSE.split(self.text[first:start])[-1]
        after = CLAUSE.split(self.text[end:last], maxsplit=1)[0]
        return (
            _any(unless, self.text, first, last)
            or any(pattern.search(before) for pattern in not_after)
            or any(pattern.search(after) for pattern in not_before)
        )

    def _around(self, ends: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
        """Where what is around a place begins and ends, as far as is looked."""
        before = bisect_right(ends, start - 1)
        after = bisect_right(ends, end - 1)
        first = ends[before - 1] + 1 if before else 0
        last = ends[after] if after < len(ends) else len(self.text)
        return max(first, start - REACH), min(last, end + REACH)


def _any(looks: Patterns, text: str, first: int, last: int) -> bool:
    return any(look.search(text, first, last) for look in looks)


def closed_up(folded: Folded) -> Folded:
    """The text without the marks that part Chinese words; done twice, the same."""
    dropped = {
        place
        for match in PARTED.finditer(folded.text)
        for place in range(*match.span())
    }
    if not dropped:
        return folded
    kept = [place for place in range(len(folded.text)) if place not in dropped]
    return Folded(
        "".join(folded.text[place] for place in kept),
        tuple(folded.origins[place] for place in kept),
    )


def spaced(folded: Folded, typed: str) -> Folded:
    """The same text with one space wherever space was typed: words of Latin letters."""
    chars: list[str] = []
    origins: list[int] = []
    last = -1
    for char, origin in zip(folded.text, folded.origins, strict=True):
        if origin > last + 1 and any(map(str.isspace, typed[last + 1 : origin])):
            chars.append(" ")
            origins.append(origin)
        chars.append(char)
        origins.append(origin)
        last = origin
    return Folded("".join(chars), tuple(origins))
