"""Hypothesis without a deadline and without a database of its own."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("engine", deadline=None, max_examples=100, database=None)
settings.load_profile("engine")
