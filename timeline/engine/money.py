"""Sums as people type them.  Everywhere else money is whole fen."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from timeline.engine.errors import FactsError

MOST_DIGITS: Final = 12
_SUM: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)


def parse_yuan(text: str, field: str) -> int:
    """Turn ``"1,234.50"`` (元, full-width forms welcome) into fen: ``123450``.

    Raises:
        FactsError: at ``field``; not a positive sum of at most twelve digits
            with at most two decimals.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    folded = folded.removeprefix("¥").removesuffix("元").strip()
    match = _SUM.fullmatch(folded) if len(folded) <= 40 else None
    if match is None:
        raise FactsError(field, "金额请只写数字，例如 12000 或 1,234.50。")
    whole = match[1].replace(",", "").lstrip("0")
    decimals = (match[2] or "").rstrip("0") if match[2] else ""
    if len(decimals) > 2:
        raise FactsError(field, "金额最多写到分，小数点后不超过两位。")
    if len(whole) + len(decimals) > MOST_DIGITS:
        raise FactsError(field, f"金额太大了：最多 {MOST_DIGITS} 位数字。")
    fen = int(whole or "0") * 100 + int(decimals.ljust(2, "0") or "0")
    if fen <= 0:
        raise FactsError(field, "金额须大于零；不清楚就空着。")
    return fen
