"""How hard a text is to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from portal.marks import CITATION

LONG: Final = 60
_MARKUP: Final = re.compile(
    CITATION
    + r"|\{\{[^}]*\}\}|(?<=\])\([^)]*\)|^[\s|:-]+$"
    + r'|^\s*(?:#+|>|[-*+]|\d+\.|!!! \w+)\s*|[*|\[\]"]',
    re.MULTILINE,
)
_END: Final = re.compile(r"[。！？\n|]")


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences, their mean length in characters, and the share of long ones."""

    sentences: int
    mean: float
    long_share: float

    @property
    def level(self) -> str:
        """The measure in one word, for an editor."""
        if self.mean <= 30 and self.long_share <= 0.05:
            return "好读"
        if self.mean <= LONG and self.long_share <= 0.2:
            return "还可以再短些"
        return "难读"

    def __str__(self) -> str:
        """The measure in one sentence."""
        return (
            f"平均每句 {self.mean:.0f} 字，"
            f"超过 {LONG} 字的长句占 {self.long_share:.0%}：{self.level}。"
        )


def reading(text: str) -> Reading:
    """Measure a text without its markup; a cell of a table counts as a sentence."""
    parts = (_MARKUP.sub("", part).strip() for part in _END.split(text))
    lengths = [len(part) for part in parts if part]
    if not lengths:
        return Reading(0, 0.0, 0.0)
    long = sum(length > LONG for length in lengths)
    return Reading(len(lengths), sum(lengths) / len(lengths), long / len(lengths))
