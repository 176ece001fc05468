"""The order, the split and the comparison, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from timeline import catalog
from timeline.catalog import cn_date, cn_yuan, fill, words
from timeline.catalog.debts import debts_words
from timeline.citations import Citation, cite_all
from timeline.engine import Assessment, LegalStage
from timeline.engine.debts import Answer, Place
from timeline.engine.repayment import Plan

MONTHS_SHOWN: Final = 36  # a page stays small; the files hold every month


@dataclass(frozen=True, slots=True)
class DebtShown:
    """One debt in its place."""

    name: str
    stage: str
    reason: str
    text: str
    cites: tuple[Citation, ...]
    deadline: str
    ends: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """One way of splitting, in a row of the comparison."""

    name: str
    text: str
    months: str
    total: str
    cost: str
    left: str


@dataclass(frozen=True, slots=True)
class DebtsPage:
    """The answer to one visitor; nothing of it outlives the response."""

    title: str
    hedge: str
    debts: tuple[DebtShown, ...]
    names: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    cut: bool
    plans: tuple[PlanShown, ...]
    idle: str
    unknown: str


class Frame(NamedTuple):
    """What the page says, with or without an answer."""

    answer: str
    basis: tuple[Citation, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    ruleset: str


def frame() -> Frame:
    """Sources and dates of the tool."""
    said = debts_words()
    return Frame(
        said.answer,
        cite_all(said.basis),
        said.checked,
        said.review_by,
        said.unchecked,
        catalog.fingerprint(),
    )


def debts_page(result: Answer, names: Sequence[str], today: date) -> DebtsPage:
    """Put the answer into words; ``names`` are those of the question's rows."""
    ours = result.plans[0]
    ordered = [place.number for place in result.places]
    return DebtsPage(
        title=_title(ours, names[ordered[0]]),
        hedge="先后是我们的建议，没有规定要求这样排。暂时不付的几家，也先写信说明，不要不回。",
        debts=tuple(_shown(place, ours, names, today) for place in result.places),
        names=tuple(names[number] for number in ordered),
        months=tuple(
            (str(month.number), *(_sum(month.paid[number]) for number in ordered))
            for month in ours.months[:MONTHS_SHOWN]
        ),
        cut=len(ours.months) > MONTHS_SHOWN,
        plans=tuple(map(_plan, result.plans)),
        idle=_idle(result),
        unknown="、".join(names[number] for number in result.rates_unknown),
    )


def _title(plan: Plan, first: str) -> str:
    if not plan.months:
        return "这个月没有能分的钱"
    if plan.left:
        return f"先还「{first}」；按这个数，十年里还不完"
    return f"先还「{first}」，{len(plan.months)} 个月全部还清"


def _shown(place: Place, ours: Plan, names: Sequence[str], today: date) -> DebtShown:
    said = debts_words()
    reason = said.reasons[place.reason]
    notes = [said.notes[note] for note in place.notes]
    end = ours.ends[place.number]
    return DebtShown(
        name=names[place.number],
        stage=_stage(place.assessment),
        reason=reason.title,
        text=fill(reason.text, today),
        cites=cite_all(
            [*reason.cites, *(cite for note in notes for cite in note.cites)]
        ),
        deadline=cn_date(place.deadline) if place.deadline else "",
        ends="按这个数还不清" if end is None else f"第 {end} 个月还清",
        notes=tuple(fill(note.text, today) for note in notes),
    )


def _stage(found: Assessment) -> str:
    """Where the debt stands, hedged by the engine: only a proven paper is certain."""
    if found.legal_stage is not LegalStage.NONE:
        name = words.stages("legal")[found.legal_stage].name
        return f"已处于「{name}」" if found.proven else f"如果是真的：「{name}」"
    stages = [words.stages("time")[stage].name for stage in found.time_stages]
    if len(stages) == 1:
        return f"很可能在「{stages[0]}」"
    return "在哪一步还看不出" if not stages or found.days is None else "、".join(stages)


def _plan(plan: Plan) -> PlanShown:
    said = debts_words().strategies[plan.strategy]
    return PlanShown(
        name=said.name,
        text=said.text,
        months="十年里还不完" if plan.left else f"{len(plan.months)} 个月",
        total=cn_yuan(plan.total),
        cost=cn_yuan(plan.cost),
        left=cn_yuan(plan.left) if plan.left else "",
    )


def _idle(result: Answer) -> str:
    idle = result.idle
    return (
        f"什么都不付，{idle.months} 个月以后欠 {cn_yuan(idle.owed)}，"
        f"多出 {cn_yuan(idle.more)}；还没有算诉讼费和违约金。"
    )


def _sum(fen: int) -> str:
    return cn_yuan(fen).removesuffix(" 元") if fen else "—"
