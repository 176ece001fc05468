"""Pages of the library in a database of their own, nothing kept from other tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portal import caching
from portal.models import Article, Claim, Status, Topic


@pytest.fixture(autouse=True)
def cache_answers(monkeypatch):
    monkeypatch.setattr(caching._cache, "paused_until", 0.0)


@pytest.fixture
def topic(db) -> Topic:
    return Topic.objects.create(key="court", title="法院与调解", summary="文书和期限。")


@pytest.fixture
def article(topic) -> Callable[..., Article]:
    """Make a published article; every part can be given."""

    def made(slug: str = "court-days", **parts: Any) -> Article:
        values = {
            "title": f"收到法院文书，有几天答辩（{slug}）",
            "answer": "被告一般有 {{ norm:answer-days }}提出答辩状。",
            "body": "## 几天\n\n一般 {{ norm:answer-days }}。[[civil-procedure:128]]\n",
            "topic": topic,
            "status": Status.PUBLISHED,
            "tools": ["assess"],
            "checked": date(2026, 11, 1),
            "review_by": date(2099, 1, 1),
            "unchecked": "各地怎样送达，没有逐一核实。",
        }
        return Article.objects.create(slug=slug, **values | parts)

    return made


@pytest.fixture
def claim(topic) -> Claim:
    return Claim.objects.create(
        slug="ninety-days",
        says="满 90 天就会被起诉",
        verdict=Claim.Verdict.UNPROVEN,
        conclusion="起诉没有固定的天数。",
        body="没有这样的天数。[[civil-procedure:128]]\n",
        topic=topic,
        status=Status.PUBLISHED,
        checked=date(2026, 11, 1),
        review_by=date(2099, 1, 1),
    )
