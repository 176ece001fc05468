"""Every address that a search engine may list."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from portal.caching import library_page
from portal.models import Article, Claim, Term, Topic
from portal.pages import page_records
from timeline import catalog, tools
from timeline.catalog.letters import letters

NAMES = ("home", *tools.NAMES, "sources", "topics", "claims", "glossary")


class Fixed(Sitemap):  # type: ignore[type-arg]
    """Pages whose address is their name, and those of the catalog."""

    def items(self) -> list[str]:
        """The addresses themselves."""
        return [
            *map(reverse, NAMES),
            *map(reverse, page_records()),
            *[reverse("source", args=[key]) for key in catalog.sources()],
            *[
                reverse("timeline-profile", args=[key])
                for key in catalog.profile_records()
            ],
            *[reverse("paper", args=[key]) for key in catalog.words.papers()],
            *[reverse("letter", args=[key]) for key in letters()],
        ]

    def location(self, item: str) -> str:
        """An item is its own address."""
        return item


class Topics(Sitemap):  # type: ignore[type-arg]
    """The shelves of the library."""

    def items(self) -> Any:
        """Every topic."""
        return Topic.objects.order_by("position", "key")


class Articles(Sitemap):  # type: ignore[type-arg]
    """Articles that readers see."""

    model: type[Article | Claim] = Article

    def items(self) -> Any:
        """What is published, in the order of addresses."""
        return self.model.objects.published().only("slug", "changed").order_by("slug")

    def lastmod(self, item: Article) -> datetime:
        """When it was last changed."""
        return item.changed


class Claims(Articles):
    """Claims that readers see."""

    model = Claim


class Terms(Sitemap):  # type: ignore[type-arg]
    """Words of which more is said than the glossary has."""

    def items(self) -> list[str]:
        """Their keys."""
        rows = Term.objects.exclude(body="").order_by("key")
        return list(rows.values_list("key", flat=True))

    def location(self, item: str) -> str:
        """Where more is said."""
        return reverse("term", args=[item])


SECTIONS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "fixed": Fixed,
    "topics": Topics,
    "articles": Articles,
    "claims": Claims,
    "terms": Terms,
}


@library_page
def sitemap(request: HttpRequest, day: date) -> HttpResponse:
    """The sitemap, kept as pages are."""
    response = sitemap_view(request, SECTIONS, template_name="portal/sitemap.xml")
    response.render()
    return response
