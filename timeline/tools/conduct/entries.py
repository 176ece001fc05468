"""Contacts written down so far: the form itself carries them, the server keeps none.

Each travels in one hidden control as a line of JSON, with the keys of ``ask conduct``
and a note that nobody judges.  A line is read by the reader of ``ask``, so that the
page cannot understand it otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from timeline.engine import FactsError
from timeline.engine.conduct import MOST_EVENTS, Event
from timeline.tools.conduct.ask import EVENT
from timeline.tools.conduct.fields import LONGEST_NOTE

UNREADABLE: Final = "有一条记录读不出来，已经去掉，请重新记。"


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact as the form carries it.

    Attributes:
        given: Keys and values of ``ask conduct``; what is not known is left out.
        event: The same, read.
    """

    given: Mapping[str, Any]
    event: Event
    note: str

    @property
    def line(self) -> str:
        """What stands in the hidden control."""
        noted = {"note": self.note} if self.note else {}
        return json.dumps(
            dict(self.given) | noted, ensure_ascii=False, separators=(",", ":")
        )


def entry(given: Mapping[str, Any], note: str = "") -> Entry:
    """A contact from its parts.

    Raises:
        FactsError: A part is impossible; ``field`` is its key.
    """
    known = {key: value for key, value in given.items() if value not in (None, "", [])}
    return Entry(known, EVENT.read(known), note)


def read_lines(lines: Iterable[str]) -> tuple[list[Entry], bool]:
    """The entries of the hidden controls, and whether all of them could be read."""
    found: list[Entry] = []
    whole = True
    for line in list(lines)[: MOST_EVENTS + 1]:
        try:
            values = json.loads(line)
            note = str(values.pop("note", ""))[:LONGEST_NOTE]
            note.encode()  # half a character could not be sent back
            found.append(entry(values, note))
        except (ValueError, TypeError, AttributeError, RecursionError, FactsError):
            whole = False
    return found, whole
