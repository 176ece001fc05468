"""Spellings made alike, a character for a character, and the tokens of a text.

Every folding keeps the length, so a match in folded text lies at the same place in
the text that readers see.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from timeline.catalog.spelling import simplified

_WIDER: Final = 0xFEE0  # a full-width sign stands this far behind the plain one
RUNS: Final = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
# A token of the index is never longer: no word of a language is.
LONGEST: Final = 40


@cache
def _table() -> dict[int, int]:
    table = {ord(before): ord(after) for before, after in simplified().items()}
    for code in range(ord("!"), ord("~") + 1):
        plain = ord(chr(code).lower())
        table |= {code: plain, code + _WIDER: plain}
    return table | {0x3000: ord(" ")}


def fold(text: str) -> str:
    """Simplified, half-width, small letters; as long as ``text``."""
    return text.translate(_table())


def tokens(folded: str) -> set[str]:
    """What the index holds for a text: overlapping pairs, and words of letters.

    The last character of a run stands alone too, so that every character of the text
    begins a token and can be found by itself.
    """
    found: set[str] = set()
    for run in RUNS.findall(folded):
        if run[0] < "\u3400":
            found.add(run[:LONGEST])
        else:
            found.update(map("".join, pairwise(run)))
            found.add(run[-1])
    return found
