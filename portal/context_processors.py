"""What every page knows about the site itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from timeline.catalog import words
from timeline.crisis import numbers


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the site's name, operator, filing number, address, and crisis lines."""
    channels = words.channels()
    crisis = [{"key": key, "name": channels[key].name} for key in numbers()]
    return {"site": settings.SITE | {"crisis": crisis}}
