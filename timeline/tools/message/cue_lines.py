"""What was found in a message, numbered as its marks are, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import fill
from timeline.catalog.message import message_cues, message_reader, message_words
from timeline.citations import Citation, cite_all
from timeline.engine.message import Kind, Reading

MOST_EXCERPTS: Final = 2


@dataclass(frozen=True, slots=True)
class CueLine:
    """What was found, what it speaks for (empty: for nothing), and why."""

    key: str
    number: int
    light: bool
    title: str
    points_to: str
    excerpts: tuple[str, ...]
    reason: str
    cites: tuple[Citation, ...]


def cue_lines(reading: Reading, text: str, today: date) -> Iterator[CueLine]:
    """First what made the answer, last what weighs little; else as in the text."""
    kinds = {mark.cue: mark.points_to for mark in reading.marks}
    keys = sorted(kinds, key=lambda key: (_light(key), kinds[key] != reading.kind))
    for number, key in enumerate(keys, 1):
        yield _cue(key, number, text, reading, today)


def _cue(key: str, number: int, text: str, reading: Reading, today: date) -> CueLine:
    kind = message_reader().cues[key].points_to
    cue = message_cues()[kind][key]
    places = [text[mark.start : mark.end] for mark in reading.marks if mark.cue == key]
    speaks = kind is not Kind.UNKNOWN
    return CueLine(
        key=key,
        number=number,
        light=_light(key),
        title=cue.title,
        points_to=message_words().kinds[kind].title if speaks else "",
        excerpts=tuple(dict.fromkeys(places))[:MOST_EXCERPTS],
        reason=fill(cue.reason, today),
        cites=cite_all(cue.cites),
    )


def _light(key: str) -> bool:
    return message_reader().cues[key].weight == 1
