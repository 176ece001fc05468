"""Check a pasted text, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.crisis import comfort_for
from timeline.stateless import stateless
from timeline.tools.lint.forms import LintForm
from timeline.tools.lint.page import basis, lint_page

TEMPLATE: Final = "timeline/lint.html"


@stateless
def lint_view(request: HttpRequest) -> HttpResponse:
    """The form; after it the text with its marks, and the form again below."""
    form = LintForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "form": form,
        "basis": basis(),
        "comfort": comfort_for(form),
    }
    if not form.is_bound:
        return render(request, TEMPLATE, context)
    if not form.is_valid():
        return render(request, TEMPLATE, context, status=422)
    context["page"] = lint_page(form.draft)
    return render(request, TEMPLATE, context)
