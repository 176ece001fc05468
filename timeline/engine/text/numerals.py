"""Whole numbers as people write them: ``15``, ``十五``, ``两``, ``二〇二六``."""

from __future__ import annotations

from typing import Final

HAN: Final = "〇零一二三四五六七八九"
TENS: Final = "十百千万"
ONE_TO_TEN: Final = "一二三四五六七八九十"
_DIGITS: Final = str.maketrans(HAN, "00123456789")
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
MYRIAD: Final = 10_000


def digits(written: str) -> str:
    """Every digit that is spelled out as a plain one, in its place."""
    return written.translate(_DIGITS)


def number(written: str) -> int | None:
    """The number, or ``None`` where it is none; 「一万二」 is 12,000, as it is said."""
    plain = digits(written.replace("两", "二"))
    if plain.isascii() and plain.isdigit():
        return int(plain)
    upper, myriad, lower = plain.rpartition("万")
    if not myriad:
        return _below_a_myriad(plain)
    high = _below_a_myriad(upper)
    low = _below_a_myriad(lower, MYRIAD) if lower else 0
    return None if low is None or high is None else MYRIAD * high + low


def _below_a_myriad(plain: str, above: int = 0) -> int | None:
    """What stands beside 万; each unit is smaller than the one before it.

    A last digit alone counts in the next unit: 「一百二」 is 120, 「一百零二」 is 102.

    Args:
        above: The unit right before the text.
    """
    total, digit, unit = 0, "", above
    for sign in plain:
        if sign in _UNITS and (digit or sign == "十"):  # 「千」 alone is no number
            if unit and _UNITS[sign] >= unit:
                return None
            unit = _UNITS[sign]
            total += unit * int(digit or 1)
            digit = ""
        elif sign.isascii() and sign.isdigit():
            digit += sign
        else:
            return None
    if len(digit) == 1 and unit > _UNITS["十"]:
        return total + int(digit) * unit // 10
    return total + int(digit or 0) if plain else None
