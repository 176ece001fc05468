"""Laws, rules, standards and web accounts, with our gist of each article used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine.errors import DataError
from timeline.engine.norms import Strength


@dataclass(frozen=True, slots=True)
class Article:
    """One provision; ``gist`` is our own sentence, never its wording.

    ``verified`` says whether somebody here has read the original.
    """

    label: str
    gist: str
    verified: bool
    since: date | None = None
    until: date | None = None
    strength: Strength | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A law, rule, standard, notice, or what web pages say."""

    title: str
    short: str
    strength: Strength
    issuer: str
    since: date
    checked: date
    review_by: date
    url: str
    articles: Mapping[str, Article]
    note: str = ""
    until: date | None = None


@cache
def sources() -> Mapping[str, Source]:
    """Every source by key, in the order of strength and title."""
    found = {
        path.stem: read(path, Source)
        for path in sorted((DATA / "sources").glob("*.toml"))
    }
    ranks = list(Strength)
    return dict(
        sorted(found.items(), key=lambda item: (ranks.index(item[1].strength), item[0]))
    )


def article(reference: str) -> tuple[str, Source, str, Article]:
    """Look up ``civil-code:1033``: source key, source, article key, article.

    Raises:
        DataError: No such source, or no gist of that article.
    """
    key, _, number = reference.partition(":")
    try:
        source = sources()[key]
        return key, source, number, source.articles[number]
    except KeyError:
        raise DataError(f"unknown citation {reference}") from None
