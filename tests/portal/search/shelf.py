"""A small library to search, written as editors would."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.models import Article, Claim, Status, Term, Topic
from portal.search import index


def topic(key: str = "stages", title: str = "逾期阶段") -> Topic:
    row, _ = Topic.objects.get_or_create(
        key=key, defaults={"title": title, "summary": "从还款日到被起诉之前。"}
    )
    index.follow(row)
    return row


def article(slug: str, title: str, **more: Any) -> Article:
    values = {
        "answer": "一句话回答。",
        "body": "正文。\n",
        "status": Status.PUBLISHED,
        "review_by": date(2027, 2, 23),
    }
    row = Article(slug=slug, title=title, topic=topic(), **values | more)
    return saved(row)


def claim(slug: str, says: str, **more: Any) -> Claim:
    values = {
        "verdict": Claim.Verdict.FALSE,
        "conclusion": "不对。",
        "body": "正文。\n",
        "status": Status.PUBLISHED,
        "review_by": date(2027, 2, 23),
    }
    return saved(Claim(slug=slug, says=says, topic=topic(), **values | more))


def term(key: str, word: str, **more: Any) -> Term:
    return saved(Term(key=key, word=word, **{"meaning": "一句话解释。"} | more))


def saved(row: Any) -> Any:
    """Saved, and followed by the index as the models do it."""
    row.save()
    index.follow(row)
    return row


def urls(text: str) -> list[str]:
    """Addresses that a search finds, best first."""
    from portal.search.results import search

    return [result.url for result in search(text).results]
