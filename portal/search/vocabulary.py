"""The words that readers type: synonyms, slips, pinyin, and what says nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import rjieba

from portal.search.files import lines, pairs, word_list
from portal.search.fold import fold
from timeline.catalog.records import table
from timeline.engine import DataError

GLOSSARY: Final = Path(__file__).parents[1] / "content" / "glossary.toml"
# Higher than any word of rjieba's own dictionary that begins or ends inside ours.
FREQUENCY: Final = 50_000


@cache
def stopwords() -> frozenset[str]:
    """Words that are dropped from a query."""
    return frozenset(lines("stopwords", "words"))


@cache
def corrections() -> Mapping[str, str]:
    """Slips and pinyin, with the word that was meant."""
    listed = pairs("synonyms", "typos") | pairs("synonyms", "pinyin")
    return {fold(typed): fold(meant) for typed, meant in listed.items()}


@cache
def subject_words() -> frozenset[str]:
    """Words of the subject with nothing to add."""
    return frozenset(map(fold, lines("synonyms", "whole")))


@cache
def short_words() -> Mapping[str, str]:
    """Characters that readers let stand for a word."""
    return pairs("synonyms", "single")


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """What else to look for, by the word that was typed.

    Raises:
        DataError: The file is not as it should be.
    """
    found: dict[str, list[str]] = defaultdict(list)
    groups = word_list("synonyms").get("same")
    if not isinstance(groups, list):
        raise DataError("synonyms.toml: same is no list")
    for group in groups:
        words = [fold(word) for word in group]
        for word in words:
            found[word] += [other for other in words if other != word]
    for word, others in pairs("synonyms", "also").items():
        found[fold(word)] += map(fold, others)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


@cache
def glossary_words() -> frozenset[str]:
    """Words and other spellings of the shipped glossary."""
    found: set[str] = set()
    for term in table(GLOSSARY).values():
        found.update(map(fold, (term["word"], *term.get("aliases", ()))))
    return frozenset(found)


@cache
def known_words() -> frozenset[str]:
    """Words of the subject: the only ones that are counted when nothing is found."""
    return glossary_words() | frozenset(synonyms())


@cache
def cutter() -> rjieba.Jieba:
    """The dictionary with the words of the subject added; one for the process."""
    jieba = rjieba.Jieba()
    for word in sorted(known_words() | subject_words() | frozenset(corrections())):
        jieba.add_word(word, FREQUENCY, "n")
    return jieba
