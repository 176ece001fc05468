"""Ask, and answer in the same response: nothing is stored or put into a URL."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timeline import catalog
from timeline.dates import entries
from timeline.engine import assess
from timeline.forms.rows import MORE
from timeline.ics import calendar_file
from timeline.stateless import stateless
from timeline.tools.assess.dates import date_rows
from timeline.tools.assess.forms import AssessForm
from timeline.tools.assess.page import result_page

FORM: Final = "timeline/assess.html"
RESULT: Final = "timeline/assess_result.html"


@stateless
def assess_view(request: HttpRequest) -> HttpResponse:
    """The questions, and the answer to them."""
    if request.method != "POST":
        return render(request, FORM, {"form": AssessForm()})
    if MORE in request.POST:
        return render(request, FORM, {"form": AssessForm.unchecked(request.POST)})
    form = AssessForm(request.POST)
    if not form.is_valid():
        return render(request, FORM, {"form": form}, status=422)
    context = {"page": result_page(form.facts), "form": form}
    return render(request, RESULT, context)


@stateless
def calendar_view(request: HttpRequest) -> HttpResponse:
    """The dates of an answer as a calendar file, computed again from the answers."""
    if request.method != "POST":
        return redirect("assess")
    form = AssessForm(request.POST)
    if not form.is_valid():
        return render(request, FORM, {"form": form}, status=422)
    with_estimates = bool(request.POST.get("include_practice"))
    rows = date_rows(form.facts, assess(form.facts, catalog.ruleset()))
    wanted = entries(rows, with_estimates=with_estimates)
    return calendar_file(wanted, timezone.now())
