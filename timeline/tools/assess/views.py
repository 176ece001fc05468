"""Ask, and answer in the same response: nothing is stored or put into a URL."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timeline import catalog
from timeline.catalog import words
from timeline.engine import assess
from timeline.ics import Entry, calendar
from timeline.stateless import stateless
from timeline.tools.assess.dates import date_rows
from timeline.tools.assess.forms import AssessForm
from timeline.tools.assess.page import result_page
from timeline.tools.assess.rows import MORE

FORM: Final = "timeline/assess.html"
RESULT: Final = "timeline/assess_result.html"
CALENDAR_TITLE: Final = "提醒：记下的日期"


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
    entries = [
        Entry(row.key, date.fromisoformat(row.iso), _title(row.key))
        for row in rows
        if row.iso
        and row.state == "ahead"
        and (with_estimates or row.kind == "legal" or row.key == "agreement")
    ]
    response = HttpResponse(
        calendar(entries, timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="dates.ics"'
    return response


def _title(key: str) -> str:
    text = words.deadlines().get(key)
    return text.calendar if text else CALENDAR_TITLE
