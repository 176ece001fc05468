"""Changes of a published page that were dropped or replaced, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from portal.admin import pending, versions
from portal.models import Page, Status


@dataclass(frozen=True, slots=True)
class Shelved:
    """One change that readers never saw, or saw later."""

    number: int
    at: datetime
    by: str
    reason: str
    changes: list[versions.Change]


def shelved(page: Page) -> Iterator[Shelved]:
    """The latest closed changes of a page, against what readers see."""
    model = type(page)
    now = versions.values(page, model)
    for edit in pending.all_of(page).filter(open=False)[:10]:
        draft = model()
        versions.apply(draft, edit.values)
        difference = versions.changes(model, now, versions.values(draft, model))
        if difference:
            by = str(edit.by or "有人")
            yield Shelved(edit.pk, edit.at, by, edit.reason, difference)


def again_view(
    model_admin: Any, request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """Let a closed change wait once more, in place of what waits now."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    with transaction.atomic():
        page = model_admin._row(request, object_id, lock=True)
        if not model_admin.has_change_permission(request, page):
            raise PermissionDenied
        edit = pending.all_of(page).filter(pk=number).first()
        if edit is None or page.status != Status.PUBLISHED:
            raise Http404
        user = cast(User, request.user)
        pending.keep(page, edit.values, edit.related, user, edit.reason)
        model_admin.log_change(request, page, "again")
        messages.success(request, "放回来了：等另一位批准后，读者才会看到。")
    return redirect(model_admin._address("change", page.pk))
