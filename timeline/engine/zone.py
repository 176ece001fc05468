"""The one time zone of the site, without a clock and without zone files."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Final

# China has kept UTC+8 without summer time since 1992.
SHANGHAI: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
