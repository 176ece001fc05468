"""Ask four questions and answer in the same response; hand the letter out as text."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timeline.letters import text_file
from timeline.stateless import stateless
from timeline.tools.contact.forms import ContactForm
from timeline.tools.contact.page import contact_page, guide_page, letter

FORM: Final = "timeline/contact.html"
RESULT: Final = "timeline/contact_result.html"
FILE_NAME: Final = "letter-01.txt"


@stateless
def contact_view(request: HttpRequest) -> HttpResponse:
    """The four questions, and the answer to them."""
    if request.method != "POST":
        return _asked(request, ContactForm())
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=422)
    page = contact_page(form.facts, timezone.localdate())
    return render(request, RESULT, {"form": form, "page": page, "guide": page.guide})


@stateless
def contact_text_view(request: HttpRequest) -> HttpResponse:
    """The letter of an answer as a text file, made again from the answers."""
    if request.method != "POST":
        return redirect("contact")
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=422)
    made = letter(form.facts, timezone.localdate())
    if made is None:
        return _asked(request, form)
    response = HttpResponse(text_file(made), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def _asked(request: HttpRequest, form: ContactForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "guide": guide_page(timezone.localdate())}
    return render(request, FORM, context, status=status)
