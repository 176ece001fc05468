"""Dates as a calendar file.  Titles are neutral: a calendar is seen by others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.http import HttpResponse
from icalendar import Alarm, Calendar, Event

PRODUCT: Final = "-//yuqi-youshu//dates//ZH"
REMINDERS: Final = (timedelta(days=-7), timedelta(days=-3), timedelta(days=-1))


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day; the title must tell nobody what it is about."""

    key: str
    day: date
    title: str


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """An iCalendar file with reminders seven, three and one day before."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", _uid(entry))
        event.add("dtstamp", now)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("transp", "TRANSPARENT")
        for reminder in REMINDERS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", reminder)
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


def _uid(entry: Entry) -> str:
    """The same entry twice is one entry; the hash says nothing by itself."""
    digest = hashlib.sha256(f"{entry.key} {entry.day}".encode()).hexdigest()
    return f"{digest[:32]}@dates.invalid"
