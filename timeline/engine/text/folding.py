"""One spelling for every text, with the way back to the text as it was typed.

Full-width and half-width, traditional and simplified, capital and small, digits of
any script are one; spaces and invisible characters are dropped: they hide no word.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NEWLINE: Final = "\n"
# Controls, formats (zero-width) and marks laid over a character.
INVISIBLE: Final = frozenset(("Cc", "Cf", "Mn", "Me"))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``origins[i]`` is the typed code point behind ``text[i]``."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The typed span, half-open, behind a non-empty folded one."""
        return self.origins[start], self.origins[end - 1] + 1

    def position(self, typed: int) -> int:
        """The last folded place at or before a typed one."""
        return max(bisect_right(self.origins, typed) - 1, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Folding:
    """How texts are folded: ``simplified`` maps single traditional characters."""

    simplified: Mapping[str, str]

    def fold(self, text: str) -> Folded:
        """Fold each code point by itself, so that every place can be traced."""
        known: dict[str, str] = {}
        found: list[str] = []
        origins: list[int] = []
        for place, char in enumerate(text):
            if char not in known:
                known[char] = self._fold_one(char)
            for folded in known[char]:
                found.append(folded)
                origins.append(place)
        return Folded("".join(found), tuple(origins))

    def _fold_one(self, char: str) -> str:
        if char in "\n\r\u2028\u2029":
            return NEWLINE
        plain = unicodedata.normalize("NFKC", char).casefold()
        # Case-folding can bring back what normalising took away.
        plain = unicodedata.normalize("NFKC", plain)
        return "".join(
            self.simplified.get(part, _digit(part))
            for part in plain
            if not part.isspace() and unicodedata.category(part) not in INVISIBLE
        )


def _digit(part: str) -> str:
    """A digit of any script or ornament as a plain one, anything else as it is."""
    value = unicodedata.digit(part, None)
    return part if value is None else str(value)
