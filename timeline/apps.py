"""The advice: what we know, and what it means for one visitor.  No models."""

from __future__ import annotations

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Registers the checks of the data."""

    name = "timeline"
    verbose_name = "时间尺"

    def ready(self) -> None:
        """Register the checks of the data."""
        from timeline import checks  # noqa: F401
