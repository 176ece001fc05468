"""The list of sources, and what on the site rests on each provision."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from portal.source_uses import Use, uses
from timeline import catalog
from timeline.catalog import cn_date
from timeline.citations import STRENGTH_TEXT
from timeline.engine import Strength


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One provision with our gist and its uses."""

    key: str
    label: str
    gist: str
    verified: bool
    used_by: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the list."""

    key: str
    title: str
    since: str
    verified_text: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one strength."""

    strength_text: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source, ready to print."""

    title: str
    short: str
    strength: Strength
    strength_text: str
    issuer: str
    since: str
    until: str
    checked: str
    review_by: str
    url: str
    note: str
    articles: tuple[ArticleLine, ...]


def source_groups() -> tuple[SourceGroup, ...]:
    """Every source, strongest first."""
    grouped = groupby(catalog.sources().items(), key=lambda item: item[1].strength)
    return tuple(
        SourceGroup(STRENGTH_TEXT[strength], tuple(_line(*item) for item in items))
        for strength, items in grouped
    )


def _line(key: str, source: catalog.Source) -> SourceLine:
    read = all(article.verified for article in source.articles.values())
    dated = source.strength is not Strength.PRACTICE
    return SourceLine(
        key=key,
        title=source.title,
        since=cn_date(source.since) if dated else "",
        verified_text="" if read else "转述，未核对原文",
        count=len(source.articles),
    )


def source_page(key: str) -> SourcePage:
    """One source.

    Raises:
        KeyError: No such source.
    """
    source = catalog.sources()[key]
    dated = source.strength is not Strength.PRACTICE
    return SourcePage(
        title=source.title,
        short=source.short,
        strength=source.strength,
        strength_text=STRENGTH_TEXT[source.strength],
        issuer=source.issuer,
        since=cn_date(source.since) if dated else "",
        until=cn_date(source.until) if source.until else "",
        checked=cn_date(source.checked),
        review_by=cn_date(source.review_by),
        url=source.url,
        note=source.note,
        articles=tuple(
            ArticleLine(
                key=number,
                label=article.label,
                gist=article.gist,
                verified=article.verified,
                used_by=uses().get(f"{key}:{number}", ()),
            )
            for number, article in source.articles.items()
        ),
    )
