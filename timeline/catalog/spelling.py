"""The one spelling in which texts, cues and searches meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine.errors import DataError
from timeline.engine.text.folding import Folding


@dataclass(frozen=True, slots=True)
class Spelling:
    """Traditional characters, and the simplified ones in the same places."""

    traditional: tuple[str, ...]
    simplified: tuple[str, ...]

    def __post_init__(self) -> None:
        old, new = "".join(self.traditional), "".join(self.simplified)
        if len(old) != len(new):
            raise DataError(f"{len(old)} characters have {len(new)} simplified ones")
        if twice := [char for char, count in Counter(old).items() if count > 1]:
            raise DataError(f"{''.join(twice)} stand twice")
        if both := sorted(set(old) & set(new)):
            raise DataError(f"{''.join(both)} stand in both lists")


@cache
def simplified() -> Mapping[str, str]:
    """Each traditional character with its simplified one."""
    spelling = read(DATA / "traditional.toml", Spelling)
    pairs = zip(
        "".join(spelling.traditional), "".join(spelling.simplified), strict=True
    )
    return dict(pairs)


@cache
def folding() -> Folding:
    """How every text that is read for its meaning is folded."""
    return Folding(simplified())
