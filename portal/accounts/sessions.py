"""How long a login lasts: 30 minutes without a click, 12 hours in all."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from portal.middleware import NextLayer

STARTED: Final = "started"
SEEN: Final = "seen"
# Noting every click would write the session each time.
GRAIN_SECONDS: Final = 60


@receiver(user_logged_in, dispatch_uid="portal.accounts.sessions")
def begin(request: HttpRequest, **kwargs: Any) -> None:
    """Note when the login began."""
    request.session[STARTED] = request.session[SEEN] = now()


def now() -> int:
    """Seconds, as sessions keep them."""
    return int(timezone.now().timestamp())


def is_over(request: HttpRequest) -> bool:
    """Whether the login has lasted, or has lain idle, too long."""
    moment = now()
    started: int = request.session.get(STARTED, 0)
    seen: int = request.session.get(SEEN, 0)
    return (
        moment - started > settings.SESSION_COOKIE_AGE
        or moment - seen > settings.SESSION_IDLE_SECONDS
    )


class SessionLimits:
    """End a login that has lasted or lain idle too long."""

    def __init__(self, get_response: NextLayer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; somebody whose time is over is nobody."""
        if request.user.is_authenticated:
            if is_over(request):
                logout(request)
                messages.warning(request, "登录已经到时，请重新登录。")
            elif now() - request.session[SEEN] >= GRAIN_SECONDS:
                request.session[SEEN] = now()
        return self.get_response(request)
