"""What forms with rows share: how many there are, what each is called, one more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

MORE: Final = "more"  # the button that asks for one more row


def row_count(name: str, data: Mapping[str, Any], *, spare: int, most: int) -> int:
    """How many rows ``name.0.…`` to show: those sent, and one more when asked for."""
    row = re.compile(rf"{name}\.(\d{{1,3}})\.\w+", re.ASCII)
    found = [int(match[1]) for field in data if (match := row.fullmatch(field))]
    return min(max(max(found, default=-1) + 1 + (MORE in data), spare), most)


def row_name(row: int) -> str:
    """What a row is called; the visitor counts from one."""
    return f"第 {row + 1} 笔"
