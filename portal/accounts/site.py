"""The admin site: Django's own, behind a second factor, with our desk in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.cache import never_cache

from portal.accounts import factor, views
from portal.accounts.catalog import ChineseCatalog
from portal.accounts.demo import is_demo
from portal.accounts.forms import PasswordForm


class EditorsSite(admin.AdminSite):
    """The pages of editors; nothing opens before the second factor."""

    site_title = "逾期有数"
    site_header = "逾期有数 · 编辑"
    index_title = "工作台"
    login_form = PasswordForm
    enable_nav_sidebar = False

    def register(
        self, model_or_iterable: Any, admin_class: Any = None, **options: Any
    ) -> None:
        """Take only our own pages.

        Other apps would show the secrets of devices and the addresses of visitors.
        """
        if admin_class is not None and admin_class.__module__.startswith("portal."):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, with the second factor."""
        return super().has_permission(request) and factor.is_trusted(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Refuse in plain words who may not open a page."""
        inner = super().admin_view(view, cacheable)

        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return cast(HttpResponse, inner(request, *args, **kwargs))
            except PermissionDenied:
                context = self.each_context(request) | {"title": "没有权限"}
                return render(request, "admin/denied.html", context, status=403)

        return update_wrapper(answer, view)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Say loudly on each page that the demo's account has no second factor."""
        return {**super().each_context(request), "is_demo": is_demo(request.user)}

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Password first; who has given it goes on to the code."""
        if request.method == "GET" and views.is_half_way(request):
            return views.next_step(request)
        return super().login(request, extra_context)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for an editor, before the list of models."""
        # Imported late: those pages register themselves with this very site.
        from portal.admin import desk

        desks = desk.groups(request.user)
        return super().index(request, {**(extra_context or {}), "desk": desks})

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The words of the admin's scripts, all of them in Chinese."""
        view = ChineseCatalog.as_view(packages=["django.contrib.admin"])
        return cast(HttpResponse, view(request))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Django's addresses, and ours before them."""
        from portal.admin import preview, sources

        return [
            # Also for who has given only the password.
            path("logout/", never_cache(self.logout), name="logout"),
            path("code/", self._open(views.code), name="code"),
            path("enrol/", self._open(views.enrol), name="enrol"),
            path(
                "recovery/",
                self.admin_view(self._open(views.recovery)),
                name="recovery",
            ),
            path("preview/", self.admin_view(preview.preview), name="preview"),
            path("sources/", self.admin_view(sources.sources), name="sources"),
            path("sources/<slug:key>/", self.admin_view(sources.source), name="source"),
            *super().get_urls(),
        ]

    def _open(
        self, view: Callable[[HttpRequest, views.Context], HttpResponse]
    ) -> Callable[[HttpRequest], HttpResponse]:
        def shown(request: HttpRequest) -> HttpResponse:
            request.current_app = self.name
            return view(request, self.each_context(request))

        return never_cache(shown)
