"""Ask what was offered, and compare in the same response."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timeline.advice import advice_page
from timeline.forms.carry import CARRY
from timeline.spreadsheet import download
from timeline.stateless import stateless
from timeline.tools.offer.exports import sheets
from timeline.tools.offer.forms import OfferForm
from timeline.tools.offer.page import offer_page

PAGE: Final = "timeline/offer.html"


@stateless
def offer_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the comparison, with the questions below it."""
    if request.method != "POST":
        return _show(request, OfferForm())
    if CARRY in request.POST:
        return _show(request, OfferForm.unchecked(request.POST))
    form = OfferForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return _show(request, form, answered=True)


@stateless
def file_view(request: HttpRequest, kind: str) -> HttpResponse:
    """The comparison and every plan as a workbook, or as CSV."""
    if request.method != "POST":
        return redirect("repay-offer")
    form = OfferForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return download(kind, sheets(form.facts), form.today, name="plans")


def _show(
    request: HttpRequest, form: OfferForm, *, answered: bool = False, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "advice": advice_page("offer", form.today)}
    context["page"] = offer_page(form.facts) if answered else None
    return render(request, PAGE, context, status=status)
