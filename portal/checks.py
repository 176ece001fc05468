"""``manage.py check`` reads what the site ships: its pages and its library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from portal.content_check import Severity
from portal.content_check.shipped import shipped_problems
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


@register("content")
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """What the content check says of the shipped files.

    It reads every file and renders none: half a second for the whole library.
    """
    try:
        return [
            Error(f"{where} {problem}", id="portal.E003")
            if problem.severity is Severity.ERROR
            else Warning(f"{where} {problem}", id="portal.W001")
            for where, problem in shipped_problems(timezone.localdate())
        ]
    except DataError as error:
        return [Error(str(error), id="portal.E001")]


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
