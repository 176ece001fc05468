"""The desk: what waits for an editor, on the admin's first page.

The number of queries does not grow with the library, and each state of a page is
checked once a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.core.cache import cache
from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils import timezone

from portal.content_check import Severity, Shelf, check_page, shelf_of_rows
from portal.models import Article, Claim, DayCount, Page, PendingEdit, Status
from portal.richtext import citation_references
from timeline import catalog
from timeline.catalog import cn_date

SOON: Final = timedelta(days=14)
WINDOW: Final = timedelta(days=30)
SHOWN: Final = 20
ERRORS: Final = "desk:errors"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what, where, and why it is here."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One heap of the desk; ``more`` counts what is not shown."""

    key: str
    title: str
    empty: str
    entries: tuple[Entry, ...]
    more: int = 0


def groups(user: User | AnonymousUser) -> tuple[Group, ...]:
    """Every heap, the most urgent first; readers' wishes last."""
    today = timezone.localdate()
    pages: list[Any] = [
        *_live(Article.objects.select_related("topic")),
        *_live(Claim.objects.select_related("topic")),
    ]
    on_site = [page for page in pages if page.status == Status.PUBLISHED]
    return (
        _group("awaiting", "等待批准", "没有要批准的。", _awaiting(pages)),
        _group("overdue", "复核过期", "没有过期的。", _overdue(on_site, today)),
        _group("due", "两周内要复核", "最近没有要复核的。", _due(on_site, today)),
        _group("sources", "依据变了或失效了", "依据都没有变。", _stale(on_site, today)),
        _group("check", "内容检查没过", "都过了。", _failing(pages, today)),
        _group("wanted", "读者要的（30 天）", "还没有。", _wanted(pages, today)),
    )


def _live(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.exclude(status=Status.WITHDRAWN)


def _group(key: str, title: str, empty: str, found: Iterable[Entry]) -> Group:
    entries = tuple(found)
    more = max(0, len(entries) - SHOWN)
    return Group(key, title, empty, entries[:SHOWN], more)


def _entry(page: Page, note: str = "") -> Entry:
    kind = page._meta.model_name
    return Entry(
        str(page), reverse(f"admin:portal_{kind}_change", args=[page.pk]), note
    )


def _awaiting(pages: Iterable[Page]) -> Iterator[Entry]:
    known = {(page._meta.model_name, page.pk): page for page in pages}
    for edit in (
        PendingEdit.objects.filter(open=True).select_related("by").order_by("at")
    ):
        page = known.get((edit.kind, edit.page))
        if page:
            yield _entry(page, f"{edit.by or '有人'}改过，读者还没看到")
    for page in known.values():
        if page.status == Status.IN_REVIEW:
            yield _entry(page, "新的一版")
        elif page.status == Status.APPROVED:
            yield _entry(page, "已批准，还没发布")


def _overdue(pages: Iterable[Page], today: date) -> Iterator[Entry]:
    for page in sorted(pages, key=lambda page: page.review_by):
        if page.review_by < today:
            yield _entry(page, f"应在{cn_date(page.review_by)}前复核")


def _due(pages: Iterable[Page], today: date) -> Iterator[Entry]:
    for page in sorted(pages, key=lambda page: page.review_by):
        if today <= page.review_by <= today + SOON:
            yield _entry(page, f"{cn_date(page.review_by)}前")


def _stale(pages: Iterable[Page], today: date) -> Iterator[Entry]:
    """Pages on a source that ended, or was read again, after the page was checked."""
    sources = catalog.sources()
    for page in pages:
        for reference in dict.fromkeys(citation_references(page.body)):
            key, _, number = reference.partition(":")
            source = sources.get(key)
            article = source.articles.get(number) if source else None
            if source is None or article is None:
                yield _entry(page, f"找不到依据「{reference}」")
                break
            until = article.until or source.until
            if until and page.checked <= until < today:
                yield _entry(page, f"「{source.short}」{cn_date(until)}后失效")
                break
            if source.checked > page.checked:
                yield _entry(
                    page, f"「{source.short}」{cn_date(source.checked)}又核对过"
                )
                break


def _failing(pages: Iterable[Page], today: date) -> Iterator[Entry]:
    """Each state of a page is checked once a day; one entry of the cache holds all."""
    known = cache.get(ERRORS, {})
    fresh = {}
    shelf: Shelf | None = None
    for page in pages:
        state = (page._meta.model_name, page.pk, page.changed, today)
        if state not in known:
            shelf = shelf or shelf_of_rows()
            found = check_page(page, today, shelf)
            known[state] = sum(problem.severity == Severity.ERROR for problem in found)
        fresh[state] = known[state]
        if fresh[state]:
            yield _entry(page, f"{fresh[state]} 处错误")
    cache.set(ERRORS, fresh, 24 * 3600)


def _wanted(pages: Iterable[Any], today: date) -> Iterator[Entry]:
    by_slug = {page.slug: page for page in pages if isinstance(page, Article)}
    counted = (
        DayCount.objects.filter(day__gte=today - WINDOW)
        .exclude(kind=DayCount.Kind.USEFUL)
        .values_list("kind", "name")
        .annotate(times=Sum("number"))
        .order_by("-times", "name")
    )
    for kind, name, times in counted:
        if kind == DayCount.Kind.NOT_FOUND:
            counts = reverse("admin:portal_daycount_changelist")
            yield Entry(name, f"{counts}?kind__exact={kind}", f"{times} 次没搜到")
        elif name in by_slug:
            yield _entry(by_slug[name], f"{times} 人说没用")
