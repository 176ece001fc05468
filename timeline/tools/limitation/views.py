"""Ask about the three years, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.stateless import stateless
from timeline.tools.limitation.forms import LimitationForm
from timeline.tools.limitation.page import limitation_page

TEMPLATE: Final = "timeline/limitation.html"


@stateless
def limitation_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the light, with the questions below it."""
    if request.method != "POST":
        return render(request, TEMPLATE, {"form": LimitationForm()})
    form = LimitationForm(request.POST)
    if not form.is_valid():
        return render(request, TEMPLATE, {"form": form}, status=422)
    context = {"form": form, "page": limitation_page(form.facts)}
    return render(request, TEMPLATE, context)
