"""Headers on every answer, and the refusal of requests the site cannot want."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.module_loading import import_string

NextLayer = Callable[[HttpRequest], HttpResponseBase]

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(),"
        " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
        " payment=(), usb=()"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class SiteHeaders:
    """Put the constant headers on every answer.

    Some repeat Django's own: those are missing where Django's security middleware
    itself refuses a request, as it does with an unknown host over plain HTTP.
    """

    def __init__(self, get_response: NextLayer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and add what is not there yet."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class RequestLimits:
    """Refuse unknown hosts and oversized requests, and word an empty 405."""

    def __init__(self, get_response: NextLayer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request, or refuse it before any view has seen it."""
        request.get_host()  # also for static files: Django then answers 400 itself
        if content_length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return refuse(request, 413)
        try:
            # Read both here: a limit found later, in the CSRF check, would be a 400.
            _ = request.GET, request.POST
        except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
            return refuse(request, 413)
        except UnreadablePostError:
            return refuse(request, 400)

        response = self.get_response(request)
        if response.status_code == 405:
            refusal = refuse(request, 405)
            refusal.headers["Allow"] = response.headers["Allow"]
            return refusal
        return response


def admin_only(get_response: NextLayer) -> NextLayer:
    """Run the middleware of accounts below /admin/, and for nobody else.

    A reader's page pays for no session and no account, and can therefore neither
    set their cookies nor vary on them.
    """
    guarded = get_response
    for name in reversed(settings.ADMIN_MIDDLEWARE):
        guarded = import_string(name)(guarded)

    def answer(request: HttpRequest) -> HttpResponseBase:
        admin = request.path_info.startswith("/admin/")
        return guarded(request) if admin else get_response(request)

    return answer


def content_length(request: HttpRequest) -> int:
    """Return the size a request claims for its body; 0 where it claims nonsense."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def refuse(request: HttpRequest, status: int) -> HttpResponse:
    """Return the page in plain Chinese that belongs to a 4xx status."""
    response = render(request, f"{status}.html", status=status)
    add_never_cache_headers(response)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form whose token is missing; named in the settings."""
    return refuse(request, 403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Refuse a request that makes no sense; the URLconf's handler400."""
    return refuse(request, 400)
