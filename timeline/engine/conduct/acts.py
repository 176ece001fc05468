"""Acts that need no counting: what was said or done says it all."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.engine.conduct.events import Channel, Said, To
from timeline.engine.conduct.rule import Find, Hit, Log, Verdict
from timeline.engine.norms import Norm


def did(*said: Said) -> Find:
    """One of these was said or done."""

    def find(log: Log, norm: Norm) -> Iterable[Hit]:
        return [
            Hit(number, Verdict.BREACH)
            for number, event in log.events
            if event.has(*said)
        ]

    return find


def posting(log: Log, norm: Norm) -> Iterable[Hit]:
    """A notice was put up; whether the place was a public one may be open."""
    for number, event in log.events:
        if event.channel is Channel.POSTED:
            public = event.to is To.PUBLIC
            asked = f"events.{number}.to"
            if public:
                yield Hit(number, Verdict.BREACH)
            else:
                yield Hit(number, Verdict.DOUBTFUL, asked)
