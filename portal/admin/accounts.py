"""The admin page of accounts: names, groups, and the end of an account.

A 管理员 makes accounts and puts them into groups, and can give nobody more than the
groups have: no superusers, no single permissions.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.accounts import demo, factor
from portal.admin.generic import NewUserForm, UserForm, UserRowAdmin


class AccountCreationForm(NewUserForm):
    """A new account; its name is not the demo's."""

    def clean_username(self) -> str:
        """The demo's account has no second factor, so nobody gets its name."""
        name = str(super().clean_username())
        if name == demo.NAME:
            raise ValidationError(f"「{demo.NAME}」留给 manage.py demo。")
        return name


class AccountForm(UserForm):
    """An account; its name cannot become the demo's."""

    def clean_username(self) -> str:
        """Renaming must not be a way around the second factor."""
        name = str(self.cleaned_data["username"])
        if name == demo.NAME != self.instance.username:
            raise ValidationError(f"「{demo.NAME}」留给 manage.py demo。")
        return name


@admin.register(User)
class AccountAdmin(UserRowAdmin):
    """Who may work here."""

    add_form = AccountCreationForm
    form = AccountForm
    list_display = ("username", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username",)
    filter_horizontal = ("groups",)
    readonly_fields = ("last_login",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("权限", {"fields": ("is_active", "groups")}),
        ("记录", {"fields": ("last_login",)}),
    )
    add_fieldsets = ((None, {"fields": ("username", "password1", "password2")}),)
    actions = ("forget_factor",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Superusers are seen and changed by superusers only."""
        rows = super().get_queryset(request)
        is_superuser = getattr(request.user, "is_superuser", False)
        return rows if is_superuser else rows.filter(is_superuser=False)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Accounts are for the admin; readers have none."""
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes an account: it is disabled, and its history stays."""
        return False

    @admin.action(
        description="重设第二道验证（下次登录重新登记手机）", permissions=["change"]
    )
    def forget_factor(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        """For who has lost phone and recovery codes; one's own is changed elsewhere."""
        for user in rows:
            if user == request.user or not self.has_change_permission(request, user):
                messages.error(request, f"「{user}」：不能在这里重设。")
                continue
            factor.forget(user)
            self.log_change(request, user, "second factor reset")
            messages.success(request, f"「{user}」下次登录时重新登记手机。")
