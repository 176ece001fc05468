"""One contact in words, for the page and for files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from timeline.catalog import cn_date
from timeline.catalog.conduct import conduct_words
from timeline.engine.conduct import Event

WEEKDAYS: Final = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One contact in words; ``note`` is the visitor's own."""

    number: int
    when: str
    what: str
    said: str
    note: str


def entry_lines(events: Iterable[tuple[Event, str]]) -> tuple[EntryLine, ...]:
    """The log in words, in the order it was written down."""
    words = conduct_words()
    lines = []
    for number, (event, note) in enumerate(events, start=1):
        parts = [
            words.channels[event.channel] if event.channel else "方式不清楚",
            f"找{words.to[event.to]}" if event.to else "找谁不清楚",
            {True: "接通", False: "没接", None: ""}[event.answered],
            words.modes[event.mode] if event.mode else "",
            f"尾号 {event.number}" if event.number else "",
        ]
        chosen = [words.said[one] for one in words.said if one in (event.said or ())]
        lines.append(
            EntryLine(
                number=number,
                when=when(event),
                what="，".join(part for part in parts if part),
                said="；".join(chosen),
                note=note,
            )
        )
    return tuple(lines)


def when(event: Event) -> str:
    """``11月20日（星期五）22:05``."""
    if event.day is None:
        return "哪天不清楚"
    day = f"{cn_date(event.day)}（星期{WEEKDAYS[event.day.weekday()]}）"
    return f"{day}{event.clock:%H:%M}" if event.clock else day
