"""Every sentence that claims law carries its source, and 违法 a law that was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portal.content_check import rules
from portal.content_check.blocks import (
    SPEAKS_FOR_MORE,
    Block,
    below,
    own_words,
    sentence_at,
    sentences,
    without_titles,
)
from portal.content_check.phrases import asked, found, hedged, turned_around
from portal.content_check.problem import Problem, Severity
from portal.marks import CITATION
from portal.richtext import citation_references
from timeline.citations import cite
from timeline.engine import DataError, Strength

BINDING: Final = {Strength.LAW, Strength.REGULATION, Strength.INTERPRETATION}
_UNLAWFUL: Final = rules.Pattern(
    r"违法|犯法|(?:是|属于|就是)非法(?:的|行为)|触犯(?:法律|刑法)|违反法律",
    r"[不非没]违法|是否违法|违法(?:违规|和不良信息|犯罪)|算不算(?:违法|犯法)|不违反法律"
    r"|没有[^，。；]{0,4}(?:违法|犯法)",
)
_CITATION: Final = re.compile(CITATION)
_RUN: Final = re.compile(rf"{CITATION}(?:\s*{CITATION})*")


def uncited(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """Sentences that claim law in a block without a citation.

    A table's head and a heading are left out: what they announce stands below them.
    """
    for index, block in enumerate(blocks):
        if block.kind in SPEAKS_FOR_MORE or _CITATION.search(block.text):
            continue
        if any(_CITATION.search(other.text) for other in below(blocks, index)):
            continue
        yield from _claims(block.text, block)


def uncited_line(text: str, cited: bool) -> Iterator[Problem]:
    """The same for a title or an answer, whose citations stand in the body."""
    if not cited:
        yield from _claims(text, None)


def _claims(text: str, block: Block | None) -> Iterator[Problem]:
    own = own_words(text)
    for sentence in sentences(own):
        part = own[sentence.start : sentence.end]
        if hedged(part):
            continue
        claim = next(_law_words(part), None)
        if claim:
            word, severity = claim
            place = "这一段要有依据 [[…]]" if block else "正文里要有依据 [[…]]"
            line = block.line_at(sentence.start + part.index(word)) if block else None
            yield Problem(severity, line, f"「{word}」是在讲法律，{place}。")


def _law_words(sentence: str) -> Iterator[tuple[str, Severity]]:
    """What claims law in a sentence; the file has the errors first."""
    for rule in rules.law_words().values():
        severity = Severity.ERROR if rule.error else Severity.WARNING
        for match in found(rule, sentence):
            if not asked(sentence[: match.end() + 2] + sentence.rstrip()[-1]):
                yield match[0], severity


def unlawful(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """违法 asks for a law, regulation or interpretation that we have read.

    It must be cited in the sentence, or else by the next citations of the block.  A
    heading asks for one among all that stands below it.
    """
    for index, block in enumerate(blocks):
        own = without_titles(own_words(block.text))
        for match in found(_UNLAWFUL, own):
            if turned_around(own, match):
                continue
            if block.kind in SPEAKS_FOR_MORE:
                cited = _all(other.text for other in below(blocks, index))
            else:
                cited = _group(block.text, match.start())
                cited = cited or _all(other.text for other in below(blocks, index))
            if not any(map(binding, cited)):
                text = f"「{match[0]}」后面要紧跟一条已核对原文的法律依据。"
                yield Problem(Severity.ERROR, block.line_at(match.start()), text)


def unlawful_line(text: str, cited: Iterable[str]) -> Iterator[Problem]:
    """The same for a title or an answer, whose citations stand in the body."""
    own = without_titles(own_words(text))
    references = list(cited)
    for match in found(_UNLAWFUL, own):
        if not turned_around(own, match) and not any(map(binding, references)):
            words = f"说「{match[0]}」，正文里要有已核对原文的法律依据。"
            yield Problem(Severity.ERROR, None, words)


def _all(texts: Iterable[str]) -> list[str]:
    return [reference for text in texts for reference in citation_references(text)]


def _group(text: str, position: int) -> list[str]:
    """The citations of the sentence at a place, or else the next ones behind it."""
    sentence = sentence_at(text, position)
    inside = list(citation_references(text[sentence.start : sentence.end]))
    if inside:
        return inside
    run = _RUN.search(text, position)
    return list(citation_references(run[0])) if run else []


def binding(reference: str) -> bool:
    """Whether a reference is law, regulation or interpretation, and was read."""
    try:
        citation = cite(reference)
    except DataError:
        return False
    return citation.verified and citation.strength in BINDING
