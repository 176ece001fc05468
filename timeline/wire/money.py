"""Sums and rates as ``ask`` reads them: text in, whole fen and Decimal out."""

from __future__ import annotations

from typing import Final

from timeline.engine.money import LONGEST, parse_percent, parse_share, parse_yuan
from timeline.wire.shapes import Text

YUAN: Final = Text(parse_yuan, LONGEST)
PERCENT: Final = Text(parse_percent, LONGEST)
SHARE: Final = Text(parse_share, LONGEST)  # the same, read as a share of one
# Nothing is an answer here too: a month without income.
YUAN_OR_NOTHING: Final = Text(
    lambda text, path: parse_yuan(text, path, zero=True), LONGEST
)
