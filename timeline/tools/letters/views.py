"""The letters: shown, filled in, and handed out in the same response."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.catalog.letters import letters
from timeline.crisis import comfort_for
from timeline.letters import compose, docx, text_file
from timeline.stateless import stateless
from timeline.tools.letters.forms import LetterForm
from timeline.tools.letters.page import blank_page, filled_page, list_page

LIST: Final = "timeline/letters.html"
FORM: Final = "timeline/letter.html"
RESULT: Final = "timeline/letter_result.html"
TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
AS: Final = "as"


@require_safe
def letters_view(request: HttpRequest) -> HttpResponse:
    """Every letter, by need."""
    return render(request, LIST, {"page": list_page()})


@stateless
def letter_view(request: HttpRequest, key: str) -> HttpResponse:
    """One letter: how it looks, its blanks, the filled text, the file."""
    if key not in letters():
        raise Http404
    if request.method != "POST":
        page = blank_page(key, timezone.localdate())
        return render(request, FORM, {"page": page, "form": LetterForm(letters()[key])})
    form = LetterForm(letters()[key], request.POST)
    if not form.is_valid():
        page = blank_page(key, form.today)
        context = {"page": page, "form": form, "comfort": comfort_for(form)}
        return render(request, FORM, context, status=422)
    kind = request.POST.get(AS, "")
    if kind in TYPES:
        return _file(form, kind)
    page = filled_page(key, form.answers, form.limitation, form.today)
    others = [
        (teaser, form.hidden_values(letters()[teaser.key])) for teaser in page.siblings
    ]
    context = {
        "page": page,
        "form": form,
        "others": others,
        "comfort": comfort_for(form),
    }
    return render(request, RESULT, context)


def _file(form: LetterForm, kind: str) -> HttpResponse:
    letter = compose(form.letter, form.answers, form.today)
    made = docx(letter) if kind == "docx" else text_file(letter)
    response = HttpResponse(made, content_type=TYPES[kind])
    name = f"{form.letter.file_name}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
