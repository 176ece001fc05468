"""Ask about several debts, and answer in the same response."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timeline.forms.carry import CARRY
from timeline.forms.rows import MORE
from timeline.spreadsheet import download
from timeline.stateless import stateless
from timeline.tools.debts.exports import sheets
from timeline.tools.debts.forms import DebtsForm
from timeline.tools.debts.page import debts_page, frame
from timeline.tools.debts.rows import LESS, without_row

PAGE: Final = "timeline/debts.html"


@stateless
def debts_view(request: HttpRequest) -> HttpResponse:
    """The questions; after them the order, with the questions below it."""
    if request.method != "POST":
        return _show(request, DebtsForm())
    if LESS in request.POST:
        return _show(request, DebtsForm.unchecked(without_row(request.POST)))
    if MORE in request.POST or CARRY in request.POST:
        return _show(request, DebtsForm.unchecked(request.POST))
    form = DebtsForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    return _show(request, form, answered=True)


@stateless
def file_view(request: HttpRequest, kind: str) -> HttpResponse:
    """The split month by month as a workbook, or as CSV."""
    if request.method != "POST":
        return redirect("debts")
    form = DebtsForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    pages = sheets(form.answer, form.names, form.today)
    return download(kind, pages, form.today, name="months")


def _show(
    request: HttpRequest, form: DebtsForm, *, answered: bool = False, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "frame": frame(), "page": None}
    if answered:
        context["page"] = debts_page(form.answer, form.names, form.today)
    return render(request, PAGE, context, status=status)
