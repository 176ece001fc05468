"""What all tests share; the settings are chosen in `tests/settings.py`."""

from __future__ import annotations

import os
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from hypothesis import settings

# Two busy cores make a single example slow now and then; that is no finding.  A change
# is judged by the same examples each time, as by Hypothesis's own profile for CI; the
# search for new ones goes on at every desk.
settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")


# Through these a test comes to a database, by a mark or by a fixture of its own.
DATABASES = {"db", "transactional_db", "django_db_setup"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what touches data, for the run on PostgreSQL and Redis (``-m data``)."""
    fixtures = DATABASES & set(getattr(item, "fixturenames", ()))
    if fixtures or item.get_closest_marker("django_db"):
        item.add_marker("data")


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
