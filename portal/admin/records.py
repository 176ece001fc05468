"""The admin pages of what happened: to read, hardly to write."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from portal.admin.generic import RowAdmin, RowForm
from portal.models import Approval, DayCount, Moved


class ReadOnly(RowAdmin):
    """Rows that nobody changes by hand."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come by themselves."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They are records."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They are kept."""
        return False


@admin.register(Approval)
class ApprovalAdmin(ReadOnly):
    """Who took which step, when and why."""

    list_display = ("at", "slug", "kind", "step", "by", "reason")
    list_filter = ("step",)
    list_select_related = ("by",)
    search_fields = ("slug",)


@admin.register(DayCount)
class DayCountAdmin(ReadOnly):
    """Votes and searches without result, by day."""

    list_display = ("day", "kind", "name", "number")
    list_filter = ("kind",)
    date_hierarchy = "day"


class MovedForm(RowForm):
    """Both addresses lie inside the site."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse what would lead readers off the site, or in a circle."""
        cleaned = super().clean() or {}
        for name in ("old", "new"):
            address = cleaned.get(name, "")
            if address and (address[0] != "/" or address[1:2] in ("/", "\\")):
                self.add_error(name, "只能是站内的网址，以 / 开头。")
        if cleaned.get("old") and cleaned.get("old") == cleaned.get("new"):
            self.add_error("new", "新旧网址一样。")
        return cleaned

    class Meta:
        model = Moved
        fields = ("old", "new")


@admin.register(Moved)
class MovedAdmin(RowAdmin):
    """An old address and where it leads."""

    form = MovedForm
    list_display = ("old", "new")
    search_fields = ("old", "new")
