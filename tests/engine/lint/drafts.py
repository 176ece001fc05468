"""Drafts from ``tests/cases/lint``, and the linter over them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from timeline.catalog.lint import lint_rules
from timeline.catalog.spelling import folding
from timeline.engine import LenderKind
from timeline.engine.lint import Draft, Flag, Kind, lint

CASES = Path(__file__).resolve().parents[2] / "cases" / "lint"
TODAY = date(2026, 11, 23)
WAIVES_NOTHING = "\n本函仅为协商，不构成对债务金额的确认，也不表示放弃时效等抗辩。"


class Seeded(NamedTuple):
    """A draft with a fault, or one that only looks alike."""

    kind: Kind
    text: str
    lender_kind: LenderKind
    aside: bool
    faulty: bool


def check(text: str, lender: str = "unknown", **facts: Any) -> tuple[Flag, ...]:
    """The flags of a text on the day of all tests."""
    facts = {"today": TODAY, "lender_kind": LenderKind(lender)} | facts
    return lint(Draft(text=text, **facts), lint_rules(), folding())


def kinds(text: str, lender: str = "unknown", **facts: Any) -> set[Kind]:
    return {flag.kind for flag in check(text, lender, **facts)}


def seeded() -> list[Seeded]:
    found = []
    for kind in Kind:
        file = tomllib.loads((CASES / f"{kind}.toml").read_text(encoding="utf-8"))
        for name in ("fault", "look-alike"):
            for case in file[name]:
                found.append(
                    Seeded(
                        kind,
                        case["text"],
                        LenderKind(case.get("lender_kind", "unknown")),
                        case.get("aside", False),
                        name == "fault",
                    )
                )
    return found


def plain_letters() -> list[tuple[str, str]]:
    path = CASES / "plain-letters.toml"
    drafts = tomllib.loads(path.read_text(encoding="utf-8"))["draft"]
    return [(draft["text"], draft.get("lender_kind", "unknown")) for draft in drafts]
