"""Citations and dates in templates.  A tag looks up, it never decides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils import timezone

from timeline import catalog
from timeline.citations import Citation
from timeline.citations import by_source as group
from timeline.citations import cite as look_up
from timeline.dialling import pieces

register = template.Library()


@register.inclusion_tag("components/citation.html")
def cite(reference: str) -> dict[str, Any]:
    """``{% cite "civil-code:1033" %}``: a link to our gist of the provision."""
    return {"citation": look_up(reference)}


@register.inclusion_tag("components/said.html")
def said(text: str) -> dict[str, Any]:
    """``{% said action.text %}``: our own words, with numbers that can be tapped."""
    return {"pieces": pieces(text)}


@register.filter
def by_source(citations: Iterable[Citation]) -> list[list[Citation]]:
    """``{% for provisions in cites|by_source %}``: a law is named once."""
    return group(citations)


@register.filter
def cn_date(day: date) -> str:
    """``2026年11月14日``."""
    return catalog.cn_date(day)


@register.filter
def is_past(day: date) -> bool:
    """Whether a day of review lies behind us: then the page says so."""
    return day < timezone.localdate()
