"""「这页有用吗」: one more on a page and a day, and nothing about whom."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.urls import reverse
from django.views.decorators.http import require_POST

from portal.models import Article, DayCount
from timeline.stateless import stateless

KINDS = {"yes": DayCount.Kind.USEFUL, "no": DayCount.Kind.USELESS}
THANKS = "#thanks"


class SeeOther(HttpResponseRedirectBase):
    """Ask the browser to open another page by GET."""

    status_code = 303


@stateless
@require_POST
def vote(request: HttpRequest, slug: str) -> HttpResponse:
    """Count a vote that comes from this site, and lead back to the page."""
    if not _from_this_site(request):
        raise PermissionDenied
    kind = KINDS.get(request.POST.get("useful", ""))
    address = reverse("article", args=[slug])
    try:
        if not Article.objects.published().filter(slug=slug).exists():
            raise Http404
        if kind is not None:
            DayCount.add(kind, slug)
    except (DatabaseError, InterfaceError):
        return SeeOther(address)  # a vote is not worth an error page
    return SeeOther(address + THANKS if kind else address)


def _from_this_site(request: HttpRequest) -> bool:
    """Browsers say where a form was sent from; whoever says nothing is refused."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())
