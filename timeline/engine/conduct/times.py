"""When somebody was contacted, and how often on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import time
from typing import Final

from timeline.engine.conduct.events import Channel, Event, Mode, To
from timeline.engine.conduct.rule import Find, Hit, Log, Verdict
from timeline.engine.norms import Norm

CALLS: Final = frozenset({Channel.CALL, Channel.ROBOT_CALL})
# A letter or a notice has no minute of its own at which it disturbs anybody.
TIMELESS: Final = frozenset({Channel.LETTER, Channel.POSTED})
DISTURBING: Final = CALLS | {Channel.SMS, Channel.IM}


def quiet_hours(log: Log, norm: Norm) -> Iterable[Hit]:
    """Contacts inside the quiet hours.

    Half-open to the minute: 22:00 and 07:59 lie inside, 21:59 and 08:00 do not.
    Hours that both sides agreed upon replace those of the norm.
    """
    for number, event in log.events:
        version = log.version(norm, event)
        clock = event.clock
        if clock is None or event.channel in TIMELESS:
            continue
        if version is None or not isinstance(version.value, tuple):
            yield Hit(number, Verdict.DOUBTFUL)  # no hours are known for that day
        elif not _within(clock, log.conduct.agreed_quiet_hours or _span(version.value)):
            yield Hit(number, Verdict.OK)
        elif event.channel is None:
            yield Hit(number, Verdict.DOUBTFUL, f"events.{number}.channel")
        else:
            yield Hit(number, Verdict.BREACH)


def connected(mode: Mode) -> Find:
    """More connected calls of one kind to the debtor on a day than the norm allows.

    All numbers of one lender count together, robots too; the two kinds count apart.
    """

    def count(event: Event) -> bool | None:
        return _all(
            _is_call(event),
            event.answered,
            None if event.mode is None else event.mode is mode,
            _is_debtor(event),
        )

    return _counted(count)


def unanswered(event: Event) -> bool | None:
    """Whether it was an attempt to call the debtor that did not get through."""
    missed = None if event.answered is None else not event.answered
    return _all(_is_call(event), missed, _is_debtor(event))


def unanswered_tries(log: Log, norm: Norm) -> Iterable[Hit]:
    """More attempts on a day than the norm calls fitting."""
    return _counted(unanswered)(log, norm)


def flooding(log: Log, norm: Norm) -> Iterable[Hit]:
    """So many calls and messages to one person on one day that one must ask.

    No norm has a number for harassment, so this never says more than doubtful.
    """
    for day in log.by_day().values():
        people: dict[To | None, list[int]] = {}
        for number, event in day:
            if event.channel in DISTURBING:
                people.setdefault(event.to, []).append(number)
        for numbers in people.values():
            if len(numbers) >= log.many:
                yield from (Hit(number, Verdict.DOUBTFUL) for number in numbers)


def _counted(counts: Callable[[Event], bool | None]) -> Find:
    """Hold the number of contacts on each day against the value of a norm."""

    def find(log: Log, norm: Norm) -> Iterable[Hit]:
        for day in log.by_day().values():
            sure = [number for number, event in day if counts(event) is True]
            open_ = [number for number, event in day if counts(event) is None]
            version = log.version(norm, day[0][1])
            limit = version.value if version is not None else None
            if not isinstance(limit, int):
                yield from (Hit(number, Verdict.DOUBTFUL) for number in sure)
            elif len(sure) > limit:
                yield from (Hit(number, Verdict.BREACH) for number in sure)
            elif len(sure) + len(open_) > limit:
                asked = _missing(open_[0], log.conduct.events[open_[0]])
                for number in sorted(sure + open_):
                    yield Hit(number, Verdict.DOUBTFUL, asked)
            else:
                yield from (Hit(number, Verdict.OK) for number in sure)

    return find


def _missing(number: int, event: Event) -> str:
    """The first part of a contact that is not known and would decide the count."""
    for part in ("channel", "to", "answered", "mode"):
        if getattr(event, part) is None:
            return f"events.{number}.{part}"
    return f"events.{number}.to"  # a guarantor: is he the debtor of this norm?


def _all(*parts: bool | None) -> bool | None:
    """Three-valued and: one no decides, otherwise one unknown keeps it open."""
    if False in parts:
        return False
    return None if None in parts else True


def _is_call(event: Event) -> bool | None:
    return None if event.channel is None else event.channel in CALLS


def _is_debtor(event: Event) -> bool | None:
    """The norms speak of one debtor; whether a guarantor is one they do not say."""
    if event.to in (None, To.GUARANTOR):
        return None
    return event.to is To.BORROWER


def _span(value: tuple[str, str]) -> tuple[time, time]:
    return time.fromisoformat(value[0]), time.fromisoformat(value[1])


def _within(clock: time, span: tuple[time, time]) -> bool:
    start, end = span
    if start < end:
        return start <= clock < end
    return clock >= start or clock < end
