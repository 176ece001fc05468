"""Keep a finished page for a minute, and tell a browser that it has it already.

A page is kept under its address and day, with the version of the content it shows.
Every save makes a new version, so a kept page ends with the edit.  Where the cache is
the memory of one process the others learn nothing: there, and for a page whose hour
of publication comes, the minute is the limit.

A cache that fails is left alone for a while, and the pages are made afresh.  Where the
database fails, a page that is kept is still shown; the others say when to come back.
"""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import blake2b
from time import monotonic
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.core.cache import cache
from django.db import DatabaseError, InterfaceError, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from portal.models import Article, Claim, Moved, Notice, Term, Topic
from timeline.catalog import words

View = Callable[..., HttpResponse]

SHOWN: Final = frozenset({Article, Claim, Moved, Notice, Term, Topic})
VERSION: Final = "library-version"
FRESH_SECONDS: Final = 60
KEPT_SECONDS: Final = 24 * 3600
PAUSE_SECONDS: Final = 30
RETRY_SECONDS: Final = 60
CONDITIONS: Final = frozenset(
    {
        "HTTP_IF_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_UNMODIFIED_SINCE",
    }
)
# Whom to ask while the library does not answer: the court, the police, legal aid.
LINES: Final = ("12368", "110", "12348")

log = logging.getLogger(__name__)


class KeptPage(NamedTuple):
    """A finished page; a tuple, because it is unpacked at every hit."""

    version: str
    fresh_until: int
    last_modified: int
    etag: str
    content_type: str
    content: bytes
    compressed: bytes


class _Cache:
    """The cache, with a pause after each failure: a hung one is asked once."""

    def __init__(self) -> None:
        self.paused_until = 0.0

    def read(self, *keys: str) -> dict[str, Any]:
        """What is kept; nothing where the cache does not answer."""
        if monotonic() < self.paused_until:
            return {}
        try:
            return dict(cache.get_many(keys))
        except Exception as error:  # every backend fails in its own way
            self._pause(error)
            return {}

    def write(self, values: dict[str, Any]) -> None:
        """Keep values, where the cache answers."""
        if monotonic() < self.paused_until:
            return
        try:
            cache.set_many(values, KEPT_SECONDS)
        except Exception as error:  # as above
            self._pause(error)

    def _pause(self, error: Exception) -> None:
        self.paused_until = monotonic() + PAUSE_SECONDS
        log.warning("cache: %s", type(error).__name__)


_cache = _Cache()


def library_page(view: View) -> View:
    """Serve ``view(request, day, …)`` from what is kept, or make and keep its page.

    Query strings change nothing on these pages and are not part of the key.
    """

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        day = timezone.localdate()
        now = int(timezone.now().timestamp())
        key = _key(request, day.isoformat())
        found = _cache.read(VERSION, key)
        version = found.get(VERSION, "")
        kept: KeptPage | None = found.get(key)
        if kept and kept.version != version:
            kept = None
        if kept and now < kept.fresh_until:
            return _response(request, kept)
        try:
            response = view(request, day, **kwargs)
        except (DatabaseError, InterfaceError):
            log.warning("database: %s", request.path)
            return _response(request, kept) if kept else _unavailable(request)
        if response.status_code != 200:
            return response
        page = _keep(response, version or uuid4().hex, now, kept)
        # The version is written again with each page, so that it never ends first.
        _cache.write({key: page, VERSION: page.version})
        return _response(request, page)

    return require_safe(answer)  # type: ignore[return-value]


def _key(request: HttpRequest, day: str) -> str:
    address = f"{request.scheme}://{request.get_host()}{request.path} {day}"
    return "page-" + blake2b(address.encode(), digest_size=16).hexdigest()


def _keep(
    response: HttpResponse, version: str, now: int, before: KeptPage | None
) -> KeptPage:
    content = response.content
    etag, compressed = _packed(content)
    same = before is not None and before.etag == etag
    return KeptPage(
        version=version,
        fresh_until=now + FRESH_SECONDS,
        last_modified=before.last_modified if before and same else now,
        etag=etag,
        content_type=response.headers["Content-Type"],
        content=content,
        compressed=compressed,
    )


@lru_cache(maxsize=256)
def _packed(content: bytes) -> tuple[str, bytes]:
    """What follows from a page's bytes: its ETag, and its gzip form."""
    etag = f'W/"{blake2b(content, digest_size=12).hexdigest()}"'
    return etag, gzip.compress(content, compresslevel=6, mtime=0)


def _response(request: HttpRequest, page: KeptPage) -> HttpResponseBase:
    zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(
        page.compressed if zipped else page.content,
        headers={
            "Content-Type": page.content_type,
            "Cache-Control": "no-cache",
            "ETag": page.etag,
            "Last-Modified": http_date(page.last_modified),
            "Vary": "Accept-Encoding",
        },
    )
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    if not CONDITIONS.isdisjoint(request.META):
        return (
            get_conditional_response(request, page.etag, page.last_modified, response)
            or response
        )
    return response


def _unavailable(request: HttpRequest) -> HttpResponse:
    channels = words.channels()
    lines = [{"key": key, "name": channels[key].name} for key in LINES]
    response = render(request, "portal/unavailable.html", {"lines": lines}, status=503)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


@receiver([post_save, post_delete])
def _row_changed(sender: type[Any], **kwargs: object) -> None:
    if sender in SHOWN:
        new_version()


@receiver(m2m_changed, sender=Article.related.through)
def _related_changed(sender: type[Any], **kwargs: object) -> None:
    new_version()


def new_version() -> None:
    """End every kept page, now and once more when the change can be read by all."""
    _cache.write({VERSION: uuid4().hex})
    transaction.on_commit(lambda: _cache.write({VERSION: uuid4().hex}))
