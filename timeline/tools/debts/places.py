"""One debt in its place: why there, by when to do what, what else to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from timeline.catalog import cn_date, fill, words
from timeline.catalog.debts import NoteWords, debts_words
from timeline.citations import STRENGTH_TEXT, Citation, cite_all
from timeline.engine import LegalStage, Strength
from timeline.engine.deadlines import Deadline
from timeline.engine.debts import Note, Place
from timeline.engine.money import MONTHS_A_YEAR
from timeline.engine.repayment import MOST_MONTHS, Plan

# How far a plan looks ahead.
YEARS: Final = MOST_MONTHS // MONTHS_A_YEAR
# Notes that come before the reason: a day is over, or nobody knows it.
URGENT: Final = (Note.MISSED, Note.UNDATED)


class Due(NamedTuple):
    """The next day, and what it is for."""

    day: str
    what: str


class Badge(NamedTuple):
    """How far a sentence carries."""

    strength: str
    text: str


@dataclass(frozen=True, slots=True)
class DebtShown:
    """One debt in its place.

    Attributes:
        badge: Marks what is said of days only.
        over: Steps whose day has passed.  ``late``: what to do about them today.
        paper: The kind of paper that opened the steps, for the page on it.
    """

    name: str
    stage: str
    badge: Badge | None
    reason: str
    text: str
    cites: tuple[Citation, ...]
    due: Due | None
    over: tuple[str, ...]
    paper: str
    late: tuple[str, ...]
    when: str
    notes: tuple[str, ...]
    old: bool


def shown(place: Place, plan: Plan | None, name: str, today: date) -> DebtShown:
    """The words of one place; ``plan`` is ours, where it is worth following."""
    said = debts_words()
    reason, advice = said.reasons[place.reason], _advice(place)
    urgent = [said.notes[note] for note in place.notes if note in URGENT]
    further = [said.notes[note] for note in place.notes if note not in URGENT]
    next_step = [place.due] if place.due else []
    cited = [
        *reason.cites,
        *(cite for one in (*urgent, *advice, *further) for cite in one.cites),
        *(step.cite for step in (*next_step, *place.missed, *place.undated)),
    ]
    return DebtShown(
        name=name,
        stage=_stage(place),
        badge=_badge(place),
        reason=reason.title,
        text=fill(reason.text, today),
        cites=cite_all(cited),
        due=due(place),
        over=tuple(map(_over, place.missed)),
        paper=_paper(place),
        late=tuple(_late(place, urgent, today)) if urgent else (),
        when=_when(place, plan) if plan else "",
        notes=(
            *(fill(one.text, today) for one in (*advice, *further)),
            *([] if urgent else _stated(place)),
        ),
        old=Note.OLD in place.notes,
    )


def months_said(months: int) -> str:
    """``64 个月（5 年 4 个月）``."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    if not years:
        return f"{months} 个月"
    return f"{months} 个月（{years} 年{f' {rest} 个月' if rest else ''}）"


def begins(plan: Plan, number: int) -> int | None:
    """The first month that pays anything to a debt."""
    return next((month.number for month in plan.months if month.paid[number]), None)


def _advice(place: Place) -> list[NoteWords]:
    stage = place.assessment.legal_stage
    if stage is LegalStage.NONE:
        return []
    kinds = {paper.opens.key for paper in place.papers if paper.live}
    return [
        said
        for said in debts_words().advice[stage]
        if not said.papers or not kinds.isdisjoint(said.papers)
    ]


def due(place: Place) -> Due | None:
    """The next day of a debt, in words."""
    if place.due is None or place.day is None:
        return None
    return Due(cn_date(place.day), words.deadlines()[place.due.key].title)


def _over(step: Deadline) -> str:
    day = step.rolled_date or step.safe_date
    title = words.deadlines()[step.key].title
    when = f"（{cn_date(day)}）" if day else ""
    return debts_words().over.format(title=title, day=when)


def _paper(place: Place) -> str:
    """The kind of paper whose steps are told; its page says how they are done."""
    steps = (*place.missed, *([place.due] if place.due else []), *place.undated)
    return place.papers[steps[0].paper].kind.key if steps else ""


def _late(place: Place, notes: list[NoteWords], today: date) -> Iterator[str]:
    """What to do today about a date that is over or not known."""
    for note in notes:
        yield fill(note.text, today)
    for step in place.missed:
        said = words.deadlines()[step.key]
        yield f"{said.title}：{said.undone}"
    yield from _stated(place)


def _stated(place: Place) -> list[str]:
    """Steps without a date, and where their date is found."""
    said = [words.deadlines()[step.key] for step in place.undated]
    return [f"{step.title}：{step.stated}" for step in said]


def _when(place: Place, plan: Plan) -> str:
    """When the first sum goes to it, and when it is cleared."""
    said = debts_words().when
    first, end = begins(plan, place.number), plan.ends[place.number]
    if first is None:
        return said["never"].format(years=YEARS)
    ends = said["not-cleared" if end is None else "cleared"]
    ends = ends.format(years=YEARS, end=end)
    return ends if first == 1 else said["later"].format(first=first, ends=ends)


def _badge(place: Place) -> Badge | None:
    found = place.assessment
    if found.legal_stage is not LegalStage.NONE or found.days is None:
        return None
    return Badge(Strength.PRACTICE.value, STRENGTH_TEXT[Strength.PRACTICE])


def _stage(place: Place) -> str:
    """Where the debt stands, hedged by the engine: only a proven paper is certain."""
    found, phrases = place.assessment, debts_words().stage
    if found.legal_stage is not LegalStage.NONE:
        name = words.stages("legal")[found.legal_stage].name
        return phrases["proven" if found.proven else "unproven"].format(name=name)
    if found.days is None:
        return phrases["unknown"]
    said = [words.stages("time")[stage] for stage in found.time_stages]
    if len(said) == 1:
        return said[0].say
    rulers = "；".join(stage.ruler for stage in said)
    return phrases["several"].format(rulers=rulers)
