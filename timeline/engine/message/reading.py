"""Read a message: what speaks for which kind, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final, NamedTuple

from timeline.engine.message.case_numbers import CaseNumber, CaseTypes, case_numbers
from timeline.engine.message.clock import Clock, PaperSign, clock
from timeline.engine.message.cues import Cue, Kind, Mark, weigh
from timeline.engine.message.hosts import Addresses
from timeline.engine.message.links import Link, links
from timeline.engine.message.steps import HeardSigns, steps
from timeline.engine.message.terms import TermSign
from timeline.engine.text import Patterns
from timeline.engine.text.denials import Stretches
from timeline.engine.text.folding import Folded, Folding
from timeline.engine.text.sentences import MOST, Sentences, spaced


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Reader:
    """All that a message is read with, from the data.

    Args:
        denials: What takes a scam cue back, each with a group ``over``.
        number_cues: Key of the cue that a type of case number gives; ``""`` is for
            a type that is not known.
        own: How a text gives days of its own.
    """

    cues: Mapping[str, Cue]
    denials: Patterns
    case_types: CaseTypes
    number_cues: Mapping[str, str]
    addresses: Addresses
    signs: tuple[PaperSign, ...]
    own: tuple[TermSign, ...]
    heard: HeardSigns
    folding: Folding


class Reading(NamedTuple):
    """The answer to one message.

    Attributes:
        marks: In the order of the text; those of one cue never overlap.
        numbers: Case numbers, places in the typed text.
        links: Web addresses, places in the typed text.
        steps: Those that fit the text, best first; then those that hold for any.
            Always with ``verify-independently``.
        general: The ones at the end.
    """

    kind: Kind
    marks: tuple[Mark, ...]
    numbers: tuple[CaseNumber, ...]
    links: tuple[Link, ...]
    clock: Clock
    steps: tuple[str, ...]
    general: tuple[str, ...]


IMPOSSIBLE: Final = "case-number-impossible"
LONGEST_NUMBER: Final = 20


def read_message(
    text: str, today: date, reader: Reader, ticked: Iterable[tuple[str, str]] = ()
) -> Reading:
    """Read a text as it was typed; time is linear in its length.

    Args:
        ticked: Sentences that stand in the text because a box was ticked, each with
            the key of the cue that it is; no pattern need hear it.
    """
    folded = reader.folding.fold(text)
    page = Sentences.of(folded)
    numbers = tuple(_numbers(page, today, reader.case_types))
    found = tuple(_links(folded, text, reader))
    marks = list(_marks(page, text, reader))
    for sentence, cue in ticked:
        place = text.rfind(sentence)
        marks.append(_mark(reader.cues[cue], place, place + len(sentence)))
    for number in numbers:
        for key in _cues_of(number, reader):
            marks.append(_mark(reader.cues[key], number.start, number.end))
    for link in found:
        marks.append(_mark(reader.cues[f"link-{link.kind}"], link.start, link.end))
    kind = weigh(reader.cues[mark.cue] for mark in marks)
    types = [number.type for number in numbers if number.type]
    runs = clock(page, types, kind, reader.signs, reader.own)
    cues = frozenset(mark.cue for mark in marks)
    to_do = steps(kind, runs, cues, reader.heard.heard(page))
    return Reading(
        kind=kind,
        marks=_in_order(marks),
        numbers=numbers,
        links=found,
        clock=runs,
        steps=(*to_do.near, *to_do.general),
        general=to_do.general,
    )


def _cues_of(number: CaseNumber, reader: Reader) -> tuple[str, ...]:
    if number.fault:
        return (IMPOSSIBLE,)
    if number.doubts:
        return tuple(f"case-number-{doubt}" for doubt in number.doubts)
    return (reader.number_cues[number.type or ""],)


def _mark(cue: Cue, start: int, end: int) -> Mark:
    return Mark(cue.key, cue.points_to, start, end)


def _marks(page: Sentences, text: str, reader: Reader) -> Iterator[Mark]:
    denied = Stretches.of(page.text, reader.denials)
    for cue in reader.cues.values():
        if any(pattern.search(page.text) for pattern in cue.not_with):
            continue
        for pattern in cue.any:
            for place in _places(page, pattern, cue, denied):
                start, end = page.folded.span(*place)
                yield _mark(cue, start, _after_number(text, end))


def _after_number(text: str, end: int) -> int:
    """Behind the digits that a mark would cut: a number is read as a whole.

    Whoever copies it needs all of it; of a run without an end a part will do.
    """
    if not text[end - 1].isdigit():
        return end
    more = takewhile(str.isdigit, text[end : end + LONGEST_NUMBER])
    return end + sum(1 for _ in more)


def _places(
    page: Sentences, pattern: re.Pattern[str], cue: Cue, denied: Stretches
) -> Iterator[tuple[int, int]]:
    if cue.points_to is Kind.SCAM:
        return page.demands(pattern, cue.unless, denied)
    return page.places(pattern, cue.unless, cue.not_after, cue.not_before)


def _numbers(page: Sentences, today: date, known: CaseTypes) -> Iterator[CaseNumber]:
    for count, number in enumerate(case_numbers(page.text, today.year, known)):
        if count == MOST:
            return
        start, end = page.folded.span(number.start, number.end)
        yield number._replace(start=start, end=end)


def _links(folded: Folded, text: str, reader: Reader) -> Iterator[Link]:
    """Addresses where they stand; only where there is none, those with spaces in."""
    for place in (spaced(folded, text), folded):
        found = [
            link._replace(start=start, end=end)
            for link in links(place.text, reader.addresses)
            for start, end in [place.span(link.start, link.end)]
        ]
        if found:
            yield from found[:MOST]
            return


def _in_order(marks: list[Mark]) -> tuple[Mark, ...]:
    """Of marks of one cue that overlap the one that begins first, else the longest."""
    last: dict[str, int] = {}
    kept = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.cue)):
        if mark.start >= last.get(mark.cue, 0):
            kept.append(mark)
            last[mark.cue] = mark.end
    return tuple(kept)
