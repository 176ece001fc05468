"""What forms with rows share: how many there are, what each is called, one more."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

MORE: Final = "more"  # the button that asks for one more row


def row_count(name: str, data: Mapping[str, Any], *, spare: int, most: int) -> int:
    """How many rows ``name.0.…`` to show: those sent, and one more when asked for."""
    found = [row for row, _ in _sent(name, data)]
    return min(max(max(found, default=-1) + 1 + (MORE in data), spare), most)


def filled_beyond(
    name: str, data: Mapping[str, Any], rows: int, untouched: Collection[str] = ("",)
) -> bool:
    """Whether something was filled in behind the rows that are shown.

    Args:
        untouched: What a field holds although nobody touched it.
    """
    return any(
        row >= rows and data[field] not in untouched for row, field in _sent(name, data)
    )


def row_name(row: int) -> str:
    """What a row is called; the visitor counts from one."""
    return f"第 {row + 1} 笔"


def _sent(name: str, data: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """The number of the row and the name of each field of the rows."""
    row = re.compile(rf"{name}\.(\d{{1,9}})\.\w+", re.ASCII)
    for field in data:
        if match := row.fullmatch(field):
            yield int(match[1]), field
