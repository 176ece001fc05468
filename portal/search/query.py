"""What a reader typed, cut into the things it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from portal.search.fold import RUNS, fold
from portal.search.pinyin import spelled_out
from portal.search.vocabulary import (
    corrections,
    cutter,
    known_words,
    short_words,
    stopwords,
    subject_words,
    synonyms,
)

LONGEST: Final = 100
# No question speaks of more things; a pasted text does not make the search slow.
MOST_IDEAS: Final = 12
WEAK, HALF, PLAIN = 0.3, 0.6, 0.6
PARTICLES: Final = frozenset("了过着掉")


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing the query speaks of: the word that was typed, and others for it.

    ``weight`` is small for what says little: a bare number, a pair glued from
    neighbours.
    """

    words: tuple[str, ...]
    weight: float = 1.0

    @property
    def word(self) -> str:
        """The one that was typed."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Query:
    """A query, trimmed and cut."""

    text: str
    folded: str
    ideas: tuple[Idea, ...]

    @property
    def known(self) -> tuple[str, ...]:
        """Its words that stand in the glossary or the list of synonyms."""
        return tuple(i.word for i in self.ideas if i.word in known_words())


def parse(text: str) -> Query:
    """Cut ``text``; a query of stop words alone keeps them."""
    text = " ".join(text[:LONGEST].split())
    folded = fold(text)
    ideas: dict[str, Idea] = {}
    for run in spelled_out(RUNS.findall(folded)):
        for word, weight in _words(run):
            ideas.setdefault(word, Idea((word, *_others(word)), weight))
    if not ideas:
        ideas = {word: Idea((word,)) for word in RUNS.findall(folded)}
    return Query(text, folded, _most_telling(list(ideas.values())))


def _most_telling(ideas: list[Idea]) -> tuple[Idea, ...]:
    """As many as are looked for; of a long story those that say most, in its order."""
    most = sorted(ideas, key=lambda idea: -idea.weight)[:MOST_IDEAS]
    return tuple(idea for idea in ideas if idea in most)


def _words(run: str) -> list[tuple[str, float]]:
    """The words of a run with their weights."""
    if run[0] >= "\u3400":
        return _cut(run)
    bare_number = run.isdecimal() and run not in known_words()
    return [(run, WEAK if bare_number else 1.0)]


def _cut(run: str) -> list[tuple[str, float]]:
    """The words of a run of characters; lone ones are glued to a neighbour.

    A lone character says little and stands everywhere; with its neighbour it is a
    pair that the index knows.
    """
    parts = [corrections().get(part, part) for part in cutter().cut(run, False)]
    kept: list[tuple[str, float]] = []
    lone = ""
    for part in [*parts, ""]:
        stop = not part or part in stopwords()
        if len(part) == 1 and not stop:
            lone += part
            continue
        if lone:
            before = kept[-1][0] if kept else ""
            kept.append(_glued(lone, before, "" if stop else part))
            lone = ""
        if not stop:
            kept.append(_whole(part))
    return kept


def _whole(part: str) -> tuple[str, float]:
    """A word; one that is not of the subject says less, however rare it is.

    A verb that readers end with a particle (删了, 封掉) stands for its word.
    """
    if part in known_words() or part in subject_words():
        return part, 1.0
    if part[1:] in PARTICLES and part[0] in short_words():
        return short_words()[part[0]], 1.0
    return part, PLAIN


def _glued(lone: str, before: str, after: str) -> tuple[str, float]:
    if len(lone) > 1:
        return lone, 1.0
    if lone in short_words():
        return short_words()[lone], HALF
    return (lone + after[0] if after else before[-1:] + lone), WEAK


def _others(word: str) -> tuple[str, ...]:
    """Other words for it; a large number is also written with commas."""
    others = synonyms().get(word, ())
    if not others and word.isdecimal() and len(word) > 3:
        others = (f"{int(word):,}",)
    return others
