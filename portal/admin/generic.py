"""Django's classes as the type checker knows them; at run time they are not generic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import User

if TYPE_CHECKING:
    RowForm = forms.ModelForm[Any]
    RowAdmin = admin.ModelAdmin[Any]
    UserRowAdmin = UserAdmin[User]
    NewUserForm = AdminUserCreationForm[User]
    UserForm = UserChangeForm[User]
else:
    RowForm = forms.ModelForm
    RowAdmin = admin.ModelAdmin
    UserRowAdmin = UserAdmin
    NewUserForm = AdminUserCreationForm
    UserForm = UserChangeForm

__all__ = ["NewUserForm", "RowAdmin", "RowForm", "UserForm", "UserRowAdmin"]
