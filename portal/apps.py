"""The portal as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The site around the advice."""

    name = "portal"
    verbose_name = "网站"

    def ready(self) -> None:
        """Register the checks of the pages, and what ends kept ones at an edit.

        Here and not with the views: a command that edits loads no addresses.
        """
        from portal import caching, checks  # noqa: F401
