"""Who came in, who failed to, and who changed what: names and times, no content."""

from __future__ import annotations

import logging
from typing import Any, Final

from axes.signals import user_locked_out
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

LOG: Final = logging.getLogger("portal.accounts")


@receiver(user_logged_in, dispatch_uid="portal.accounts.journal.login")
def note_login(user: User, **kwargs: Any) -> None:
    """A right password; the second factor is noted by its own line."""
    LOG.info("login: password accepted, account %s", user.pk)


@receiver(user_logged_out, dispatch_uid="portal.accounts.journal.logout")
def note_logout(user: User | None, **kwargs: Any) -> None:
    """The end of a login, by hand or by time."""
    LOG.info("logout: account %s", user.pk if user else "-")


@receiver(user_login_failed, dispatch_uid="portal.accounts.journal.failure")
def note_failure(credentials: dict[str, Any], **kwargs: Any) -> None:
    """A wrong password; what was typed as a name may be a password, so it is cut."""
    LOG.warning("login failed: account %s", known(credentials.get("username")))


@receiver(user_locked_out, dispatch_uid="portal.accounts.journal.lockout")
def note_lockout(username: str | None = None, **kwargs: Any) -> None:
    """Five wrong passwords."""
    LOG.warning("login locked: account %s", known(username))


def note_code(request: HttpRequest, accepted: bool) -> None:
    """A code of the second factor."""
    if accepted:
        LOG.info("second factor accepted: account %s", request.user.pk)
    else:
        LOG.warning("second factor refused: account %s", request.user.pk)


@receiver(post_save, sender=LogEntry, dispatch_uid="portal.accounts.journal.change")
def note_change(instance: LogEntry, **kwargs: Any) -> None:
    """A change in the admin."""
    verb = {1: "added", 2: "changed", 3: "deleted"}.get(instance.action_flag, "?")
    kind = instance.content_type.model if instance.content_type else "-"
    LOG.info("%s %s %s: account %s", verb, kind, instance.object_id, instance.user_id)


def known(username: object) -> object:
    """The number of the account of that name, if there is one."""
    found = User.objects.filter(username=str(username or "")).only("pk").first()
    return found.pk if found else "unknown"
