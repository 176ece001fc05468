"""A visitor who writes down contacts on the page, as a browser would send them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, Final

from django.http import HttpResponse
from django.test import Client

from tests.portal.reading import read

CONDUCT: Final = "/conduct/"
TRUTH: Final = {True: "yes", False: "no", None: "unknown"}
Sent = dict[str, Any]


def row(event: Mapping[str, Any]) -> Sent:
    """An event of ``ask conduct`` as it is typed into the row."""
    day, _, clock = (event.get("at") or "").partition("T")
    return {
        "day": day,
        "time": clock,
        "channel": event.get("channel") or "",
        "to": event.get("to") or "",
        "number": event.get("number") or "",
        "answered": TRUTH[event.get("answered")],
        "mode": event.get("mode") or "unknown",
        "said": event.get("said") or [],
    }


def context(given: Mapping[str, Any]) -> Sent:
    """The facts about the whole log as the form sends them."""
    day, _, clock = (given.get("refused_at") or "").partition("T")
    quiet = given.get("agreed_quiet_hours") or ["", ""]
    return {
        "role": given["role"],
        "lender_kind": given.get("lender_kind") or "unknown",
        "reachable": TRUTH[given.get("reachable")],
        "refused_on": day,
        "refused_time": clock,
        "quiet_from": quiet[0],
        "quiet_to": quiet[1],
    }


def carried(response: HttpResponse) -> list[str]:
    """The entries that the page carries along."""
    html = response.content.decode()
    parts = html.split('name="entry" value="')[1:]
    return [unescape(part.partition('"')[0]) for part in parts]


def write(
    client: Client, events: Iterable[Mapping[str, Any]], facts: Sent
) -> HttpResponse:
    """Write the contacts down one by one; the last answer."""
    response = client.get(CONDUCT)
    for event in events:
        sent = facts | row(event) | {"entry": carried(response)}
        response = client.post(CONDUCT, sent)
    return response


def lines(response: HttpResponse) -> list[str]:
    """The visible text of an answer."""
    return read(response).lines
