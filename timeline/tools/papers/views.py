"""Ask about one paper and answer in the same response; a page for each kind."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.crisis import comfort_for
from timeline.engine import LegalStage, PaperKind
from timeline.engine.deadlines import HEARING_NORMS
from timeline.engine.service_of_process import Service
from timeline.forms.fields import UNKNOWN
from timeline.ics import calendar_file
from timeline.stateless import stateless
from timeline.tools.papers.forms import DescribeForm, PaperForm
from timeline.tools.papers.named import named_page
from timeline.tools.papers.page import PaperPage, kind_page, kinds
from timeline.tools.papers.result import result_page
from timeline.tools.papers.road import road_page

FORM: Final = "timeline/papers.html"
RESULT: Final = "timeline/papers_result.html"
KIND: Final = "timeline/paper.html"
NAMED: Final = "timeline/papers_named.html"


@stateless
def papers_view(request: HttpRequest) -> HttpResponse:
    """The question about one paper, and the answer to it."""
    if request.method != "POST":
        return render(request, FORM, _asked(PaperForm()))
    if "text" in request.POST and not request.POST.get("kind"):
        return _described(request)
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _again(request, form)
    page = _page(form)
    road = road_page(form.paper.opens.proves, form.sum_fen, form.today, page.told)
    return render(request, RESULT, {"form": form, "page": page, "road": road})


@stateless
def papers_calendar_view(request: HttpRequest) -> HttpResponse:
    """The dates of an answer as a calendar file, computed again from the answers."""
    if request.method != "POST":
        return redirect("papers")
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _again(request, form)
    return calendar_file(_page(form).entries, timezone.now())


@require_safe
def paper_view(request: HttpRequest, key: str) -> HttpResponse:
    """One kind of paper, without a visitor's answers."""
    for kind in PaperKind:
        if kind.key == key:
            page = kind_page(kind, timezone.localdate())
            dated = page.steps or kind in HEARING_NORMS
            form = PaperForm.short(kind) if dated else None
            return render(request, KIND, {"page": page, "form": form})
    raise Http404


def _described(request: HttpRequest) -> HttpResponse:
    """The papers that a description may mean, and the form again below."""
    form = DescribeForm(request.POST)
    context: dict[str, object] = {"describe": form, "comfort": comfort_for(form)}
    if not form.is_valid():
        asked = _asked(PaperForm()) | context
        return render(request, FORM, asked, status=422)
    context["page"] = named_page(form.cleaned_data["text"], form.today)
    return render(request, NAMED, context)


def _again(request: HttpRequest, form: PaperForm) -> HttpResponse:
    """The form with what is wrong; a sum that was not read takes no date away."""
    context = _asked(form)
    if form.counted:
        context["page"] = _page(form)
    return render(request, FORM, context, status=422)


def _asked(form: PaperForm) -> dict[str, object]:
    road = road_page(LegalStage.NONE, None, form.today)
    described = {"describe": DescribeForm(), "comfort": None}
    return {"form": form, "kinds": kinds(), "road": road} | described


def _page(form: PaperForm) -> PaperPage:
    service = Service(form.cleaned_data["service"] or UNKNOWN)
    return result_page(form.facts, form.paper, service)
