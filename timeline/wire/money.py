"""Sums as ``ask`` reads them: text in 元, whole fen once they are read."""

from __future__ import annotations

from typing import Final

from timeline.engine.money import LONGEST, parse_percent, parse_yuan
from timeline.wire.shapes import Text

YUAN: Final = Text(parse_yuan, LONGEST)
PERCENT: Final = Text(parse_percent, LONGEST)
# Nothing is an answer here too: a month without income.
YUAN_OR_NOTHING: Final = Text(
    lambda text, path: parse_yuan(text, path, zero=True), LONGEST
)
