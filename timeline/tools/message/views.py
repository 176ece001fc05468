"""Read a message, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timeline.advice import advice_page
from timeline.crisis import comfort_for
from timeline.ics import calendar_file
from timeline.stateless import stateless
from timeline.tools.message.forms import DatesForm, MessageForm
from timeline.tools.message.page import message_page

TEMPLATE: Final = "timeline/message.html"


@stateless
def message_view(request: HttpRequest) -> HttpResponse:
    """The form; after it what to do and by when, and the form again below."""
    form = MessageForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "form": form,
        "advice": advice_page("message", form.today),
    }
    if not form.is_bound:
        return render(request, TEMPLATE, context)
    if not form.is_valid():
        context["comfort"] = comfort_for(form)
        return render(request, TEMPLATE, context, status=422)
    received = form.cleaned_data["received"]
    context["page"] = message_page(form.message, received, form.today, form.ticked)
    return render(request, TEMPLATE, context)


@stateless
def message_calendar_view(request: HttpRequest) -> HttpResponse:
    """The days of an answer as a calendar file; the message itself is not sent."""
    form = DatesForm(request.POST)
    if request.method != "POST" or not form.is_valid() or not form.entries:
        return redirect("court-message")
    return calendar_file(form.entries, timezone.now())
