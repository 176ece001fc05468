"""What once stood here: an address that moved, or a page that was taken down."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.utils import timezone

from portal.models import Article, Claim, Moved, Page, Status, Topic

DELETED = "这一页已经删除，地址不再使用。"
UNDER_REVISION = "这一页正在重新核对。核对完会回到同一个地址。"


def missing(
    request: HttpRequest, model: type[Article | Claim | Topic], key: str
) -> HttpResponse:
    """Answer for an address without a page: 301 or 410 for what was once there.

    Raises:
        Http404: Nothing ever was.
    """
    moved = Moved.objects.filter(old=request.path).first()
    if moved:
        return HttpResponsePermanentRedirect(moved.new)
    name = "key" if model is Topic else "slug"
    row = _row(model, name, key)
    if row is None:
        raise Http404
    address = str(getattr(row, "moved_to", "")) if row.pk else ""
    if not address and getattr(row, name) != key and _readable(row):
        address = row.get_absolute_url()
    if address and address != request.path:
        return HttpResponsePermanentRedirect(address)
    return gone(request, _reason(row))


def gone(request: HttpRequest, reason: str) -> HttpResponse:
    """The page that says why there is nothing any more."""
    return render(request, "portal/gone.html", {"reason": reason}, status=410)


def _row(model: Any, name: str, key: str) -> Any:
    """The row that readers once found there, as it is now; unsaved if deleted."""
    row = model.objects.filter(**{name: key}).first()
    versions = model.history.filter(**{"id": row.pk} if row else {name: key})
    if model is not Topic:
        now = timezone.now()
        due = Q(publish_at=None) | Q(publish_at__lte=now)
        versions = versions.filter(due, status=Status.PUBLISHED)
    shown = versions.order_by("-history_date", "-history_id").first()
    if row is not None and row.status == Status.WITHDRAWN:
        return row
    if shown is None:
        return None
    return model.objects.filter(pk=shown.id).first() or model()


def _readable(row: Model) -> bool:
    return row.is_public if isinstance(row, Page) else True


def _reason(row: Model) -> str:
    if row.pk is None:
        return DELETED
    if isinstance(row, Page) and row.withdrawn_because:
        return row.withdrawn_because
    return UNDER_REVISION
