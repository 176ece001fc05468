"""The field for Markdown: a plain text box, with a toolbar where there is JavaScript.

Citations and links are picked from native lists, which search by title and number;
the preview works without JavaScript: it is another button of the same form.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse

from portal.admin import choices
from portal.models import Article
from timeline import catalog


@cache
def citations() -> tuple[tuple[str, str], ...]:
    """Every provision that can be cited, with what an editor would search for."""
    return tuple(
        (f"{key}:{number}", f"{source.short} {article.label}：{article.gist}")
        for key, source in catalog.sources().items()
        for number, article in source.articles.items()
    )


def links() -> list[tuple[str, str]]:
    """Articles and tools that a text can lead to."""
    titles = Article.objects.order_by("title").values_list("slug", "title")
    return [
        *((f"article:{slug}", title) for slug, title in titles),
        *((f"tool:{key}", title) for key, title in choices.tools()),
    ]


class MarkdownWidget(forms.Textarea):
    """A text box that carries its lists and its preview."""

    template_name = "admin/markdown_widget.html"

    class Media:
        js = ("js/admin-markdown.js",)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"rows": 28, "class": "vLargeTextField markdown"} | (attrs or {})
        )

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> Any:
        """With the site's templates; Django's forms look into apps only."""
        return render_to_string(
            self.template_name, self.get_context(name, value, attrs)
        )

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Give the template what its lists and its button need."""
        context = super().get_context(name, value, attrs)
        context |= {
            "citations": citations(),
            "links": links(),
            "preview": reverse("admin:preview"),
        }
        return context
