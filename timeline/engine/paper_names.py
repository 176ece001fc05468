"""Which kind of paper does somebody speak of?  A few candidates, or none.

A name that stands on a paper says more than what people remember of it, and that more
than a word that many papers share.  What speaks against a kind only weighs less: two
papers may lie in one envelope.  Nothing is concluded from it; it leads to a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from timeline.engine.stages import PaperKind
from timeline.engine.text import Patterns
from timeline.engine.text.folding import Folding
from timeline.engine.text.sentences import Sentences

MOST: Final = 3
NAMED, TOLD, HINTED, AGAINST = 4, 2, 1, -3
ENOUGH: Final = 1
NEAR: Final = 2  # a candidate has at least the best one's weight divided by this
LONGEST: Final = 24  # of a word that is shown again


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PaperWords:
    """How people speak of a kind of paper; every pattern is bounded.

    Args:
        named: What stands on it as its name.
        told: What is said of it and of few others.
        hinted: What it shares with others.
        unless: Look-alikes in the same sentence, for what is no name.
        against: Said anywhere, it speaks for another kind.
    """

    kind: PaperKind
    named: Patterns = ()
    told: Patterns = ()
    hinted: Patterns = ()
    unless: Patterns = ()
    against: Patterns = ()


class Candidate(NamedTuple):
    """A kind that it may be, how much speaks for it, and the words that do."""

    kind: PaperKind
    weight: int
    words: tuple[str, ...]


def papers_named(
    text: str, known: Sequence[PaperWords], folding: Folding
) -> tuple[Candidate, ...]:
    """At most three kinds, the likeliest first; linear in the length of the text."""
    page = Sentences.of(folding.fold(text))
    found = [_weighed(text, page, words) for words in known]
    found = [candidate for candidate in found if candidate.weight >= ENOUGH]
    found.sort(key=lambda candidate: -candidate.weight)
    best = found[0].weight if found else 0
    return tuple(one for one in found[:MOST] if one.weight * NEAR >= best)


def _weighed(text: str, page: Sentences, known: PaperWords) -> Candidate:
    weight, words = 0, []
    for worth, patterns, unless in (
        (NAMED, known.named, ()),
        (TOLD, known.told, known.unless),
        (HINTED, known.hinted, known.unless),
    ):
        for place in _places(page, patterns, unless):
            start, end = page.folded.span(*place)
            weight += worth
            words.append(" ".join(text[start:end].split())[:LONGEST])
    weight += AGAINST * any(True for _ in _places(page, known.against))
    return Candidate(known.kind, weight, tuple(dict.fromkeys(words)))


def _places(
    page: Sentences, patterns: Patterns, unless: Patterns = ()
) -> Iterator[tuple[int, int]]:
    """The first place of each pattern: said twice, it is no more likely."""
    for pattern in patterns:
        place = next(page.places(pattern, unless), None)
        if place is not None:
            yield place
