"""Phrases that no page may use as its own: promises, wrong statements, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from portal.content_check import rules
from portal.content_check.blocks import own_words, sentence_at
from timeline.catalog.text import SLOT

# How far behind the words found a denial may stand.
AFTER: Final = 14
_CLAUSE: Final = re.compile(r"[，：、]")
_OTHER_DIGIT: Final = re.compile(r"(?![0-9])\d")


def wrong(text: str) -> Iterator[tuple[int, str]]:
    """Wrong statements that a text makes its own: place, and what is right.

    A quotation, a denial, a report of what others say and a question make nothing
    their own.
    """
    own = own_words(text)
    for key, statement in rules.wrong_statements().items():
        for match in rules.compiled(statement.pattern).finditer(own):
            if not turned_around(own, match):
                yield match.start(), key


def promises(text: str) -> Iterator[tuple[int, str]]:
    """Promises that a text makes: place and words."""
    own = own_words(text)
    for promise in rules.promises().values():
        for match in found(promise, own):
            if not turned_around(own, match):
                yield match.start(), match[0]


def numbers(text: str) -> Iterator[tuple[int, str]]:
    """Phone numbers outside ``{{ channel:… }}``, in full-width digits too."""
    bare = SLOT.sub(lambda slot: "□" * len(slot[0]), text)
    folded = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), bare)
    for number in rules.numbers().values():
        for match in found(number, folded):
            yield match.start(), match[0]


def found(rule: rules.Pattern, text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands in a text, its look-alikes left out."""
    alike: list[tuple[int, int]] | None = None
    for match in rules.compiled(rule.pattern).finditer(text):
        if alike is None:
            others = rules.compiled(rule.unless).finditer(text) if rule.unless else ()
            alike = [other.span() for other in others]
        if not any(start < match.end() and match.start() < end for start, end in alike):
            yield match


def turned_around(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence denies, reports or asks what the words found say."""
    around = rules.sentence_rules()
    sentence = sentence_at(text, match.start())
    before = text[sentence.start : match.start()]
    clause = _CLAUSE.split(before)[-1]
    after = text[match.end() : match.end() + AFTER]
    return bool(
        rules.compiled(around.denied_before).search(clause)
        or rules.compiled(around.reported).search(before)
        or rules.compiled(around.denied_inside).search(match[0])
        or rules.compiled(f"[^，。；]{{0,6}}?(?:{around.denied_after})").match(after)
    )


def hedged(sentence: str) -> bool:
    """Whether a sentence says what we do not know."""
    return bool(rules.compiled(rules.sentence_rules().hedged).search(sentence))


def asked(words: str) -> bool:
    """Whether a sentence up to here leaves a point open, as a question does."""
    return bool(rules.compiled(rules.sentence_rules().asked).search(words))
