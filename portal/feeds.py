"""What is new in the library, as an Atom feed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from portal.caching import library_page
from portal.models import Article
from timeline.catalog import fill

NEWEST: Final = 30


class LibraryFeed(Feed):  # type: ignore[type-arg]
    """The articles that were changed last."""

    feed_type = Atom1Feed
    title = "逾期有数 · 文库"
    subtitle = "最近写好或改过的文章，先给一句话的回答。"
    language = "zh-Hans"

    def link(self) -> str:
        """The library."""
        return reverse("topics")

    def feed_url(self) -> str:
        """The feed itself."""
        return reverse("feed")

    def items(self) -> Any:
        """The newest articles, each with its topic."""
        rows = Article.objects.published().select_related("topic")
        return rows.order_by("-changed", "slug")[:NEWEST]

    def item_title(self, item: Any) -> str:
        """The title as it is: the feed escapes it."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """The one-sentence answer."""
        return fill(item.answer, timezone.localdate())

    def item_updateddate(self, item: Article) -> datetime:
        """When it was last changed."""
        return item.changed

    def item_pubdate(self, item: Article) -> datetime:
        """When readers first saw it, as far as is known."""
        return item.publish_at or item.changed

    def item_categories(self, item: Article) -> list[str]:
        """Its topic."""
        return [item.topic.title]


@library_page
def feed(request: HttpRequest, day: date) -> HttpResponse:
    """The feed, kept as pages are."""
    return LibraryFeed()(request)
