"""Pages that show the data itself, without a visitor's answers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline import catalog
from timeline.profile_page import profile_page


@require_safe
def timeline_profile(request: HttpRequest, key: str) -> HttpResponse:
    """The ruler of one product or kind of lender."""
    if key not in catalog.profile_records():
        raise Http404
    page = profile_page(key, timezone.localdate())
    return render(request, "timeline/profile.html", {"page": page})
