"""What can be found: rows that editors write, and pages that lie in files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.models import Article, Claim, Page, Status, Term, Topic
from portal.pages import page, page_records
from portal.search.entry import Entry, Kind
from portal.search.files import lines, pairs
from timeline import catalog
from timeline.catalog import words
from timeline.catalog.papers import paper_guides

# Pages that tell about the site itself; the others are guides that help at once.
ABOUT: Final = frozenset({"about", "privacy", "accessibility"})
MARKUP: Final = re.compile(
    r"\[\[[^\]]*\]\]"  # a citation
    r"|\]\([^)]*\)"  # where a link leads
    r"|^!!! \w+|^[#>|:\-\s*]+|[*_`\[\]\"|]",
    re.MULTILINE,
)


def plain(markdown: str) -> str:
    """The words of a text; slots for figures stay."""
    return " ".join(MARKUP.sub(" ", markdown).split())


def row_entry(row: models.Model) -> Entry | None:
    """The entry of a row, or nothing where readers may not see it."""
    if isinstance(row, Page) and row.status != Status.PUBLISHED:
        return None
    if isinstance(row, Article):
        text = {
            "title": row.title,
            "answer": plain(row.answer),
            "body": plain(row.body),
        }
        return _entry(row, Kind.ARTICLE, aliases=row.topic.title, **text)
    if isinstance(row, Claim):
        text = {"title": row.says, "answer": plain(row.conclusion)}
        return _entry(row, Kind.CLAIM, aliases="", body=plain(row.body), **text)
    if isinstance(row, Term):
        text = {
            "title": row.word,
            "answer": plain(row.meaning),
            "body": plain(row.body),
        }
        return _entry(row, Kind.TERM, aliases=" ".join(row.aliases), **text)
    if isinstance(row, Topic):
        text = {"title": row.title, "answer": plain(row.summary), "body": ""}
        return _entry(row, Kind.TOPIC, aliases="", **text)
    return None


def _entry(row: Any, kind: Kind, **text: str) -> Entry:
    opens = row.publish_at if isinstance(row, Page) else None
    url = row.get_absolute_url()
    return Entry(name=row_name(row), url=url, kind=kind, opens=opens, **text)


def row_name(row: models.Model) -> str:
    """The name of a row's entry."""
    return f"{row._meta.model_name}/{row.pk}"


def row_entries() -> Iterator[Entry]:
    """Entries of every row that readers may see, in one order on every database."""
    topics = Topic.objects.order_by("key")
    terms = Term.objects.order_by("key")
    claims = Claim.objects.select_related("topic").order_by("slug")
    articles = Article.objects.select_related("topic").order_by("slug")
    for rows in (topics, terms, claims, articles):
        for row in rows.iterator(chunk_size=500):
            entry = row_entry(row)
            if entry is not None:
                yield entry


def file_entries() -> Iterator[Entry]:
    """Entries of what lies in git: tools, guides, sources, channels, profiles."""
    day = timezone.localdate()
    yield from _sources()
    yield from _profiles()
    yield from _papers()
    yield from _channels()
    for key in page_records():
        record = page(key, day)
        parts = [f"{s.heading} {s.intro}" for s in record.sections]
        parts += [item.text for s in record.sections for item in s.items]
        yield Entry(
            name=f"page/{key}",
            url=reverse(key),
            kind=Kind.SOURCE if key in ABOUT else Kind.TOOL,
            title=record.title,
            answer=record.answer,
            aliases=_aliases(key),
            body=" ".join(parts),
        )
    for key, (title, answer) in pairs("tools", "tools").items():
        url, aliases = reverse(key), _aliases(key)
        yield Entry(f"tool/{key}", url, Kind.TOOL, title, answer, aliases)


def _aliases(key: str) -> str:
    if key not in pairs("tools", "aliases"):
        return ""
    return " ".join(pairs("tools", "aliases")[key])


def _sources() -> Iterator[Entry]:
    for key, source in catalog.sources().items():
        gists = [f"{a.label} {a.gist}" for a in source.articles.values()]
        yield Entry(
            name=f"source/{key}",
            url=reverse("source", args=[key]),
            kind=Kind.SOURCE,
            title=source.title,
            answer=source.note or f"{source.issuer}；本站用到 {len(gists)} 条。",
            aliases=source.short,
            body=" ".join(gists),
        )


def _profiles() -> Iterator[Entry]:
    for key, profile in catalog.profile_records().items():
        yield Entry(
            name=f"profile/{key}",
            url=reverse("timeline-profile", args=[key]),
            kind=Kind.PROFILE,
            title=f"{profile.name}的时间尺",
            answer=profile.lender_text,
            aliases=profile.short,
            body=" ".join(claim.says for claim in profile.claims),
        )


def _papers() -> Iterator[Entry]:
    for key, text in words.papers().items():
        guide = paper_guides()[key]
        yield Entry(
            name=f"paper/{key}",
            url=reverse("paper", args=[key]),
            kind=Kind.TOOL,
            title=f"收到{text.name}怎么办",
            answer=text.what,
            aliases=text.name,
            body=f"{guide.looks} {guide.undone}",
        )


def _channels() -> Iterator[Entry]:
    channels = reverse("channels")
    known = lines("tools", "urgent")
    for number, channel in words.channels().items():
        yield Entry(
            name=f"channel/{number}",
            url=f"{channels}#channel-{number}",
            kind=Kind.CHANNEL,
            title=f"{number} {channel.name}",
            answer=channel.can,
            aliases="紧急 求救" if number in known else "热线 电话 投诉",
            body=channel.covers,
        )
