"""Dates as a calendar file.  Titles are neutral: a calendar is seen by others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Alarm, Calendar, Event

PRODUCT: Final = "-//yuqi-youshu//dates//ZH"
RINGS_AT: Final = time(9)  # an alarm counts from midnight, when people sleep
DAYS_BEFORE: Final = (7, 3, 1, 0)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day; the title must tell nobody what it is about."""

    key: str
    day: date
    title: str


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """An iCalendar file: an event a day, ringing in the morning and on days before."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    for day, of_day in groupby(sorted(entries, key=_by_day), key=_by_day):
        same = list(of_day)
        title = _title(same)
        event = Event()
        event.add("uid", _uid(same))
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("dtend", day + DAY)
        event.add("summary", title)
        event.add("transp", "TRANSPARENT")
        for trigger in _triggers(day, now):
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", trigger)
            event.add_component(alarm)
        file.add_component(event)
    return bytes(file.to_ical())


def calendar_file(entries: Iterable[Entry], now: datetime) -> HttpResponse:
    """The calendar as a download; its name tells nobody what it is about."""
    response = HttpResponse(
        calendar(entries, now), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="dates.ics"'
    return response


def _by_day(entry: Entry) -> date:
    return entry.day


def _title(entries: list[Entry]) -> str:
    """``提醒：文件日期（2 件）``; different titles stand side by side."""
    named = "；".join(dict.fromkeys(entry.title for entry in entries))
    return f"{named}（{len(entries)} 件）" if len(entries) > 1 else named


def _triggers(day: date, now: datetime) -> list[timedelta]:
    """From the midnight the day begins; those already over would never ring."""
    here = timezone.localtime(now)
    first = here.date() if here.time() < RINGS_AT else here.date() + DAY
    morning = timedelta(hours=RINGS_AT.hour)
    return [
        morning - before * DAY
        for before in DAYS_BEFORE
        if not before or day - before * DAY >= first
    ]


def _uid(entries: list[Entry]) -> str:
    """The same entries twice are one event; the hash says nothing by itself."""
    told = " ".join(f"{entry.key} {entry.day}" for entry in entries)
    digest = hashlib.sha256(told.encode()).hexdigest()
    return f"{digest[:32]}@dates.invalid"
