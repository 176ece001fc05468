"""What a visitor wrote down about contacts with collectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from timeline.engine.errors import FactsError
from timeline.engine.facts import FIRST_DAY, TOO_FAR, LenderKind, Role, check_today
from timeline.engine.zone import SHANGHAI

MOST_EVENTS: Final = 200
LAST_FOUR: Final = re.compile(r"\d{4}", re.ASCII)


class Channel(StrEnum):
    """How somebody was contacted."""

    CALL = "call"
    ROBOT_CALL = "robot-call"
    SMS = "sms"
    IM = "im"
    VISIT = "visit"
    LETTER = "letter"
    POSTED = "posted"


class To(StrEnum):
    """Who was contacted, seen from the debt."""

    BORROWER = "borrower"
    SPOUSE = "spouse"
    GUARANTOR = "guarantor"
    CONTACT = "contact"
    FAMILY = "family"
    COLLEAGUE = "colleague"
    STRANGER = "stranger"
    PUBLIC = "public"


class Mode(StrEnum):
    """A call that only informs, or one in which both sides speak.

    The national standard limits the two apart.
    """

    INFORMING = "informing"
    CONVERSATION = "conversation"


class Said(StrEnum):
    """What was said or done."""

    DEBT_DETAILS = "debt-details"
    ASK_TO_PAY = "ask-to-pay"
    ASK_WHEREABOUTS = "ask-whereabouts"
    PASS_MESSAGE = "pass-message"  # noqa: S105 - a message, not a password
    THREAT = "threat"
    INSULT = "insult"
    IMPERSONATE_AUTHORITY = "impersonate-authority"
    FALSE_LEGAL_CLAIM = "false-legal-claim"
    DISCLOSE_TO_OTHERS = "disclose-to-others"
    PRIVATE_ACCOUNT = "private-account"
    BORROW_TO_REPAY = "borrow-to-repay"
    ENTERED_HOME = "entered-home"
    REFUSED_TO_LEAVE = "refused-to-leave"
    WITHHELD_IDENTITY = "withheld-identity"
    ASKED_TO_PROMISE = "asked-to-promise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One contact; ``None`` means that the visitor does not know.

    Args:
        at: The minute, with a zone; or only the day.
        number: Last four digits of the number that called.
        said: ``None`` when nobody remembers, empty when it was none of these.
    """

    at: datetime | date | None = None
    channel: Channel | None = None
    to: To | None = None
    number: str | None = None
    answered: bool | None = None
    mode: Mode | None = None
    said: frozenset[Said] | None = None

    @property
    def day(self) -> date | None:
        """The calendar day in Asia/Shanghai."""
        return local_day(self.at)

    @property
    def clock(self) -> time | None:
        """The minute of the day in Asia/Shanghai."""
        if not isinstance(self.at, datetime):
            return None
        local = self.at.astimezone(SHANGHAI).timetz()
        return local.replace(second=0, microsecond=0, tzinfo=None)

    def has(self, *said: Said) -> bool:
        """Whether one of these was certainly said or done."""
        return self.said is not None and not self.said.isdisjoint(said)


def local_day(moment: datetime | date | None) -> date | None:
    """The calendar day of a minute or of a bare date, in Asia/Shanghai."""
    if isinstance(moment, datetime):
        return moment.astimezone(SHANGHAI).date()
    return moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """A log about one lender, asked about on one day.

    Args:
        reachable: Whether the lender can reach the borrower.
        refused_at: When a third party said 「不要再联系我」.  A bare date counts
            from the next day; what happened on that day stays in doubt.
        agreed_quiet_hours: First minute of the hours agreed upon, and the first
            minute after them; they replace those of the norms.

    Raises:
        FactsError: Something is impossible; ``field`` is dotted: ``events.3.at``.
    """

    role: Role
    today: date
    events: tuple[Event, ...]
    lender_kind: LenderKind = LenderKind.UNKNOWN
    reachable: bool | None = None
    refused_at: datetime | date | None = None
    agreed_quiet_hours: tuple[time, time] | None = None

    def __post_init__(self) -> None:
        check_today(self.today)
        if len(self.events) > MOST_EVENTS:
            raise FactsError("events", f"最多记 {MOST_EVENTS} 次。")
        self._check_day("refused_at", local_day(self.refused_at))
        hours = self.agreed_quiet_hours
        if hours is not None and hours[0] == hours[1]:
            raise FactsError("agreed_quiet_hours", "开始和结束是同一个时间，请检查。")
        for number, event in enumerate(self.events):
            self._check_day(f"events.{number}.at", event.day)
            if event.number is not None and not LAST_FOUR.fullmatch(event.number):
                raise FactsError(
                    f"events.{number}.number", "只写号码的后四位，例如 0123。"
                )

    def _check_day(self, field: str, day: date | None) -> None:
        if day is None:
            return
        if day > self.today:
            raise FactsError(field, "日期不能晚于今天。")
        if day < FIRST_DAY:
            raise FactsError(field, TOO_FAR)
