"""``manage.py check`` reads the site's own pages: citations, figures, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from portal.pages import PageRecord, page, page_records
from timeline.engine import DataError


@register("data")
def pages_are_whole(**kwargs: Any) -> list[CheckMessage]:
    """Every page reads, every citation and figure resolves, every link leads on."""
    problems: list[CheckMessage] = []
    try:
        records = page_records()
    except DataError as error:
        return [Error(str(error), id="portal.E001")]
    for key, record in records.items():
        try:
            page(key, timezone.localdate())
        except DataError as error:
            problems.append(Error(f"{key}.toml: {error}", id="portal.E001"))
        problems += [
            Error(f"{key}.toml: {problem}", id="portal.E002")
            for problem in _problems(key, record)
        ]
    return problems


def _problems(key: str, record: PageRecord) -> Iterator[str]:
    sections = [section.key for section in record.sections]
    if len(set(sections)) != len(sections):
        yield "two sections have the same key"
    if record.review_by <= record.checked:
        yield "the next review lies before the last check"
    try:
        reverse(key)
    except NoReverseMatch:
        yield "no address leads to it"
    for link in record.links:
        try:
            reverse(link.name, args=[link.arg] if link.arg else None)
        except NoReverseMatch:
            yield f"no page {link.name} {link.arg}".rstrip()
