"""One thing that can be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from timeline import catalog
from timeline.catalog.text import SLOT
from timeline.engine import DataError


class Kind(StrEnum):
    """What is found; the order breaks ties and names the groups."""

    TOOL = "tool"
    ARTICLE = "article"
    CLAIM = "claim"
    TERM = "term"
    CHANNEL = "channel"
    PROFILE = "profile"
    TOPIC = "topic"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the site as the index has it.

    ``name`` stays the same when the address changes; ``opens`` is when readers may
    see it.  Title and answer keep their slots: a figure is put in on the day they
    are read, so that no result quotes one that has ended.
    """

    name: str
    url: str
    kind: Kind
    title: str
    answer: str
    aliases: str = ""
    body: str = ""
    opens: datetime | None = None


def filled(text: str, day: date) -> str:
    """The text with the figures of ``day``; a slot that leads nowhere is left out."""
    try:
        return catalog.fill(text, day)
    except DataError:
        return SLOT.sub("", text)
