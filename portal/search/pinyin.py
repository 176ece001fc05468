"""Words typed without an input method, run together or a syllable at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from portal.search.vocabulary import corrections

# No listed word has more syllables.
MOST_SYLLABLES: Final = 6


def spelled_out(runs: Sequence[str]) -> Iterator[str]:
    """The runs, with spellings of listed words in the place of what was typed.

    The longest that fits wins: ``zuo lao`` is one word, and ``yuqicuishou`` two.
    """
    at = 0
    while at < len(runs):
        for size in range(min(MOST_SYLLABLES, len(runs) - at), 0, -1):
            joined = "".join(runs[at : at + size])
            if joined in corrections():
                yield corrections()[joined]
                at += size
                break
        else:
            yield from _parts(runs[at])
            at += 1


def _parts(run: str) -> list[str]:
    """The listed words of a run of letters; the run itself where they are few."""
    words = _spelled().findall(run)
    if 2 * sum(map(len, words)) < len(run):
        return [run]
    return [corrections()[word] for word in words]


@cache
def _spelled() -> re.Pattern[str]:
    """Every listed spelling, the longest first."""
    listed = (word for word in corrections() if word.isascii())
    return re.compile("|".join(sorted(listed, key=lambda word: (-len(word), word))))
