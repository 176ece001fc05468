"""Every sentence of the site: as it stands in data, and as visitors read it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.test import Client

from tests.portal.reading import Reading, addresses, read
from tests.tools.assess.asking import ASSESS, answers, with_paper

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "timeline" / "data"
PAGES = ROOT / "portal" / "content" / "pages"
VOCABULARY = DATA / "lint" / "vocabulary.toml"  # parts of patterns
HAN = re.compile(r"[\u4e00-\u9fff]")
VISITORS = (
    answers(product="renxingdai", contact_called="yes", reachable="yes"),
    answers(due_date="2026-05-01", agreement="broken", principal="800"),
    answers(role="contact", contact_called="yes", contact_refused="yes"),
    answers(role="guarantor", lender_kind="bank", papers="unknown"),
    answers(agreement="kept", agreement_next_due="2099-12-20"),
    with_paper("payment-order", received="2026-11-20"),
    with_paper("small-claims-judgment", verified="true", received="2026-11-20"),
    with_paper("enforcement-notice", received="2025-11-20"),
    {"role": "borrower", "when": "unknown", "papers": "unknown"},
    answers(principal="x"),
)


@dataclass(frozen=True)
class Statement:
    """One text of a data file, with the table that it stands in."""

    place: str
    key: str
    text: str
    table: dict[str, Any]


def data_files() -> list[Path]:
    """Every TOML file that visitors read from."""
    data = [path for path in DATA.rglob("*.toml") if path != VOCABULARY]
    return [*sorted(data), *sorted(PAGES.glob("*.toml"))]


@cache
def statements() -> tuple[Statement, ...]:
    """Every Chinese text of the data and the pages."""
    found = []
    for path in data_files():
        place = path.relative_to(ROOT).as_posix()
        found += _texts(place, tomllib.loads(path.read_text("utf-8")))
    return tuple(
        statement
        for statement in found
        if HAN.search(statement.text) and not _is_pattern(statement)
    )


def _is_pattern(statement: Statement) -> bool:
    """What a check of visitors' texts looks for: nobody reads it."""
    cue = "timeline/data/lint/" in statement.place
    cue = cue and statement.key in {"any", "unless", "not_after"}
    return cue or bool(re.search(r"\(\?|[^|]\|[^|]", statement.text))


def _texts(place: str, table: dict[str, Any]) -> Iterator[Statement]:
    for key, value in table.items():
        items = value if isinstance(value, list) else [value]
        for number, item in enumerate(items):
            where = f"{place} {key}" + (f" {number}" if len(items) > 1 else "")
            if isinstance(item, dict):
                yield from _texts(where, item)
            elif isinstance(item, str):
                yield Statement(where, key, item, table)


@cache
def readings() -> dict[str, Reading]:
    """Every page and a dozen results, as visitors read them."""
    client = Client()
    found = {address: read(client.get(address)) for address in addresses()}
    for number, visitor in enumerate(VISITORS):
        found[f"{ASSESS} {number}"] = read(client.post(ASSESS, visitor))
    found["404"] = read(client.get("/no-such-page/"))
    found["405"] = read(client.post("/"))
    found["413"] = read(client.post(ASSESS, b"a" * 300_000, content_type="text/plain"))
    return found


def without_quotations(text: str) -> str:
    """The text without what it only quotes, to correct or to be said aloud."""
    lines = [line for line in text.split("\n") if not line.startswith("网上说")]
    return re.sub(r"「[^「」]*」", "", "\n".join(lines))
