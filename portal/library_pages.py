"""Articles and claims with everything their pages print, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from django.urls import NoReverseMatch, reverse

from portal import library_rows
from portal.models import Article, Claim, Page, Topic
from portal.richtext import Rendered, render
from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.records import read_tables
from timeline.citations import Citation, once

TOOLS: Final = Path(__file__).parent / "content" / "tools.toml"
LONG: Final = 4  # headings from which a page has a table of contents


@dataclass(frozen=True, slots=True)
class ToolRecord:
    """What a link to a tool says."""

    label: str
    say: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that fits an article."""

    label: str
    say: str
    url: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A source that a page rests on, with the provisions it cites."""

    key: str
    title: str
    url: str
    strength: str
    strength_text: str
    provisions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What articles and claims have in common, ready to print.

    ``contents`` says whether the text is long enough for a table of contents.
    """

    text: Rendered
    basis: tuple[Basis, ...]
    unchecked: tuple[str, ...]
    checked: date
    review_by: date

    @property
    def contents(self) -> bool:
        """Whether the text is long enough for a table of contents."""
        return len(self.text.headings) >= LONG


@dataclass(frozen=True, slots=True)
class Shelf:
    """A topic: its title, its one sentence, its address."""

    title: str
    summary: str
    url: str
    key: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article, ready to print."""

    slug: str
    title: str
    url: str
    answer: str
    topic: Shelf
    published: datetime
    changed: datetime
    body: Body
    tools: tuple[Tool, ...]
    related: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Teaser:
    """A page in a list: its title, its one sentence, its address."""

    title: str
    answer: str
    url: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A statement from the web with our verdict, as lists and its page have it."""

    says: str
    verdict: str
    verdict_text: str
    conclusion: str
    url: str
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim, ready to print."""

    line: ClaimLine
    topic: Shelf
    body: Body


def article_page(article: Article, day: date) -> ArticlePage:
    """The article with the figures that hold on ``day``; two queries."""
    return ArticlePage(
        slug=article.slug,
        title=article.title,
        url=article.get_absolute_url(),
        answer=fill(article.answer, day),
        topic=shelf(article.topic),
        published=article.publish_at or article.changed,
        changed=article.changed,
        body=body_of(article, day),
        tools=tools(tuple(article.tools)),
        related=teasers(library_rows.related(article), day),
    )


def body_of(page: Page, day: date) -> Body:
    """The text of a page with its words explained; one query."""
    text = render(page.body, day, library_rows.explained())
    return Body(
        text=text,
        basis=basis(text.citations),
        unchecked=tuple(fill(line, day) for line in page.unchecked_lines),
        checked=page.checked,
        review_by=page.review_by,
    )


def shelf(topic: Topic) -> Shelf:
    """A topic as pages print it."""
    return Shelf(topic.title, topic.summary, topic.get_absolute_url(), topic.key)


def teasers(
    articles: Iterable[Article | library_rows.Neighbour], day: date
) -> tuple[Teaser, ...]:
    """Articles as a list has them."""
    return tuple(
        Teaser(row.title, fill(row.answer, day), reverse("article", args=[row.slug]))
        for row in articles
    )


def claim_line(claim: Claim, day: date, *, cites: int = 0) -> ClaimLine:
    """A claim as a list has it, with its first ``cites`` citations."""
    cited = once(render(claim.body, day).citations)[:cites] if cites else ()
    return ClaimLine(
        says=fill(claim.says, day),
        verdict=claim.verdict,
        verdict_text=claim.get_verdict_display(),
        conclusion=fill(claim.conclusion, day),
        url=claim.get_absolute_url(),
        cites=cited,
    )


def claim_page(claim: Claim, day: date) -> ClaimPage:
    """The claim with the figures that hold on ``day``; one query."""
    return ClaimPage(
        line=claim_line(claim, day),
        topic=shelf(claim.topic),
        body=body_of(claim, day),
    )


@cache
def tools(names: tuple[str, ...]) -> tuple[Tool, ...]:
    """The tools of those names that the site has."""
    records = read_tables(TOOLS, ToolRecord)
    found = []
    for name in names:
        try:
            found.append(Tool(records[name].label, records[name].say, reverse(name)))
        except (KeyError, NoReverseMatch):
            continue  # a tool that is planned, or no more
    return tuple(found)


@cache
def basis(citations: tuple[Citation, ...]) -> tuple[Basis, ...]:
    """The sources of those citations, strongest first, each once."""
    sources = catalog.sources()
    order = {key: place for place, key in enumerate(sources)}
    ranked = sorted(citations, key=lambda citation: order[citation.source])
    return tuple(
        Basis(
            key=key,
            title=sources[key].title,
            url=sources[key].url,
            strength=provisions[0].strength.value,
            strength_text=provisions[0].strength_text,
            provisions=provisions,
        )
        for key, group in groupby(ranked, key=lambda citation: citation.source)
        for provisions in (tuple(group),)
    )
