"""History of a row: who, when, why, what; and back to an earlier version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from portal.admin import versions
from portal.admin.generic import RowAdmin
from portal.admin.versions import Change

VERSIONS_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Version:
    """One line of the history with its difference to the version before."""

    number: int
    at: datetime
    by: str
    reason: str
    status: str
    changes: list[Change]
    is_now: bool


class HistoryAdmin(RowAdmin):
    """An admin page whose every change can be read and taken back."""

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The newest versions, each with what it changed."""
        row = self._row(request, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"历史：{row}",
            "opts": self.opts,
            "object": row,
            "versions": list(self._versions(row)),
            "shelved": list(self.shelved(row)),
            "may_restore": self.has_change_permission(request, row),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/versions.html", context)

    def shelved(self, row: Any) -> Iterable[Any]:
        """What was written and never became a version; pages have that."""
        return ()

    def _versions(self, row: Any) -> Iterator[Version]:
        records = row.history.select_related("history_user")
        found = list(records.order_by("-history_id")[: VERSIONS_SHOWN + 1])
        related = versions.related_at(found, self.model)
        for place, record in enumerate(found[:VERSIONS_SHOWN]):
            before = found[place + 1] if place + 1 < len(found) else None
            status = getattr(record, "get_status_display", str)()
            yield Version(
                number=record.history_id,
                at=record.history_date,
                by=str(record.history_user or "系统"),
                reason=record.history_change_reason or "",
                status=status,
                changes=self._changes(before, record, related),
                is_now=place == 0,
            )

    def _changes(
        self, before: Any, record: Any, related: dict[int, list[str]]
    ) -> list[Change]:
        if before is None:
            return []
        old, new = (
            versions.values(r, self.model)
            | {versions.RELATED: related.get(r.history_id, [])}
            for r in (before, record)
        )
        return versions.changes(self.model, old, new)

    def restore_view(
        self, request: HttpRequest, object_id: str, number: int
    ) -> HttpResponse:
        """Make a new version with the words of an earlier one; status stays."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():
            row = self._row(request, object_id, lock=True)
            if not self.has_change_permission(request, row):
                raise PermissionDenied
            record = row.history.filter(history_id=number).first()
            if record is None:
                raise Http404
            day = timezone.localtime(record.history_date)
            reason = f"恢复到 {day:%Y-%m-%d %H:%M} 的版本"
            self.restore(request, row, record, reason)
            self.log_change(request, row, reason)
        return redirect(self._address("change", row.pk))

    def restore(self, request: HttpRequest, row: Any, record: Any, reason: str) -> None:
        """Write an earlier version on the row."""
        versions.apply(row, versions.values(record, self.model))
        try:
            row.full_clean()
        except ValidationError as error:
            messages.error(request, "恢复不了：" + "；".join(error.messages))
            return
        row._change_reason = reason
        row.save()
        messages.success(request, f"已{reason}。")

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Keep the editor's reason with the version."""
        obj._change_reason = form.cleaned_data.get("reason", "")
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the groups have it; what readers could know is withdrawn instead."""
        return super().has_delete_permission(request, obj)

    def _row(self, request: HttpRequest, object_id: str, lock: bool = False) -> Any:
        rows = self.get_queryset(request)
        if lock:
            rows = rows.select_for_update(of=("self",))
        row = rows.filter(pk=object_id).first() if object_id.isdecimal() else None
        if row is None:
            raise Http404
        return row

    def _address(self, name: str, pk: Any) -> str:
        kind = f"{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"admin:{kind}_{name}", args=[pk])

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses and the one that restores."""
        kind = f"{self.opts.app_label}_{self.opts.model_name}"
        restore = path(
            "<path:object_id>/history/<int:number>/restore/",
            self.admin_site.admin_view(self.restore_view),
            name=f"{kind}_restore",
        )
        return [restore, *super().get_urls()]
