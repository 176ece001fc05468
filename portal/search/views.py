"""The search page.  What is looked for stands in the address, and nowhere else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.search.query import LONGEST
from portal.search.results import count_missing, nearest_topics
from portal.search.results import search as find
from timeline.crisis import comfort


@require_safe
@never_cache  # a shared computer keeps no copy either
def search(request: HttpRequest) -> HttpResponse:
    """Results in groups; without any, the nearest topics and the five doors.

    Where the words speak of despair, the crisis lines stand before all of it.
    """
    text = request.GET.get("q", "")
    found = find(text)
    topics = []
    if found.query and not found.results:
        topics = nearest_topics(text)
        if request.method == "GET":
            count_missing(text)
    context = {
        "comfort": comfort(text[:LONGEST]),
        "found": found,
        "topics": topics,
        "longest": LONGEST,
    }
    response = render(request, "portal/search.html", context)
    # The next page of this site need not be told either.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
