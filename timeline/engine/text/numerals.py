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
    """The number, or ``None`` where it is none."""
    plain = digits(written.replace("两", "二"))
    if plain.isascii() and plain.isdigit():
        return int(plain)
    upper, myriad, lower = plain.rpartition("万")
    low = _below_a_myriad(lower) if lower or not myriad else 0
    high = _below_a_myriad(upper) if myriad else 0
    return None if low is None or high is None else MYRIAD * high + low


def _below_a_myriad(plain: str) -> int | None:
    total, digit = 0, ""
    for sign in plain:
        if sign in _UNITS and (digit or sign == "十"):  # 「千」 alone is no number
            total += _UNITS[sign] * int(digit or 1)
            digit = ""
        elif sign.isascii() and sign.isdigit():
            digit += sign
        else:
            return None
    return total + int(digit or 0) if plain else None
