"""What a row of dates says of its day, from ``date-words.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read

FILE: Final = "date-words.toml"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Where a day is from: ``{0}`` the paper, ``{1}`` a day, ``{2}`` what happened."""

    printed: str
    too_early: str
    too_late: str
    from_paper: str
    from_paper_of: str


@dataclass(frozen=True, slots=True)
class OffWords:
    """What becomes of a last day off; ``{0}`` is the other day, or the year.

    ``_over``: the day off has gone by, the working day has not.
    """

    unannounced: str
    weekend: str
    holiday: str
    weekend_over: str
    holiday_over: str


@dataclass(frozen=True, slots=True)
class LeadWords:
    """The day as a headline says it: ``{0}`` the day, ``{1}`` how near it is.

    ``last`` where the law ends there, ``safe`` where it gives a day more;
    ``attend_today`` is the title of what to do on the day of a hearing.
    """

    unknown: str
    passed: str
    left: str
    last: str
    last_near: str
    last_unrolled: str
    safe: str
    safe_near: str
    hearing: str
    hearing_near: str
    attend_today: str


@dataclass(frozen=True, slots=True)
class UnreadWords:
    """What is said of a day whose law we have not read."""

    lead: str
    long_ago: str
    lately: str


@dataclass(frozen=True, slots=True)
class MessageDayWords:
    """Where a day of a message is from.

    ``may_be``, ``as_came``: of the paper ``{0}`` that came on ``{1}``; ``says``: after
    such words ``{0}``, the days ``{1}`` of the text; ``gives``: the days ``{0}``;
    ``verify``: after them.
    """

    named: str
    no_year: str
    may_be: str
    as_came: str
    says: str
    gives: str
    verify: str


@dataclass(frozen=True, slots=True)
class DateWords:
    """The file."""

    own: OwnWords
    off: OffWords
    lead: LeadWords
    unread: UnreadWords
    message: MessageDayWords


@cache
def date_words() -> DateWords:
    """The file as written."""
    return read(DATA / FILE, DateWords)
