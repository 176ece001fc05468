"""Ask about the three years, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.stateless import stateless
from timeline.tools.limitation.forms import LimitationForm
from timeline.tools.limitation.page import basis, limitation_page

TEMPLATE: Final = "timeline/limitation.html"


@stateless
def limitation_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the light, with the questions below it."""
    form = LimitationForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form, "basis": basis()}
    if not form.is_bound:
        return render(request, TEMPLATE, context)
    if not form.is_valid():
        return render(request, TEMPLATE, context, status=422)
    context["page"] = limitation_page(form.facts)
    return render(request, TEMPLATE, context)
