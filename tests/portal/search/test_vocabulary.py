"""The word lists can do what they are for."""

from __future__ import annotations

import pytest

from portal.search.files import pairs
from portal.search.fold import fold, tokens
from portal.search.query import parse
from portal.search.vocabulary import (
    corrections,
    known_words,
    short_words,
    stopwords,
    synonyms,
)


def test_every_word_can_be_looked_up():
    words = {*known_words(), *corrections().values(), *short_words().values()}
    words.update(other for others in synonyms().values() for other in others)
    assert [word for word in words if not tokens(word)] == []


def test_words_of_the_subject_are_never_dropped():
    assert set(synonyms()) & stopwords() == set()


def test_a_slip_never_stands_for_a_right_word():
    assert set(corrections()) & known_words() == set()


@pytest.mark.parametrize("typed", sorted(pairs("synonyms", "typos")))
def test_a_slip_is_read_as_what_was_meant(typed):
    meant = fold(pairs("synonyms", "typos")[typed])
    assert meant in [idea.word for idea in parse(typed).ideas]


@pytest.mark.parametrize("typed", sorted(pairs("synonyms", "also")))
def test_a_typed_word_also_finds_its_synonyms(typed):
    words = {word for idea in parse(typed).ideas for word in idea.words}
    assert set(map(fold, pairs("synonyms", "also")[typed])) <= words
