"""The admin as a Django app, with a site of our own."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class EditorsConfig(AdminConfig):
    """Django's admin, behind a second factor."""

    default_site = "portal.accounts.site.EditorsSite"
