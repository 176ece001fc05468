"""The one decorator of every page that takes answers and keeps none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

View = TypeVar("View", bound=Callable[..., HttpResponse])
METHODS = ["GET", "HEAD", "POST"]


def stateless(view: View) -> View:
    """Answer in the same response; store nothing, set no cookie.

    A forged POST would gain nothing: the view changes nothing and reads no cookie.
    So there is no CSRF token, which would itself be a stored identifier; requests
    that the browser marks as coming from another site are refused all the same.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if (
            request.method == "POST"
            and request.headers.get("Sec-Fetch-Site") == "cross-site"
        ):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    # The reason for the exemption stands in the docstring above.
    guarded = csrf_exempt(never_cache(require_http_methods(METHODS)(answer)))
    return guarded  # type: ignore[return-value]
