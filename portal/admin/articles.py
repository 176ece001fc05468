"""The admin page of articles."""

from __future__ import annotations

from django.contrib import admin

from portal.admin.forms import ArticleForm
from portal.admin.pages import PageAdmin
from portal.models import Article


@admin.register(Article)
class ArticleAdmin(PageAdmin):
    """An article: the answer first, then the text, then what belongs to it."""

    form = ArticleForm
    list_display = ("title", "status", "topic", "checked", "review_by", "author")
    search_fields = ("title", "slug", "answer", "body")
    filter_horizontal = ("related",)
    fieldsets = (
        (None, {"fields": ("basis", "state", "title", "slug", "answer", "topic")}),
        ("正文", {"fields": ("body", "sources", "unchecked")}),
        ("说给谁听", {"fields": ("stages", "roles", "tools", "related")}),
        ("日期", {"fields": ("checked", "review_by", "publish_at")}),
        ("这次修改", {"fields": ("reason", "author", "approver")}),
    )
