"""Ask about a household's months, and answer in the same response."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timeline.stateless import stateless
from timeline.tools.budget.forms import SHOW, BudgetForm, SheetForm
from timeline.tools.budget.page import budget_page, frame, sheet_page

PAGE: Final = "timeline/budget.html"
SHEET: Final = "timeline/budget_sheet.html"


@stateless
def budget_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the sum, with the questions below it."""
    if request.method != "POST":
        return _show(request, BudgetForm())
    form = BudgetForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return _show(request, form, sheet=SheetForm())


@stateless
def sheet_view(request: HttpRequest) -> HttpResponse:
    """A page to show a lender, with nothing on it but what was ticked.

    It is signed: while food or housing is open, the result says why there is none.
    """
    if request.method != "POST":
        return redirect("budget")
    form, sheet = BudgetForm(request.POST), SheetForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    if not form.facts.complete:
        return _show(request, form, sheet=SheetForm(), status=422)
    if not sheet.is_valid():
        return _show(request, form, sheet=sheet, status=422)
    page = sheet_page(form.facts, sheet.cleaned_data[SHOW], form.today)
    return render(request, SHEET, {"form": form, "page": page})


def _show(
    request: HttpRequest,
    form: BudgetForm,
    *,
    sheet: SheetForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "sheet": sheet, "frame": frame()}
    context["page"] = budget_page(form.facts, form.today) if sheet else None
    return render(request, PAGE, context, status=status)
