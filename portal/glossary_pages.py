"""Words of the glossary with everything their pages print, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from portal.library_pages import Basis, basis
from portal.models import Term
from portal.richtext import Rendered, render
from timeline.catalog import fill


@dataclass(frozen=True, slots=True)
class TermLine:
    """A word, as the glossary has it; ``url`` leads to more, where there is more."""

    key: str
    word: str
    meaning: str
    aliases: tuple[str, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class TermPage:
    """One word with all that is said of it, ready to print."""

    line: TermLine
    text: Rendered
    basis: tuple[Basis, ...]


def term_line(term: Term, day: date) -> TermLine:
    """A word as the glossary has it."""
    return TermLine(
        key=term.key,
        word=term.word,
        meaning=fill(term.meaning, day),
        aliases=tuple(term.aliases),
        url=reverse("term", args=[term.key]) if term.body else "",
    )


def term_page(term: Term, day: date) -> TermPage:
    """A word with the figures that hold on ``day``; no query."""
    text = render(term.body, day)
    return TermPage(term_line(term, day), text, basis(text.citations))
