"""The text with its marks, and what each mark means, ready to print."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.lint import lint_kinds, lint_rules, reason
from timeline.catalog.spelling import folding
from timeline.citations import Citation, Review, cite, review
from timeline.engine.lint import Draft, Flag, lint


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text; ``numbers`` are those of the marks that end with it."""

    text: str
    marked: bool
    numbers: tuple[int, ...]


class _Mark(NamedTuple):
    """A flag with the number of its explanation."""

    flag: Flag
    number: int


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One explanation with all its places: what it means, and better words."""

    number: int
    title: str
    excerpts: tuple[str, ...]
    text: str
    better: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LintPage:
    """The answer to one visitor; nothing of it outlives the response."""

    pieces: tuple[Piece, ...]
    flags: tuple[FlagLine, ...]
    ruleset: str


def lint_page(draft: Draft) -> LintPage:
    """Check the draft, and put what was found into words."""
    flags = lint(draft, lint_rules(), folding())
    texts = [reason(flag.why).text for flag in flags]
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts), 1)}
    marks = [
        _Mark(flag, numbers[text]) for flag, text in zip(flags, texts, strict=True)
    ]
    return LintPage(
        pieces=tuple(_pieces(draft.text, marks)),
        flags=tuple(
            _line(number, [mark.flag for mark in marks if mark.number == number], draft)
            for number in numbers.values()
        ),
        ruleset=catalog.fingerprint(),
    )


def basis() -> Review:
    """When everything that a mark may rest on was checked."""
    cues = [cue for record in lint_kinds().values() for cue in record.cues.values()]
    return review(cite(cue.cite) for cue in cues if cue.cite)


def _line(number: int, flags: list[Flag], draft: Draft) -> FlagLine:
    first = flags[0]
    words = reason(first.why)
    excerpts = dict.fromkeys(draft.text[flag.start : flag.end] for flag in flags)
    return FlagLine(
        number=number,
        title=lint_kinds()[first.kind].title,
        excerpts=tuple(excerpts),
        text=fill(words.text, draft.today),
        better=fill(words.better, draft.today),
        cites=(cite(first.cite),) if first.cite else (),
    )


def _pieces(text: str, marks: list[_Mark]) -> Iterator[Piece]:
    """Cut the text where a mark begins or ends; marks of two kinds may overlap.

    The number stands on the last piece of its mark.
    """
    cuts = sorted({0, len(text)}.union(*[mark.flag[1:3] for mark in marks]))
    waiting = deque(marks)
    current: list[_Mark] = []
    for cut, following in pairwise(cuts):
        current = [mark for mark in current if mark.flag.end > cut]
        while waiting and waiting[0].flag.start == cut:
            current.append(waiting.popleft())
        numbers = {mark.number for mark in current if mark.flag.end == following}
        yield Piece(text[cut:following], bool(current), tuple(sorted(numbers)))
