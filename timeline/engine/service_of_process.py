"""From which day does a paper count that came in this way?

Only a public notice moves the day (民事诉讼法 第九十五条); for every other way the
law names the day it arrived (第八十七至九十一条).  A payment order must be delivered,
and lapses where it cannot be (民诉法解释 第四百二十七、四百三十条); a mediation
statement binds who signed for it (民事诉讼法 第一百条): a notice gives neither a later
day.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from timeline.engine.deadlines import last_day
from timeline.engine.norms import Norms, Unit
from timeline.engine.stages import PaperKind

NOTICE_NORM: Final = "public-notice-days"
NEVER_BY_NOTICE: Final = frozenset(
    {PaperKind.PAYMENT_ORDER, PaperKind.COURT_MEDIATION_STATEMENT}
)


class Service(StrEnum):
    """How a court paper reached somebody."""

    IN_PERSON = "in-person"
    FAMILY = "family"
    POST = "post"
    ELECTRONIC = "electronic"
    LEFT = "left"
    NOTICE = "notice"
    UNKNOWN = "unknown"


def by_notice(service: Service, kind: PaperKind) -> bool:
    """Whether the paper counts as served only some time after its notice."""
    return service is Service.NOTICE and kind not in NEVER_BY_NOTICE


def served_on(
    service: Service, kind: PaperKind, day: date, norms: Norms
) -> date | None:
    """The day of service of a paper that came, or was published, on ``day``.

    ``None`` where no norm is known to apply on that day.
    """
    if not by_notice(service, kind):
        return day
    version = norms.on(day).get(NOTICE_NORM)
    return None if version is None else last_day(day, version, Unit.DAYS)
