"""The portal as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The site around the advice."""

    name = "portal"
    verbose_name = "网站"

    def ready(self) -> None:
        """Register the checks of the pages, and what drops kept ones."""
        from portal import checks  # noqa: F401
