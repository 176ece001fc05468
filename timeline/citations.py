"""``civil-code:1033`` → a citation that a page can show, for both apps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from timeline import catalog
from timeline.engine import Strength

STRENGTH_TEXT: Final = {
    Strength.LAW: "法律",
    Strength.REGULATION: "行政法规",
    Strength.INTERPRETATION: "司法解释",
    Strength.RULE: "部门规章",
    Strength.REGULATORY_DOCUMENT: "监管规定（规范性文件）",
    Strength.STANDARD: "国家标准（推荐性）",
    Strength.SELF_REGULATION: "行业自律",
    Strength.CONTRACT: "合同约定",
    Strength.PRACTICE: "平台惯例（未核实）",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision with its weight.

    ``verified`` says whether the original was read; where it was not, the page
    says 「转述，未核对原文」 and quotes nothing.
    """

    reference: str
    source: str
    article: str
    short: str
    title: str
    label: str
    gist: str
    strength: Strength
    verified: bool

    @property
    def chip(self) -> str:
        """The article, where its number was read in the original."""
        return self.label if self.verified else ""

    @property
    def strength_text(self) -> str:
        """The badge, as the visitor reads it."""
        return STRENGTH_TEXT[self.strength]


def cite_all(references: Iterable[str]) -> tuple[Citation, ...]:
    """Citations for one statement; those that would read alike are given once."""
    return once(map(cite, references))


def once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Leave out what would read like a citation before it."""
    found: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        found.setdefault((citation.source, citation.chip), citation)
    return tuple(found.values())


def by_source(citations: Iterable[Citation]) -> list[list[Citation]]:
    """Group what comes from one source and weighs the same, in order of mention.

    What was not read in the original stays alone: it is shown without an article.
    """
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations:
        apart = "" if citation.chip else citation.reference
        key = (citation.source, citation.strength, apart)
        groups.setdefault(key, []).append(citation)
    return list(groups.values())


class Review(NamedTuple):
    """When the oldest of some sources was checked, and when the first is due again."""

    checked: date
    review_by: date


def review(citations: Iterable[Citation]) -> Review:
    """What a page says of its sources: the page is as old as the oldest of them.

    Raises:
        ValueError: There is none.
    """
    sources = [catalog.sources()[citation.source] for citation in citations]
    return Review(
        checked=min(source.checked for source in sources),
        review_by=min(source.review_by for source in sources),
    )


@cache
def cite(reference: str) -> Citation:
    """Look up a citation.

    Raises:
        DataError: No such source, or no gist of that article.
    """
    key, source, number, article = catalog.article(reference)
    return Citation(
        reference=reference,
        source=key,
        article=number,
        short=source.short,
        title=source.title,
        label=article.label,
        gist=article.gist,
        strength=article.strength or source.strength,
        verified=article.verified,
    )
