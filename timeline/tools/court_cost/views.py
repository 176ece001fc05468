"""Ask for the sum, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.catalog.court_cost import court_cost_words
from timeline.stateless import stateless
from timeline.tools.court_cost.forms import CourtCostForm
from timeline.tools.court_cost.page import CourtCostPage, court_cost_page

TEMPLATE: Final = "timeline/court_cost.html"


@stateless
def court_cost_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the costs, with the questions below them."""
    if request.method != "POST":
        return _show(request, CourtCostForm())
    form = CourtCostForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    page = court_cost_page(form.cost, form.cleaned_data, form.today)
    return _show(request, form, page)


def _show(
    request: HttpRequest,
    form: CourtCostForm,
    page: CourtCostPage | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "page": page, "words": court_cost_words()}
    return render(request, TEMPLATE, context, status=status)
