"""Sums and rates as people type them.  Everywhere else money is whole fen."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from timeline.engine.errors import FactsError
from timeline.engine.text.numerals import HAN, MYRIAD, TENS, number

LONGEST: Final = 40  # characters of a sum, with its signs
MOST_DIGITS: Final = 12
MOST_PERCENT: Final = 10_000
MONTHS_A_YEAR: Final = 12
# Sums that go on accruing are reckoned in it: what a division leaves behind stays far
# below a fen.
EXACT: Final = Context(prec=50)
_NOISE: Final = Decimal("1e-20")  # what 365ths and twelfths leave behind; never a tie
_PERCENT: Final = re.compile(r"\d{1,5}(?:\.\d{1,6})?", re.ASCII)
_MYRIADS: Final = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([万千])", re.ASCII)
_IN_WORDS: Final = re.compile(rf"[\d两{HAN}{TENS}]+", re.ASCII)
_SUM: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)


def half_up(fen: Decimal | int) -> int:
    """An exact sum in whole fen; halves go up."""
    return int(Decimal(fen).quantize(Decimal(1), ROUND_HALF_UP))


def whole_fen(amount: Decimal) -> int:
    """A sum reckoned in ``EXACT`` as it is shown: half-up to a fen, once."""
    return half_up(amount.quantize(_NOISE, context=EXACT))


def yuan(fen: int) -> str:
    """So many fen in 元, to be read by a program: ``123450`` is ``"1234.50"``."""
    return str(Decimal(fen).scaleb(-2))


def parse_yuan(text: str, field: str, *, zero: bool = False) -> int:
    """Turn ``"1,234.50"`` (元, full-width forms welcome) into fen: ``123450``.

    So are ``1.2万``, ``5千`` and ``一万二``, as people say and type them.

    Args:
        zero: Whether nothing is an answer too: a month without income.

    Raises:
        FactsError: at ``field``; not a positive sum of at most twelve digits
            with at most two decimals.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    folded = folded.removeprefix("¥").removesuffix("元").strip()
    match = _SUM.fullmatch(_figures(folded)) if len(folded) <= LONGEST else None
    if match is None:
        raise FactsError(field, "金额请只写数字，例如 12000 或 1,234.50。")
    whole = match[1].replace(",", "").lstrip("0")
    decimals = (match[2] or "").rstrip("0")
    if len(decimals) > 2:
        raise FactsError(field, "金额最多写到分，小数点后不超过两位。")
    if len(whole) + len(decimals) > MOST_DIGITS:
        raise FactsError(field, f"金额太大了：最多 {MOST_DIGITS} 位数字。")
    fen = int(whole or "0") * 100 + int(decimals.ljust(2, "0") or "0")
    if fen <= 0 and not zero:
        raise FactsError(field, "金额须大于零。")
    return fen


def _figures(folded: str) -> str:
    """The same in figures: ``1.2万`` and ``一万二`` are ``12000``."""
    if match := _MYRIADS.fullmatch(folded):
        return f"{Decimal(match[1]) * (MYRIAD if match[2] == '万' else 1000):f}"
    found = number(folded) if _IN_WORDS.fullmatch(folded) else None
    return folded if found is None else str(found)


def parse_percent(text: str, field: str) -> Decimal:
    """Turn ``"23.94%"`` into ``Decimal("23.94")``; zero is a rate like any other.

    Raises:
        FactsError: at ``field``; no number from 0 to 10,000 with at most six decimals.
    """
    folded = unicodedata.normalize("NFKC", text).strip().removesuffix("%").strip()
    if _PERCENT.fullmatch(folded) is None or Decimal(folded) > MOST_PERCENT:
        raise FactsError(field, "利率请只写数字，例如 23.94，单位看题目。")
    return Decimal(folded)


def parse_share(text: str, field: str) -> Decimal:
    """Turn ``"15.4"`` or ``"１５.４％"`` into a share: ``Decimal("0.154")``.

    Raises:
        FactsError: as ``parse_percent``.
    """
    return parse_percent(text, field) / 100
