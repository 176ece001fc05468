"""Worked cases of ``tests/cases/plans``: sums are written in 元 there."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "cases" / "plans"


def cases(name: str) -> list[Any]:
    """The cases of one file."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["case"])


def fen(yuan: str) -> int:
    """元 as whole fen; a file with a part of a fen is wrong."""
    sum_ = Decimal(yuan) * 100
    assert sum_ == sum_.to_integral_value()
    return int(sum_)
