"""The demo's own account: on one's own machine only, without a second factor."""

from __future__ import annotations

import secrets
from typing import Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Group, User

NAME: Final = "演示"
GROUP: Final = "管理员"


def is_demo(user: User | AnonymousUser) -> bool:
    """Whether this is the demo's account and the site runs on one's own machine.

    Elsewhere the same account has to enrol like any other.
    """
    return bool(settings.LOCAL) and user.get_username() == NAME


def make_account() -> str:
    """Make the account, or give it a new password; return the password."""
    password = secrets.token_urlsafe(15)
    user, _ = User.objects.get_or_create(username=NAME)
    user.set_password(password)
    user.is_active = user.is_staff = True
    user.is_superuser = False
    user.save()
    user.groups.set([Group.objects.get(name=GROUP)])
    return password
