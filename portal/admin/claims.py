"""The admin page of claims found on the web."""

from __future__ import annotations

from django.contrib import admin

from portal.admin.forms import PageForm
from portal.admin.pages import PageAdmin
from portal.models import Claim


class ClaimForm(PageForm):
    """A claim with our verdict."""

    class Meta(PageForm.Meta):
        model = Claim
        fields = "__all__"


@admin.register(Claim)
class ClaimAdmin(PageAdmin):
    """What is said, what we say to it, and what that rests on."""

    form = ClaimForm
    list_display = ("says", "verdict", "status", "topic", "checked", "review_by")
    list_filter = ("status", "verdict", "topic")
    search_fields = ("says", "slug", "conclusion", "body")
    fieldsets = (
        (None, {"fields": ("basis", "state", "says", "slug")}),
        ("我们的结论", {"fields": ("verdict", "conclusion", "topic")}),
        ("依据", {"fields": ("body", "sources", "unchecked")}),
        ("日期", {"fields": ("checked", "review_by", "publish_at")}),
        ("这次修改", {"fields": ("reason", "author", "approver")}),
    )
