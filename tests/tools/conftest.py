"""All tests of the tools ask on the same day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.assess.asking import TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Stop the one clock that forms and commands read."""
    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda *args, **kwargs: TODAY
    )
    return TODAY
