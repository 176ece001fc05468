"""Read a draft objection, and answer in the same response."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.crisis import comfort_for
from timeline.stateless import stateless
from timeline.tools.payment_order.forms import ObjectionForm
from timeline.tools.payment_order.page import basis, objection_page

TEMPLATE: Final = "timeline/payment_order.html"


@stateless
def payment_order_view(request: HttpRequest) -> HttpResponse:
    """The form; after it what the draft amounts to, and the form again below."""
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "form": form,
        "basis": basis(form.today),
        "comfort": comfort_for(form),
    }
    if not form.is_bound:
        return render(request, TEMPLATE, context)
    if not form.is_valid():
        return render(request, TEMPLATE, context, status=422)
    context["page"] = objection_page(
        form.draft, form.today, form.cleaned_data["received"]
    )
    return render(request, TEMPLATE, context)
