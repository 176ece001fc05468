"""From the answers to the debts, their order and their plans, for page and shell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.debts import debts_words
from timeline.engine import LenderKind, Paper, PaperKind
from timeline.engine.debts import Answer, debts_plan
from timeline.engine.errors import FactsError
from timeline.engine.repayment import Debt

LONGEST_NAME: Final = 12  # characters of what the visitor calls a debt
NONE: Final = "none"  # no paper has come; leaving it out means: not known
WHICH_PAPER: Final = "填了收到的日期，请选是哪种文书。"
KINDS: Final = {kind.key: kind for kind in PaperKind}
PAPER: Final = re.compile(r"(debts\.\d+)\.papers\.0\.(\w+)")


def debt(values: Mapping[str, Any], path: str) -> Debt:
    """One debt, as form and shell give it: by the names of ``ask debts``, read.

    Raises:
        FactsError: At the paper, where only the day is known on which it came.
    """
    kind = values.get("paper")
    if "received" in values and kind in (None, NONE):
        raise FactsError(f"{path}.paper", WHICH_PAPER)
    papers: tuple[Paper, ...] | None = None
    if kind == NONE:
        papers = ()
    elif kind:
        received, verified = values.get("received"), values.get("verified")
        papers = (Paper(kind=KINDS[kind], received=received, verified=verified),)
    return Debt(
        sum_fen=values["sum"],
        annual_rate=values.get("rate"),
        lender_kind=values.get("lender_kind", LenderKind.UNKNOWN),
        overdue_days=values.get("overdue_days"),
        papers=papers,
        guaranteed=values.get("guaranteed"),
        secured=values.get("secured"),
        salary_account=values.get("salary_account"),
    )


def plans(debts: Iterable[Mapping[str, Any]], budget_fen: int, today: date) -> Answer:
    """The whole answer, for page and shell alike.

    Raises:
        FactsError: At the name that form and shell use for the field.
    """
    given = tuple(debt(one, f"debts.{number}") for number, one in enumerate(debts))
    try:
        return debts_plan(
            given,
            budget_fen,
            today,
            catalog.ruleset(),
            share_percent=debts_words().share_percent,
            old_days=debts_words().old_days,
        )
    except FactsError as error:
        field = PAPER.sub(r"\1.\2", error.field)
        raise FactsError(field, str(error)) from None
