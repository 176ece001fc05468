"""Check a pasted text, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.stateless import stateless
from timeline.tools.lint.forms import LintForm
from timeline.tools.lint.page import lint_page

TEMPLATE: Final = "timeline/lint.html"


@stateless
def lint_view(request: HttpRequest) -> HttpResponse:
    """The form; after it the text with its marks, and the form again below."""
    if request.method != "POST":
        return render(request, TEMPLATE, {"form": LintForm()})
    form = LintForm(request.POST)
    if not form.is_valid():
        return render(request, TEMPLATE, {"form": form}, status=422)
    return render(request, TEMPLATE, {"form": form, "page": lint_page(form.draft)})
