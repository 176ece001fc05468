"""How a day is said: short, as a headline, and with what a day off does to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from timeline.catalog import cn_date, workdays
from timeline.catalog.date_words import date_words
from timeline.engine import Deadline

WEEKDAYS: Final = "一二三四五六日"
HEARING: Final = "hearing"


def short_date(day: date, today: date) -> str:
    """``11月30日``; a day of another year says so."""
    if day.year == today.year:
        return f"{day.month}月{day.day}日"
    if day.year == today.year + 1:
        return f"明年{day.month}月{day.day}日"
    return cn_date(day)


def weekday(day: date) -> str:
    """``星期二``."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def day_off(safe: date, rolled: date | None, shown: date, today: date) -> str:
    """What a day off does to a last day; empty where it is a working day.

    Args:
        safe: The last day before any rolling.
        rolled: As the law counts it; ``None`` where no calendar is known.
        shown: Which of the two stands above these words.
    """
    said = date_words().off
    if rolled is None:
        return said.unannounced.format(safe.year)
    if rolled == safe:
        return ""
    named = safe in workdays().holidays
    if shown != safe:
        over = said.holiday_over if named else said.weekend_over
        return over.format(short_date(safe, today))
    moved = f"{short_date(rolled, today)}，{_short_weekday(rolled)}"
    return (said.holiday if named else said.weekend).format(moved)


def lead(deadline: Deadline, day: date, today: date) -> str:
    """``最晚 2026年12月1日，还有 8 天``, ``明天是最后一天，11月30日``.

    A day that the law would move on is called safe, not the last one.
    """
    said = date_words().lead
    if day < today:
        return said.passed.format(cn_date(day))
    left = said.left.format((day - today).days)
    near = {today: "今天", today + timedelta(days=1): "明天"}.get(day)
    if deadline.key == HEARING:
        if near:
            return said.hearing_near.format(short_date(day, today), near)
        return said.hearing.format(cn_date(day), left)
    if deadline.rolled_date is None or day == deadline.rolled_date:
        if near is None:
            return said.last.format(cn_date(day), left)
        unsure = deadline.rolled_date is None
        last = said.last_unrolled if unsure else said.last_near
        return last.format(cn_date(day) if unsure else short_date(day, today), near)
    named = f"（{_short_weekday(day)}）"
    if near is None:
        return said.safe.format(f"{cn_date(day)}{named}", left)
    return said.safe_near.format(f"{short_date(day, today)}{named}", near)


def _short_weekday(day: date) -> str:
    return f"周{WEEKDAYS[day.weekday()]}"
