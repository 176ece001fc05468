"""Ask how the contract is worded, and answer in the same response, or as a file."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timeline.catalog.cost import cost_words
from timeline.forms.rows import MORE
from timeline.spreadsheet import download
from timeline.stateless import stateless
from timeline.tools.cost.exports import sheets
from timeline.tools.cost.forms import CostForm
from timeline.tools.cost.page import CostPage, cost_page

TEMPLATE: Final = "timeline/cost.html"
# The button that says: what looks like a figure of another unit is right.
CONFIRM: Final = "confirm"


@stateless
def cost_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them what is owed, with the questions below it."""
    if request.method != "POST":
        return _show(request, CostForm())
    if MORE in request.POST:
        return _show(request, CostForm.unchecked(request.POST))
    form = CostForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    page = cost_page(form.answer, confirmed=CONFIRM in request.POST)
    return _show(request, form, page)


@stateless
def cost_file_view(request: HttpRequest, kind: str) -> HttpResponse:
    """Every day as a table, reckoned again from the answers."""
    if request.method != "POST":
        return redirect("cost")
    form = CostForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return download(kind, sheets(form.answer), form.today, name="days")


def _show(
    request: HttpRequest,
    form: CostForm,
    page: CostPage | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "page": page, "words": cost_words()}
    return render(request, TEMPLATE, context, status=status)
