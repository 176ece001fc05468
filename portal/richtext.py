"""Markdown with citations and dated figures → safe HTML.

The only module that may mark anything safe: what it returns has gone through the
sanitiser last.  Written by editors, so nothing in it is trusted.

* ``[[civil-code:1033]]``      a citation chip
* ``{{ norm:answer-days }}``   a figure as it stands on that day
* ``{{ channel:12368 }}``      a number that can be tapped
* ``[文字](article:slug)``     a link inside the site; also topic, claim, tool, profile
* ``!!! warning "标题"``       a callout: note, warning or practice
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import nh3

# The one module that may declare text safe, because it sanitises last.
from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from portal.marks import CITATION, SCHEMES_ALLOWED, Explained, Found, SiteMarks
from timeline.catalog.text import SLOT, fill
from timeline.citations import Citation
from timeline.engine import DataError

_TAGS: Final = """
    a abbr b blockquote br code dd div dl dt em h2 h3 h4 hr i li ol p pre span strong
    sub sup table tbody td th thead tr ul
"""
TAGS: Final = frozenset(_TAGS.split())
ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "class", "title", "id"},
    "abbr": {"title"},
    "div": {"class"},
    "p": {"class"},
    "span": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "table": {"class"},
    "td": {"class"},
    "th": {"class", "scope"},
    "ol": {"start"},
}
__all__ = ["Explained", "Heading", "Rendered", "citation_references", "render"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text, for the contents of a long page."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text ready to print, with what it cites and where it leads.

    ``problems`` are links and citations that lead nowhere, in plain Chinese.
    """

    html: SafeString
    headings: tuple[Heading, ...]
    citations: tuple[Citation, ...]
    problems: tuple[str, ...]


@lru_cache(maxsize=512)
def render(text: str, day: date, terms: tuple[Explained, ...] = ()) -> Rendered:
    """Render ``text`` with the figures that hold on ``day``."""
    found = Found([], [], list(terms))
    markdown = Markdown(
        extensions=[
            "admonition",
            "def_list",
            "sane_lists",
            "tables",
            SiteMarks(found),
            "toc",
        ],
        extension_configs={"toc": {"slugify": slugify_unicode, "toc_depth": "2-3"}},
        output_format="html",
    )
    markup = markdown.convert(_filled(text.replace("\0", ""), day, found))
    clean = nh3.clean(
        markup,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES_ALLOWED,
        link_rel=None,
    )
    tokens: list[dict[str, Any]] = getattr(markdown, "toc_tokens", [])
    return Rendered(
        # nh3 has just cleaned it, and nothing is added after that.
        html=mark_safe(clean),  # noqa: S308
        headings=tuple(Heading(token["id"], token["name"]) for token in tokens),
        citations=tuple(dict.fromkeys(found.citations)),
        problems=tuple(dict.fromkeys(found.problems)),
    )


def _filled(text: str, day: date, found: Found) -> str:
    def value(match: re.Match[str]) -> str:
        try:
            told = fill(match[0], day)
            return f"[{told}](tel:{told})" if match[1] == "channel" else told
        except DataError:
            found.problems.append(f"没有「{match[0]}」这个数字或号码。")
            return match[0]

    return SLOT.sub(value, text)


def citation_references(text: str) -> Iterator[str]:
    """Every citation that a text names, in order, resolved or not."""
    for match in re.finditer(CITATION, text):
        yield match[1]
