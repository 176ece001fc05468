"""Which pages of the library a link can lead to."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from django.urls import Resolver404, resolve
from django.utils import timezone

from portal.content_check.problem import Severity
from portal.models import Article, Claim, Moved, Status, Topic
from portal.seeds import Seed
from timeline import catalog

KINDS: Final = frozenset({"article", "claim", "topic", "profile", "source"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages that readers can open, and pages that are still being written.

    Each is a pair like ``("article", "calls-a-day")``.
    """

    open: frozenset[tuple[str, str]]
    written: frozenset[tuple[str, str]] = frozenset()

    def problem(self, kind: str, key: str) -> tuple[Severity, str] | None:
        """What is wrong with a link to a page, if anything."""
        if kind == "profile" and key in catalog.profile_records():
            return None
        if kind == "source" and key in catalog.sources():
            return None
        if (kind, key) in self.open:
            return None
        if (kind, key) in self.written:
            return Severity.WARNING, "指向的页面还没有发布"
        return Severity.ERROR, "指向的页面不存在，或者已经撤下"


def shelf_of_rows() -> Shelf:
    """The library as the database has it now, with addresses that lead on."""
    now = timezone.now()
    opened, written = set[tuple[str, str]](), set[tuple[str, str]]()
    opened.update(("topic", key) for key in Topic.objects.values_list("key", flat=True))
    for kind, model in (("article", Article), ("claim", Claim)):
        live = model._default_manager.exclude(status=Status.WITHDRAWN)
        for slug, status, at in live.values_list("slug", "status", "publish_at"):
            ready = status == Status.PUBLISHED and (at is None or at <= now)
            (opened if ready else written).add((kind, slug))
    for old in Moved.objects.values_list("old", flat=True):
        with suppress(Resolver404):
            opened.add(page_at(old) or ("", old))
    return Shelf(frozenset(opened), frozenset(written))


def shelf_of_seeds(seeds: Iterable[Seed]) -> Shelf:
    """The library as the shipped files have it."""
    return Shelf(
        frozenset((str(seed.model._meta.model_name), seed.key) for seed in seeds)
    )


def page_at(path: str) -> tuple[str, str] | None:
    """The kind and key of the page at an address; None where another page stands.

    Raises:
        Resolver404: Nothing stands there.
    """
    match = resolve(path)
    key = next(iter(match.kwargs.values()), None)
    kind = "profile" if match.url_name == "timeline-profile" else match.url_name
    if key is None or kind not in KINDS:
        return None
    return str(kind), str(key)
