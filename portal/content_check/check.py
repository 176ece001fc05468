"""The whole check of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone

from portal.content_check import law, links, phrases, rules, structure
from portal.content_check.blocks import blocks
from portal.content_check.figures import bare_figures
from portal.content_check.problem import Problem, Severity
from portal.content_check.reading import LONG, reading
from portal.content_check.shelf import Shelf, shelf_of_rows
from portal.marks import CITATION
from portal.models import Article, Claim, Notice, Term, Topic
from portal.richtext import citation_references, render
from timeline.catalog.text import SLOT


@dataclass(frozen=True, slots=True)
class Draft:
    """What an editor has written, ready to be checked.

    ``lines`` stand above the body: title, answer, conclusion.  ``quoted`` is what
    others say and we only repeat.  ``cites`` are sources kept apart from the body.
    """

    lines: tuple[str, ...] = ()
    body: str = ""
    quoted: str = ""
    cites: tuple[str, ...] = ()


def draft_of(row: models.Model) -> Draft:
    """What an editor can write in a row as a draft."""
    if isinstance(row, Article):
        return Draft((row.title, row.answer, *row.unchecked.splitlines()), row.body)
    if isinstance(row, Claim):
        lines = (row.conclusion, *row.unchecked.splitlines())
        return Draft(lines, row.body, quoted=row.says)
    if isinstance(row, Term):
        return Draft((row.word, row.meaning), row.body)
    if isinstance(row, Topic):
        return Draft((row.title, row.summary))
    if isinstance(row, Notice):
        return Draft((row.text,), f"[详细情况]({row.link})" if row.link else "")
    raise TypeError(f"{row._meta.label} holds no text to check")


def check_page(
    row: models.Model,
    day: date | None = None,
    shelf: Shelf | None = None,
) -> tuple[Problem, ...]:
    """The problems of a row as it stands in the editor."""
    return check(draft_of(row), day or timezone.localdate(), shelf or shelf_of_rows())


def check(
    draft: Draft, day: date, shelf: Shelf, *, rendered: bool = True
) -> tuple[Problem, ...]:
    """Every problem of a draft, errors first, as of ``day``.

    With ``rendered`` the text is also rendered as readers will see it, for what only
    the renderer finds; the shipped files, which tests render, do without.
    """
    found = [*_body(draft.body, day, shelf)]
    cites = [*draft.cites, *citation_references(draft.body)]
    head = "\n".join(draft.lines)
    found += [Problem(p.severity, None, p.text) for p in _words(head, day)]
    found += links.references(head, day, None)
    found += [*law.uncited_line(head, bool(cites)), *law.unlawful_line(head, cites)]
    for _, number in phrases.numbers(draft.quoted):
        found.append(Problem(Severity.ERROR, None, _number(number)))
    if rendered:
        known = {problem.text for problem in found}
        odd = [text for text in render(draft.body, day).problems if text not in known]
        found += [Problem(Severity.ERROR, None, text) for text in odd]
    measured = reading(draft.body)
    if measured.mean > LONG:
        text = f"平均每句 {measured.mean:.0f} 字，请分成短句。"
        found.append(Problem(Severity.WARNING, None, text))
    unique = dict.fromkeys(found)
    return tuple(
        sorted(unique, key=lambda problem: (problem.severity, problem.line or 0))
    )


def _body(body: str, day: date, shelf: Shelf) -> Iterator[Problem]:
    parts = blocks(body)
    yield from links.dead(body, day, shelf)
    yield from structure.headings(parts)
    yield from law.uncited(parts)
    yield from law.unlawful(parts)
    yield from _words(body, day)


def _words(text: str, day: date) -> Iterator[Problem]:
    """What may not be said anywhere."""

    def problem(severity: Severity, place: int, words: str) -> Problem:
        return Problem(severity, text.count("\n", 0, place) + 1, words)

    for place, phone in phrases.numbers(_blotted(CITATION, text)):
        yield problem(Severity.ERROR, place, _number(phone))
    words = _blotted(rf"{CITATION}|(?<=\])\([^)]*\)", text)
    for place, promise in phrases.promises(words):
        yield problem(Severity.ERROR, place, f"「{promise}」是在许诺结果，请删去。")
    for place, key in phrases.wrong(words):
        wrong = rules.wrong_statements()[key]
        hint = f"这里像是常见的错误说法「{wrong.says}」：{wrong.right}"
        yield problem(Severity.ERROR, place, hint)
    for place, figure, norm in bare_figures(text, day):
        hint = f"「{figure}」会变，请写成 {{{{ norm:{norm} }}}}。"
        yield problem(Severity.WARNING, place, hint)
    for place in structure.half_width(_blotted(SLOT, words)):
        yield problem(Severity.WARNING, place, "中文旁边请用全角标点。")


def _blotted(pattern: str | re.Pattern[str], text: str) -> str:
    """The text with what a pattern finds blotted out; every place stays the same."""
    return re.sub(pattern, lambda found: "□" * len(found[0]), text)


def _number(number: str) -> str:
    return f"号码「{number}」请用 {{{{ channel:… }}}} 来写；不是热线的，请删去。"
