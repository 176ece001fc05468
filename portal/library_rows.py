"""What the pages of the library read of the database, at every request.

The statements are written out: the ORM takes ten times as long to word them as the
database takes to answer, and this is most of what a page costs that is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from django.db import connection
from django.utils import timezone

from portal.models import Article, Claim, Status, Topic
from portal.richtext import Explained

Row = TypeVar("Row", Article, Claim)

RELATED: Final = 3
_PAGE: Final = """
    SELECT page.*, topic."key" AS topic_key, topic.title AS topic_title,
           topic.summary AS topic_summary
      FROM {} AS page JOIN portal_topic AS topic ON topic.id = page.topic_id
     WHERE page.slug = %s
"""
_NOTICES: Final = (
    "SELECT text, link FROM portal_notice WHERE starts <= %s AND ends >= %s"
    " ORDER BY starts DESC, id"
)
_TERMS: Final = 'SELECT word, "key", meaning FROM portal_term ORDER BY word'
_RELATED: Final = """
    SELECT article.title, article.answer, article.slug
      FROM portal_article AS article
      LEFT JOIN portal_article_related AS chosen
        ON chosen.to_article_id = article.id AND chosen.from_article_id = %s
     WHERE (chosen.id IS NOT NULL OR article.topic_id = %s)
       AND article.id <> %s AND article.status = %s
       AND (article.publish_at IS NULL OR article.publish_at <= %s)
     ORDER BY chosen.id IS NULL, article.checked DESC, article.title, article.id
     LIMIT %s
"""


class Banner(NamedTuple):
    """A notice, as pages print it."""

    text: str
    link: str


class Neighbour(NamedTuple):
    """A related article, its answer not filled in yet."""

    title: str
    answer: str
    slug: str


def article(slug: str) -> Article | None:
    """The article at that address, with its topic, if readers may see it; one query."""
    return _public(Article, slug)


def claim(slug: str) -> Claim | None:
    """The claim at that address, with its topic, if readers may see it; one query."""
    return _public(Claim, slug)


def banners(day: date) -> tuple[Banner, ...]:
    """The notices of that day; one query."""
    return tuple(map(Banner._make, _read(_NOTICES, [day, day])))


def explained() -> tuple[Explained, ...]:
    """Every word of the glossary, to be explained where it first stands; one query."""
    return tuple(map(Explained._make, _read(_TERMS)))


def related(to: Article) -> tuple[Neighbour, ...]:
    """What the editor chose, then others of the topic: always three, if there are.

    One query.
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    given = [to.pk, to.topic_id, to.pk, Status.PUBLISHED.value, now, RELATED]
    return tuple(map(Neighbour._make, _read(_RELATED, given)))


def _public(model: type[Row], slug: str) -> Row | None:
    statement = _PAGE.format(model._meta.db_table)
    row: Any
    for row in model.objects.raw(statement, [slug]):
        row.topic = Topic(
            pk=row.topic_id,
            key=row.topic_key,
            title=row.topic_title,
            summary=row.topic_summary,
        )
        return row if row.is_public else None
    return None


def _read(statement: str, given: Iterable[Any] = ()) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(given))
        return list(cursor.fetchall())
