"""Fill figures, hotlines and phone scripts into texts: ``{{ norm:answer-days }}``.

A figure is written once, as a norm; a sentence names it by key and can therefore
never quote an old one.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from timeline.catalog.norms import norms
from timeline.catalog.words import channels, scripts
from timeline.engine import Unit, Version
from timeline.engine.errors import DataError

SLOT: Final = re.compile(r"\{\{\s*(norm|channel|script):([a-z0-9-]+)\s*\}\}")
CENT: Final = Decimal("0.01")
NO_VALUE: Final = "（这一天没有查到依据）"
_UNITS: Final = {
    Unit.DAYS: "{} 日",
    Unit.MONTHS: "{} 个月",
    Unit.YEARS: "{} 年",
    Unit.TIMES: "{} 次",
    Unit.MULTIPLE: "{} 倍",
    Unit.PERCENT: "{}%",
}


def fill(text: str, day: date) -> str:
    """Put the figures that hold on ``day`` into ``text``.

    Raises:
        DataError: A slot names a norm, channel or script that does not exist.
    """
    return SLOT.sub(lambda match: _slot(match[1], match[2], day), text)


def say(version: Version, unit: Unit) -> str:
    """A norm's value in words: ``15 日``, ``22:00 到次日 8:00``."""
    value = version.value
    if isinstance(value, date):
        return cn_date(value)
    if isinstance(value, tuple):
        start, end = (hour.removeprefix("0") for hour in value)
        return f"{start} 到次日 {end}"
    if value is None:
        raise DataError(f"{version.norm}: has no figure to quote")
    if unit is Unit.DAILY_PER_MILLION:
        return f"每日万分之 {Decimal(value) / 100}"
    return _UNITS[unit].format(value)


def cn_date(day: date) -> str:
    """``2026年11月14日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def cn_yuan(fen: int) -> str:
    """A sum in fen as ``1,050 元`` or ``766.67 元``."""
    whole, part = divmod(abs(fen), 100)
    sign = "-" if fen < 0 else ""
    return f"{sign}{whole:,}{f'.{part:02}' if part else ''} 元"


def cn_percent(share: Decimal) -> str:
    """A share as a percentage with two decimals, halves up: ``0.23995`` is ``24.00%``.

    Only for reading; what is compared with a line is the share itself.
    """
    return f"{(share * 100).quantize(CENT, ROUND_HALF_UP):,}%"


def _slot(kind: str, key: str, day: date) -> str:
    if kind == "channel":
        if key not in channels():
            raise DataError(f"unknown channel {key}")
        return key
    if kind == "script":
        if key not in scripts():
            raise DataError(f"unknown script {key}")
        return scripts()[key].text
    if key not in norms():
        raise DataError(f"unknown norm {key}")
    norm = norms()[key]
    version = norm.on(day)
    return NO_VALUE if version is None else say(version, norm.unit)
