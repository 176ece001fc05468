"""What all tests share; the settings are chosen in `tests/settings.py`."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from hypothesis import settings

# Two busy cores make a single example slow now and then; that is no finding.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def no_kept_pages() -> None:
    """Give each test a cache of its own, also where several processes share one Redis.

    To clear it would not do: it would take the pages away that another process keeps.
    """
    prefix = django_settings.CACHES["default"]["KEY_PREFIX"] = uuid4().hex
    for cache in caches.all(initialized_only=True):
        cache.key_prefix = prefix
        if isinstance(cache, LocMemCache):  # nobody else's
            cache.clear()
