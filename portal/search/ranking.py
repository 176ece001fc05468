"""The order of results, made in Python so that every database gives the same.

Words count by where they stand (title × 5, answer × 3, other spellings × 3, body × 1),
by how rare they are, and less where only another word for them stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.search.entry import Kind
from portal.search.fold import tokens
from portal.search.query import Idea, Query
from portal.search.store import Row

TITLE, ANSWER, ALIAS = 5.0, 3.0, 3.0
# How soon more of the same word stops to count, as in BM25.
SATURATION: Final = 2.5
USUAL_LENGTH: Final = 900
MOST_IN_BODY: Final = 8
OTHER_WORD: Final = 0.75
SAME_QUESTION: Final = 1.0
# Advice before what it rests on, where both match as well.
KINDS: Final[Mapping[Kind, float]] = {
    Kind.TOOL: 0.8,
    Kind.ARTICLE: 1.0,
    Kind.CLAIM: 0.85,
    Kind.TERM: 0.75,
    Kind.CHANNEL: 0.7,
    Kind.PROFILE: 0.75,
    Kind.TOPIC: 0.6,
    Kind.SOURCE: 0.6,
}
ORDER: Final = {kind: number for number, kind in enumerate(Kind)}
# A page that speaks of less of the query than this has not been found.
LEAST_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Rarity:
    """What each word of an idea is worth, the typed one first, and the most of them."""

    words: tuple[str, ...]
    worths: tuple[float, ...]
    most: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row with its score."""

    row: Row
    score: float


def rank(query: Query, rarities: Sequence[Rarity], rows: Iterable[Row]) -> list[Ranked]:
    """Rows that speak of the query, best first."""
    whole = sum(rare.most for rare in rarities)
    if not whole:
        return []
    asked = {token for token in tokens(query.folded) if len(token) > 1}
    found = []
    for row in rows:
        score = _score(row, rarities, whole, asked)
        if score:
            found.append(Ranked(row, score))
    found.sort(key=lambda r: (-r.score, ORDER[r.row.kind], r.row.url))
    return found


def _score(
    row: Row, rarities: Sequence[Rarity], whole: float, asked: set[str]
) -> float:
    folded, fields = row.folded, row.fields
    spread = 0.5 + 0.5 * len(fields[-1]) / USUAL_LENGTH
    total = covered = 0.0
    for rare in rarities:
        best = 0.0
        for word, worth in zip(rare.words, rare.worths, strict=True):
            if worth > best and word in folded:
                best = max(best, worth * _presence(word, fields, spread))
        total += best
        covered += min(rare.most, 2 * best)
    share = covered / whole
    if share < LEAST_SHARE:
        return 0.0
    total += SAME_QUESTION * _likeness(asked, fields[0]) * whole
    # Rounded, so that no last bit of a float decides an order.
    return round(KINDS[row.kind] * (0.4 + 0.6 * share) * total, 9)


def _presence(word: str, fields: Sequence[str], spread: float) -> float:
    """How much a page speaks of a word: 0 not at all, never quite 1."""
    title, answer, aliases, body = fields
    times = (
        TITLE * title.count(word)
        + ANSWER * answer.count(word)
        + ALIAS * aliases.count(word)
        + min(body.count(word), MOST_IN_BODY) / spread
    )
    return times / (times + SATURATION)


def _likeness(asked: set[str], title: str) -> float:
    """How much of the query's pairs and of the title are the same, from 0 to 1."""
    shared = sum(pair in title for pair in asked)
    return min(1.0, 2 * shared / (len(asked) + len(title)))


def rarity(idea: Idea, counts: Sequence[int], size: int) -> Rarity:
    """How much each word of an idea says: the fewer pages hold it, the more.

    Another word never says more than the typed one, and less of the same rarity; where
    the typed word stands nowhere, the others are all there is of it.
    """
    idfs = [idea.weight * _idf(count, size) if count else 0.0 for count in counts]
    typed, *others = idfs
    share = OTHER_WORD if typed else 1.0
    most = typed or max(others)
    worths = (typed, *(share * min(other, most) for other in others))
    return Rarity(idea.words, worths, most)


def _idf(pages: int, size: int) -> float:
    return math.log(1 + (size - pages + 0.5) / (pages + 0.5))
