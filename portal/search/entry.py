"""One thing that can be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    see it.
    """

    name: str
    url: str
    kind: Kind
    title: str
    answer: str
    aliases: str = ""
    body: str = ""
    opens: datetime | None = None
