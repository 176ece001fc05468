"""Links lead somewhere inside the site, citations and slots resolve; with lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from django.urls import NoReverseMatch, Resolver404, reverse
from markdown.extensions.toc import slugify_unicode

from portal.content_check.problem import Problem, Severity
from portal.content_check.shelf import Shelf, page_at
from portal.marks import CITATION, SCHEMES, SCHEMES_ALLOWED
from timeline.catalog.text import NO_VALUE, SLOT, fill
from timeline.citations import cite
from timeline.engine import DataError

_BRACKETS: Final = re.compile(r"\[\[([^\[\]]*)\]\]")
_BRACES: Final = re.compile(r"\{\{[^{}]*\}\}")
_LINK: Final = re.compile(
    r"\]\(\s*<?([^)\s>]*)[^)]*\)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?=\s|$)"
)
_HEADING: Final = re.compile(r"#{2,4}\s*(.+?)\s*#*$")


def dead(body: str, day: date, shelf: Shelf) -> Iterator[Problem]:
    """Links, citations and slots of a body that lead nowhere."""
    lines = body.splitlines()
    places = {slugify_unicode(m[1], "-") for m in map(_HEADING.match, lines) if m}
    for number, line in enumerate(lines, 1):
        yield from references(line, day, number)
        for match in _LINK.finditer(line):
            href = match[1] or match[2] or ""
            trouble = _trouble(href, shelf, places)
            if trouble:
                severity, why = trouble
                yield Problem(severity, number, f"链接「{href}」{why}。")


def references(text: str, day: date, line: int | None) -> Iterator[Problem]:
    """Citations and slots that name nothing."""
    for match in _BRACKETS.finditer(text):
        if not re.fullmatch(CITATION, match[0]) or not _known(match[1]):
            yield Problem(Severity.ERROR, line, f"找不到依据「{match[1]}」。")
    for match in _BRACES.finditer(text):
        try:
            said = fill(match[0], day) if SLOT.fullmatch(match[0]) else match[0]
        except DataError:
            said = match[0]
        if said == match[0]:
            words = f"没有「{match[0]}」这个数字或号码。"
            yield Problem(Severity.ERROR, line, words)
        elif said == NO_VALUE:
            words = f"「{match[0]}」今天没有依据，请改写这一句。"
            yield Problem(Severity.WARNING, line, words)


def _known(reference: str) -> bool:
    try:
        cite(reference)
    except DataError:
        return False
    return True


def _trouble(href: str, shelf: Shelf, places: set[str]) -> tuple[Severity, str] | None:
    scheme, _, key = href.partition(":")
    nowhere = (Severity.ERROR, "哪里也不通")
    if href.startswith("#"):
        return None if href[1:] in places else nowhere
    if href.startswith("/") and not href.startswith("//"):
        return _path_trouble(urlsplit(href).path, shelf)
    if scheme in SCHEMES:
        return shelf.problem(scheme, key)
    if scheme == "tool":
        try:
            reverse(key)
        except NoReverseMatch:
            return nowhere
        return None
    return None if scheme in SCHEMES_ALLOWED and key else nowhere


def _path_trouble(path: str, shelf: Shelf) -> tuple[Severity, str] | None:
    try:
        page = page_at(path)
    except Resolver404:
        return Severity.ERROR, "哪里也不通"
    return shelf.problem(*page) if page else None
