"""Blanks as a visitor fills them, and every writer and lender a letter may have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from timeline.catalog.blanks import BlankKind, blanks
from timeline.catalog.letter_record import LENDER, WRITER, LetterRecord
from timeline.catalog.letters import letters
from timeline.engine import LenderKind, Role
from timeline.letters import Answers
from timeline.letters.compose import Value

TODAY = date(2026, 11, 23)
KEYS = list(letters())
TYPED = {
    BlankKind.DAY: "2026-11-20",
    BlankKind.YUAN: "12,345.60",
    BlankKind.COUNT: "12",
    BlankKind.PHONE: "13800001234",
    BlankKind.TAIL: "5678",
    BlankKind.TICK: "on",
}
VALUES: dict[BlankKind, Value] = {
    BlankKind.DAY: date(2026, 11, 20),
    BlankKind.YUAN: 1_234_560,
    BlankKind.COUNT: 12,
    BlankKind.PHONE: "13800001234",
    BlankKind.TAIL: "5678",
    BlankKind.TICK: True,
}


def url(key: str) -> str:
    """The address of a letter."""
    return f"/letters/{key}/"


def mark(key: str) -> str:
    """A text that says which blank it fills."""
    return f"《{key}》"


def typed(letter: LetterRecord, **changes: str) -> dict[str, str]:
    """Everything filled in, as a form sends it."""
    data = {WRITER: letter.writers[0].value, LENDER: "micro-loan"}
    for key in letter.blanks:
        blank = blanks()[key]
        if blank.kind is BlankKind.CHOICE:
            data[key] = next(iter(blank.options))
        elif blank.kind is not BlankKind.IDENTITY:
            data[key] = TYPED.get(blank.kind, mark(key))
    return data | {name.replace("_", "-"): text for name, text in changes.items()}


def filled(letter: LetterRecord) -> dict[str, Value]:
    """Everything filled in, as values."""
    found: dict[str, Value] = {}
    for key in letter.blanks:
        blank = blanks()[key]
        if blank.kind is BlankKind.CHOICE:
            found[key] = next(iter(blank.options))
        elif blank.kind is not BlankKind.IDENTITY:
            found[key] = VALUES.get(blank.kind, mark(key))
    return found


def senders(letter: LetterRecord) -> Iterator[tuple[Role, LenderKind]]:
    """Every writer with every kind of lender."""
    for writer in letter.writers:
        for kind in LenderKind:
            yield writer, kind


def everything() -> list[pytest.param]:
    """Every letter, writer and lender, with all blanks and with none."""
    return [
        pytest.param(
            key,
            Answers(writer=writer, lender_kind=kind, values=values),
            id=f"{key}-{writer}-{kind}-{name}",
        )
        for key, letter in letters().items()
        for writer, kind in senders(letter)
        for name, values in (("full", filled(letter)), ("empty", {}))
    ]
