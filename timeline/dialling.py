"""Which parts of a text are numbers to dial?  Those of channels.toml, no figures."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.catalog import words


class Piece(NamedTuple):
    """A stretch of text; ``dial`` marks a number that a phone can call."""

    text: str
    dial: bool


def pieces(text: str) -> list[Piece]:
    """The text in order, cut at its numbers; ``110 元`` and ``× 120`` are none."""
    cut = _numbers().split(text)
    return [Piece(part, bool(place % 2)) for place, part in enumerate(cut) if part]


@cache
def _numbers() -> re.Pattern[str]:
    listed = "|".join(sorted(words.channels(), key=len, reverse=True))
    figure = r"[\d.,]|\s*[元日天年月条个次号%×÷=]"
    return re.compile(rf"(?<![\d.,×÷=])(?<![×÷=] )({listed})(?!{figure})")
