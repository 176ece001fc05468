"""The word lists of ``portal/content/search``, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from timeline.catalog.records import table
from timeline.engine import DataError

LISTS: Final = Path(__file__).parents[1] / "content" / "search"


@cache
def word_list(name: str) -> dict[str, Any]:
    """One file as plain values.

    Raises:
        DataError: It is missing, or no TOML.
    """
    return table(LISTS / f"{name}.toml")


def lines(name: str, key: str) -> list[str]:
    """A list of texts in a file.

    Raises:
        DataError: The key is missing, or holds something else.
    """
    values = word_list(name).get(key)
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise DataError(f"{name}.toml: {key} is no list of texts")
    return values


def pairs(name: str, key: str) -> dict[str, Any]:
    """A table in a file.

    Raises:
        DataError: The key is missing, or holds something else.
    """
    values = word_list(name).get(key)
    if not isinstance(values, dict):
        raise DataError(f"{name}.toml: {key} is no table")
    return values
