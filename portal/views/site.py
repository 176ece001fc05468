"""The site's own pages: doors, advice, sources."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.pages import page
from portal.search.files import pairs
from portal.sources_page import source_groups, source_page
from timeline import catalog, tools

DOORS = frozenset({"assess", "contact", "court-message", "repay-offer", "conduct"})


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The five doors, and the tools that lie behind none of them."""
    titles = pairs("tools", "tools")
    further = [
        {"name": name, "title": titles[name][0], "answer": titles[name][1]}
        for name in tools.NAMES
        if name not in DOORS
    ]
    return render(request, "portal/home.html", {"tools": further})


@require_safe
def advice(request: HttpRequest, key: str) -> HttpResponse:
    """A short page of sourced advice."""
    context = {"page": page(key, timezone.localdate())}
    return render(request, "portal/page.html", context)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Everything that the site rests on."""
    return render(request, "portal/sources.html", {"groups": source_groups()})


@require_safe
def source(request: HttpRequest, key: str) -> HttpResponse:
    """One source with our gist of each provision, and what rests on it."""
    if key not in catalog.sources():
        raise Http404
    return render(request, "portal/source.html", {"source": source_page(key)})
