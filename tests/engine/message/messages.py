"""Labelled messages, and how they are read."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from timeline.catalog.message import message_reader
from timeline.engine.message import Kind, Reading, read_message

CASES: Final = Path(__file__).parents[2] / "cases" / "message"
SETS: Final = (
    "real",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
TODAY: Final = date(2026, 11, 23)
BOTH: Final = "unlawful-collection-or-scam"


class Message(NamedTuple):
    """A text with the kinds that are right for it."""

    text: str
    kinds: frozenset[str]

    @property
    def scam(self) -> bool:
        return Kind.SCAM in self.kinds


@cache
def messages(name: str) -> tuple[Message, ...]:
    """One set of labelled messages."""
    return tuple(_messages(name))


def _messages(name: str) -> Iterator[Message]:
    groups = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    for label, texts in groups.items():
        kinds = {Kind.SCAM, Kind.UNLAWFUL_COLLECTION} if label == BOTH else {label}
        for text in texts.values() if isinstance(texts, dict) else texts:
            yield Message(text, frozenset(kinds))


def read(text: str) -> Reading:
    """The engine's reading on the day of the tests."""
    return read_message(text, TODAY, message_reader())


def confusion(name: str) -> Counter[tuple[str, str]]:
    """How often a message of a kind was read as another (or the same)."""
    table: Counter[tuple[str, str]] = Counter()
    for message in messages(name):
        found = read(message.text).kind
        wanted = found if found in message.kinds else min(message.kinds)
        table[wanted, found] += 1
    return table
