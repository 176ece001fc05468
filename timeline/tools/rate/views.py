"""Ask for the sums of a loan, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.catalog.rate import rate_words
from timeline.forms.rows import MORE
from timeline.stateless import stateless
from timeline.tools.rate.forms import RateForm
from timeline.tools.rate.page import RatePage, rate_page

TEMPLATE: Final = "timeline/rate.html"


@stateless
def rate_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the rate, with the questions below it."""
    if request.method != "POST":
        return _show(request, RateForm())
    if MORE in request.POST:
        return _show(request, RateForm.unchecked(request.POST))
    form = RateForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return _show(request, form, rate_page(form.loan, form.today))


def _show(
    request: HttpRequest,
    form: RateForm,
    page: RatePage | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "page": page, "words": rate_words()}
    return render(request, TEMPLATE, context, status=status)
