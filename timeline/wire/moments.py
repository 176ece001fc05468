"""Minutes and clocks as ``ask`` reads them, beside ``timeline.wire.shapes``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from timeline.engine import FactsError
from timeline.engine.zone import SHANGHAI
from timeline.wire.shapes import ISO_DAY, Day, Schema

ISO_MINUTE: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
ISO_CLOCK: Final = re.compile(r"\d{2}:\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Minute:
    """A minute, ``2026-11-14T21:59``, or only its day, ``2026-11-14``.

    Asia/Shanghai unless an offset is given; what lies below the minute is dropped.
    """

    def read(self, value: Any, path: str) -> datetime | date:
        if isinstance(value, str) and ISO_DAY.fullmatch(value):
            return Day().read(value, path)
        problem = FactsError(
            path, "时间要写成 2026-11-14T21:59 这样（北京时间），并且真有这一刻。"
        )
        if not isinstance(value, str) or not ISO_MINUTE.fullmatch(value):
            raise problem
        try:
            moment = datetime.fromisoformat(value)
            local = moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
            return local.astimezone(SHANGHAI).replace(second=0, microsecond=0)
        except (ValueError, OverflowError):
            raise problem from None

    def schema(self) -> Schema:
        return {
            "type": "string",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}"
            "([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:?\\d{2})?)?$",
        }


@dataclass(frozen=True, slots=True)
class Clock:
    """A minute of the day, ``22:00``."""

    def read(self, value: Any, path: str) -> time:
        problem = FactsError(path, "钟点要写成 22:00 这样。")
        if not isinstance(value, str) or not ISO_CLOCK.fullmatch(value):
            raise problem
        try:
            return time.fromisoformat(value)
        except ValueError:
            raise problem from None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$"}
