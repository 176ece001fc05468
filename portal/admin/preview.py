"""A text as readers would see it, rendered by the code that renders the site."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import richtext
from portal.content_check import Draft, check, reading, shelf_of_rows
from portal.models import Term

WRITERS = ("portal.change_article", "portal.change_claim", "portal.change_term")


def explained() -> tuple[richtext.Explained, ...]:
    """The glossary, as texts explain it."""
    rows = Term.objects.values_list("word", "key", "meaning")
    return tuple(richtext.Explained(*row) for row in rows)


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """Render a text that is being written; nothing of it is kept."""
    if not any(request.user.has_perm(right) for right in WRITERS):
        raise PermissionDenied
    post = request.POST
    title = post.get("title") or post.get("says") or post.get("word") or ""
    answer = post.get("answer") or post.get("conclusion") or post.get("meaning") or ""
    body, today = post.get("body", ""), timezone.localdate()
    own = tuple(line for line in (post.get("title", ""), answer) if line)
    draft = Draft(own, body, quoted=post.get("says", ""))
    context: dict[str, Any] = {
        "heading": title,
        "answer": answer,
        "text": richtext.render(body, today, explained()),
        "problems": check(draft, today, shelf_of_rows()),
        "reading": reading(body),
    }
    return render(request, "admin/preview.html", context)
