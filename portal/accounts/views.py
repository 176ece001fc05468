"""The way in: password, then code; and enrolling the phone that shows the codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import django_otp
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from portal.accounts import factor
from portal.accounts.forms import CodeForm
from portal.accounts.journal import note_code

Context = Mapping[str, Any]


def is_half_way(request: HttpRequest) -> bool:
    """Whether the password was right and the second factor is still missing."""
    user: Any = request.user
    staff = user.is_authenticated and user.is_active and user.is_staff
    return bool(staff and not factor.is_trusted(request))


def next_step(request: HttpRequest) -> HttpResponseRedirect:
    """Send who has given the password to the code, or to enrolling a phone."""
    name = "admin:code" if factor.has_factor(request.user) else "admin:enrol"
    query = {REDIRECT_FIELD_NAME: destination(request)}
    return HttpResponseRedirect(reverse(name, query=query))


def destination(request: HttpRequest) -> str:
    """Where to go afterwards: a page of this site."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(
        REDIRECT_FIELD_NAME, ""
    )
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else reverse("admin:index")


def code(request: HttpRequest, context: Context) -> HttpResponse:
    """Ask for the code of somebody who has given the password."""
    if not is_half_way(request) or not factor.has_factor(request.user):
        return redirect("admin:login")
    form = CodeForm(
        request.POST or None, user=cast(User, request.user), enrolling=False
    )
    if form.is_bound:
        accepted = form.is_valid()
        note_code(request, accepted)
        if accepted:
            admit(request, form.device)
            return HttpResponseRedirect(destination(request))
    return render(
        request,
        "otp/code.html",
        {**context, "title": "验证码", "form": form, "next": destination(request)},
    )


def enrol(request: HttpRequest, context: Context) -> HttpResponse:
    """Enrol a phone: without one nothing else opens; with one, only after its code."""
    user = cast(User, request.user)
    first = is_half_way(request) and not factor.has_factor(user)
    inside = request.user.is_authenticated and factor.is_trusted(request)
    if not first and not inside:
        return redirect("admin:login")
    form = CodeForm(request.POST or None, user=user, enrolling=True)
    if form.is_bound:
        accepted = form.is_valid()
        note_code(request, accepted)
        if accepted:
            admit(request, form.device)
            return show_recovery_codes(request, context)
    device = factor.device_to_confirm(user)
    return render(
        request,
        "otp/enrol.html",
        {
            **context,
            "title": "登记验证器",
            "form": form,
            "qr": factor.qr_code(device),
            "secret": factor.secret(device),
            "next": destination(request),
        },
    )


def recovery(request: HttpRequest, context: Context) -> HttpResponse:
    """Replace the recovery codes of somebody who is in."""
    if request.method == "POST":
        return show_recovery_codes(request, context)
    return render(request, "otp/recovery.html", {**context, "title": "恢复码"})


def show_recovery_codes(request: HttpRequest, context: Context) -> HttpResponse:
    """Ten new codes; this answer is the only place where they can be read."""
    extra = {
        "title": "恢复码",
        "codes": factor.new_recovery_codes(cast(User, request.user)),
        "next": destination(request),
    }
    return render(request, "otp/recovery.html", {**context, **extra})


def admit(request: HttpRequest, device: Any) -> None:
    """Let somebody in: with a new session key, so that an old one is worth nothing."""
    request.session.cycle_key()
    django_otp.login(request, device)
