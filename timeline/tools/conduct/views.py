"""Write down, and answer in the same response: nothing is stored or put into a URL."""

from __future__ import annotations

import re
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from timeline.advice import advice_page
from timeline.crisis import comfort
from timeline.stateless import stateless
from timeline.tools.conduct.exports import log_csv, workbook
from timeline.tools.conduct.forms import AGAIN, NOW, REMOVE, ConductForm, row_of
from timeline.tools.conduct.page import ResultPage, result_page

POSITION: Final = re.compile(r"\d{1,3}", re.ASCII)
PAGE: Final = "timeline/conduct.html"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@stateless
def conduct_view(request: HttpRequest) -> HttpResponse:
    """The log, the answer to it, and what helps whatever the log holds."""
    if request.method != "POST":
        return _show(request, ConductForm())
    changed = _changed(request.POST)
    if changed is not None:
        return _show(request, changed)
    form = ConductForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    fresh = ConductForm.waiting(request.POST, form.entries, {})
    return _show(request, fresh, result_page(form.conduct))


@stateless
def csv_view(request: HttpRequest) -> HttpResponse:
    """The log as CSV."""
    return _file(request, "csv")


@stateless
def xlsx_view(request: HttpRequest) -> HttpResponse:
    """The log as a workbook with a list of evidence."""
    return _file(request, "xlsx")


def _changed(data: QueryDict) -> ConductForm | None:
    """The form after a button that asks for no answer; ``None`` for the answer."""
    entries = ConductForm(data).entries
    row = ConductForm.typed(data)
    if NOW in data:
        return ConductForm.waiting(data, entries, row | ConductForm.this_minute())
    for button in (REMOVE, AGAIN):
        if button not in data:
            continue
        number = str(data.get(button))
        chosen = int(number) - 1 if POSITION.fullmatch(number) else -1
        if 0 <= chosen < len(entries):
            if button == REMOVE:
                del entries[chosen]
            else:
                row = row_of(entries[chosen])
        return ConductForm.waiting(data, entries, row)
    return None


def _file(request: HttpRequest, kind: str) -> HttpResponse:
    if request.method != "POST":
        return redirect("conduct")
    form = ConductForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    lines = [line for _, line in form.log]
    if kind == "csv":
        body, content_type = log_csv(lines), "text/csv; charset=utf-8"
    else:
        page = result_page(form.conduct)
        body, content_type = workbook(lines, page, form.conduct.today), XLSX
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="notes.{kind}"'
    return response


def _show(
    request: HttpRequest,
    form: ConductForm,
    page: ResultPage | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "advice": advice_page("conduct", form.today),
        "comfort": comfort(request.POST.get("note", "")),
    }
    return render(request, PAGE, context, status=status)
