"""What a search answers: the best pages, in groups, matched words marked."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from django.db import DatabaseError
from django.utils import timezone

from portal.models import DayCount, Topic
from portal.search import index, store
from portal.search.entry import Kind
from portal.search.fold import fold
from portal.search.query import Idea, Query, parse
from portal.search.ranking import Ranked, rank, rarity

logger = logging.getLogger(__name__)

# A library of this size is ranked whole; of a larger one, these many rows that hold
# the rarest words: in the title or answer, and anywhere.
WHOLE: Final = 500
FROM_HEAD, FROM_ANYWHERE = 80, 30
# A word on more pages than this is common; how common makes no difference.
COMMON: Final = 600
MOST_IN_GROUP: Final = 6
MOST_RESULTS: Final = 30
MOST_TOPICS: Final = 4
# What scores less than this share of the best is noise below it.
TAIL: Final = 0.15
GROUPS: Final = {
    "工具与指南": (Kind.TOOL, Kind.PROFILE),
    "文章": (Kind.ARTICLE,),
    "网上说法": (Kind.CLAIM,),
    "名词": (Kind.TERM,),
    "渠道": (Kind.CHANNEL,),
    "主题": (Kind.TOPIC,),
    "依据": (Kind.SOURCE,),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, marked where it matches."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One page that was found, ready to print."""

    url: str
    kind: Kind
    title: str
    title_pieces: tuple[Piece, ...]
    answer_pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Results of one sort under their heading."""

    heading: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a search answers."""

    query: str
    results: tuple[Result, ...]
    groups: tuple[Group, ...] = ()

    @property
    def count(self) -> int:
        """How many results are shown."""
        return sum(len(group.results) for group in self.groups)


def search(text: str) -> Found:
    """Find pages; words of the subject that found nothing are counted."""
    query = parse(text)
    best, words = _best(query), _words(query)
    results = tuple(_result(ranked.row, words) for ranked in best)
    return Found(query.text, results, _groups(results))


def count_missing(text: str) -> None:
    """Count the words of the subject in a query that found nothing, and no others."""
    try:
        for word in parse(text).known:
            DayCount.add(DayCount.Kind.NOT_FOUND, word)
    except DatabaseError:
        logger.warning("a search that found nothing could not be counted")


def nearest_topics(text: str) -> list[Topic]:
    """The shelves that share most with the query; the first ones if none does."""
    asked = set(parse(text).folded)

    def shared(topic: Topic) -> int:
        return len(asked & set(fold(topic.title + topic.summary)))

    return sorted(Topic.objects.all(), key=shared, reverse=True)[:MOST_TOPICS]


def _best(query: Query) -> list[Ranked]:
    if not query.ideas:
        return []
    try:
        index.heal()
        with store.reading():
            size = store.size()
            counts = _counts(query.ideas)
            # A word that stands nowhere, a name or a slip, tells no page from another.
            ideas = [idea for idea, pages in counts.items() if any(pages)]
            if not ideas:
                return []
            rows = _candidates(ideas, [counts[i] for i in ideas], size, timezone.now())
    except DatabaseError:
        logger.warning("search index cannot be read: run rebuild_search")
        return []
    rarities = [rarity(idea, counts[idea], size) for idea in ideas]
    ranked = rank(query, rarities, rows)
    if ranked:
        least = TAIL * ranked[0].score
        ranked = [one for one in ranked if one.score >= least]
    return ranked[:MOST_RESULTS]


def _counts(ideas: Sequence[Idea]) -> dict[Idea, tuple[int, ...]]:
    """How many rows hold each word of each idea."""
    words = [store.any_of([word]) for idea in ideas for word in idea.words]
    found = iter(store.counts(words, COMMON))
    return {idea: tuple(islice(found, len(idea.words))) for idea in ideas}


def _candidates(
    ideas: Sequence[Idea], counts: Sequence[Sequence[int]], size: int, now: datetime
) -> list[store.Row]:
    """Rows worth ranking.

    A large library is not read whole; what a common word finds there beyond the
    limit matches less than what is kept.
    """
    if size <= WHOLE:
        everything = store.any_of(word for idea in ideas for word in idea.words)
        return list(store.find(everything, "whole", now, WHOLE))
    words: list[str] = []
    reached = 0
    rows = (sum(pages) for pages in counts)
    rarest_first = sorted(zip(rows, ideas, strict=True), key=lambda one: one[0])
    for count, idea in rarest_first:
        if words and reached + count > FROM_HEAD:
            break
        words += idea.words
        reached += count
    expression = store.any_of(words)
    found = {row.url: row for row in store.find(expression, "head", now, FROM_HEAD)}
    for row in store.find(expression, "whole", now, FROM_ANYWHERE):
        found.setdefault(row.url, row)
    return list(found.values())


def _groups(results: Sequence[Result]) -> tuple[Group, ...]:
    """Headings in the order of their best result."""
    found: dict[str, list[Result]] = {}
    for result in results:
        heading = next(name for name, kinds in GROUPS.items() if result.kind in kinds)
        group = found.setdefault(heading, [])
        if len(group) < MOST_IN_GROUP:
            group.append(result)
    return tuple(Group(heading, tuple(group)) for heading, group in found.items())


def _result(row: store.Row, words: re.Pattern[str]) -> Result:
    return Result(
        url=row.url,
        kind=row.kind,
        title=row.title,
        title_pieces=tuple(_marked(row.title, words)),
        answer_pieces=tuple(_marked(row.answer, words)),
    )


def _words(query: Query) -> re.Pattern[str]:
    """What is marked, the longest of several that match at one place."""
    words = {word for idea in query.ideas for word in idea.words if len(word) > 1}
    words.update(idea.word for idea in query.ideas)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def _marked(text: str, words: re.Pattern[str]) -> Iterator[Piece]:
    """Cut a line at matches; folding keeps places, so they are those of the line."""
    end = 0
    for match in words.finditer(fold(text)):
        if match.start() > end:
            yield Piece(text[end : match.start()])
        yield Piece(text[match.start() : match.end()], marked=True)
        end = match.end()
    if end < len(text):
        yield Piece(text[end:])
