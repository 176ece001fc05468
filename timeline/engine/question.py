"""The one question whose answer would narrow the picture most."""

from __future__ import annotations

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

_PRINTED: Final = (PaperKind.EVIDENCE_NOTICE, PaperKind.ARBITRATION_NOTICE)


def ask(standing: Standing, units: dict[str, Unit]) -> str | None:
    """Name the fact to ask for, dotted (``papers.0.received``), or ``None``.

    Dates of papers come first because a period may be running; then the due date,
    which decides the time stage; then what only changes which rules bind.
    """
    facts = standing.facts
    found = _paper_question(standing, units, PAPER_QUESTIONS[:-1])
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
    found = _paper_question(standing, units, PAPER_QUESTIONS[-1:])
    if found:
        return found
    if standing.lender_kind is LenderKind.UNKNOWN:
        return "lender_kind"
    if facts.contact_called and facts.reachable is None:
        return "reachable"
    return None


def _paper_question(
    standing: Standing, units: dict[str, Unit], wanted: tuple[str, ...]
) -> str | None:
    """The first thing, in the order of ``wanted``, that is missing on a paper."""
    papers = standing.facts.papers
    if not papers:
        return None
    for question in wanted:
        for number, paper in enumerate(papers):
            if paper.live and _missing(paper, question, units):
                return f"papers.{number}.{question}"
    return None


def _missing(paper: Paper, question: str, units: dict[str, Unit]) -> bool:
    kind = paper.kind
    match question:
        case "received":
            norm = _NORM_OF.get(kind)
            counted = norm is not None and units[norm] is not Unit.STATED
            return counted and not (paper.received or paper.own_date)
        case "hearing":
            return kind is PaperKind.SUMMONS and not paper.hearing
        case "freeze":
            return kind is PaperKind.ASSET_FREEZE and not paper.freeze
        case "own_date":
            return kind in _PRINTED and not paper.own_date
        case _:
            return paper.verified is None and paper.moves
