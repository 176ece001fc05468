"""Money is whole fen and rates are decimals: a float has no place near either."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MONEY = ("cost", "rate", "budget", "debts", "offer", "court_cost")
PLACES = (
    "timeline/engine",
    "timeline/catalog/text.py",
    "timeline/forms/ledger_rows.py",
    "timeline/forms/money.py",
    "timeline/forms/rows.py",
    "timeline/spreadsheet.py",
    *(f"timeline/tools/{tool}" for tool in MONEY),
    *(f"tests/tools/{tool}" for tool in MONEY),
    *(f"tests/engine/{part}" for part in ("cost", "plans", "rate")),
    "tests/engine/test_court_cost.py",
    "tests/engine/test_money.py",
    "tests/tools/test_money_cases.py",
)
# Another library reckons with floats, and is compared with ours; a draw is no sum; a
# float that a question holds is refused.
ALLOWED = {
    "tests/engine/rate/test_irr.py": {"float", "0.3", "1e-09"},
    "tests/tools/budget/test_budget.py": {"1.0"},
    "tests/tools/offer/test_offer.py": {"1.0"},
    "tests/tools/rate/test_rate.py": {"1.0"},
    "tests/tools/debts/test_debts.py": {"1.0"},
}


def floats(source: str) -> Iterator[str]:
    """Every float of a module: its literals, the name of the type, ``approx``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield str(node.value)
        name = getattr(node, "id", None) or getattr(node, "attr", None)
        if name in ("float", "approx"):
            yield str(name)


def modules() -> list[str]:
    """The modules that reckon with money, and those that test them."""
    paths = (ROOT / place for place in PLACES)
    found = (path.rglob("*.py") if path.is_dir() else [path] for path in paths)
    return sorted(
        one.relative_to(ROOT).as_posix() for several in found for one in several
    )


@pytest.mark.parametrize("module", modules())
def test_no_float_touches_money(module):
    source = (ROOT / module).read_text(encoding="utf-8")
    assert set(floats(source)) <= ALLOWED.get(module, set())


def test_a_float_would_be_seen():
    # Source that is read, not run: the guard above has to be able to fail.
    seen = set(floats("x = pytest.approx(float('1') * 0.1)"))
    assert seen == {"approx", "float", "0.1"}
