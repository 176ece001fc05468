"""The one question whose answer would narrow the picture most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline.engine.deadlines import PERIODS
from timeline.engine.facts import Agreement, LenderKind, Paper, Role
from timeline.engine.norms import Unit
from timeline.engine.stages import PaperKind
from timeline.engine.standing import Standing

PAPER_QUESTIONS: Final = ("received", "hearing", "freeze", "own_date", "verified")
FACT_QUESTIONS: Final = (
    "due_date",
    "papers",
    "agreement_next_due",
    "lender_kind",
    "reachable",
    "contact_refused",
)
_NORM_OF: Final = {kind: period.norm for period in PERIODS for kind in period.papers}
_WAITED_FOR: Final[
    tuple[tuple[str, frozenset[PaperKind], Callable[[Paper], bool]], ...]
] = (
    ("received", frozenset(_NORM_OF), lambda p: not (p.received or p.own_date)),
    ("hearing", frozenset({PaperKind.SUMMONS}), lambda p: not p.hearing),
    ("freeze", frozenset({PaperKind.ASSET_FREEZE}), lambda p: not p.freeze),
    (
        "own_date",
        frozenset({PaperKind.EVIDENCE_NOTICE, PaperKind.ARBITRATION_NOTICE}),
        lambda p: not p.own_date,
    ),
)


def ask(standing: Standing, units: dict[str, Unit]) -> str | None:
    """Name the fact to ask for, dotted (``papers.0.received``), or ``None``.

    Dates of papers come first because a period may be running; then the due date,
    which decides the time stage; then what only changes which rules bind.
    """
    facts = standing.facts
    found = _paper_question(standing, units)
    if found:
        return found
    if facts.role is Role.CONTACT:
        if facts.contact_refused is None and facts.papers is not None:
            return "contact_refused"
    elif not standing.paused and (
        standing.low is None or standing.low != standing.high
    ):
        return "due_date"
    if facts.papers is None:
        return "papers"
    if facts.agreement is Agreement.KEPT and facts.agreement_next_due is None:
        return "agreement_next_due"
    found = _unverified(standing)
    if found:
        return found
    if standing.lender_kind is LenderKind.UNKNOWN:
        return "lender_kind"
    if facts.contact_called and facts.reachable is None:
        return "reachable"
    return None


def _paper_question(standing: Standing, units: dict[str, Unit]) -> str | None:
    """The first thing that a step waits for, and that is missing on a paper."""
    for question, kinds, missing in _WAITED_FOR:
        if kinds.isdisjoint(standing.kinds):
            continue
        for number, paper in enumerate(standing.facts.papers or ()):
            if (
                paper.live
                and paper.kind in kinds
                and missing(paper)
                and (question != "received" or _is_counted(paper.kind, units))
            ):
                return f"papers.{number}.{question}"
    return None


def _is_counted(kind: PaperKind, units: dict[str, Unit]) -> bool:
    """Whether the step it opens is counted in days rather than printed on it."""
    return units[_NORM_OF[kind]] is not Unit.STATED


def _unverified(standing: Standing) -> str | None:
    """The first paper that moves the debt and that nobody has verified."""
    if not standing.unverified:
        return None
    for number, paper in enumerate(standing.facts.papers or ()):
        if paper.live and paper.moves and paper.verified is None:
            return f"papers.{number}.verified"
    return None
