"""Where am I, what comes next and by when?  The whole answer, with its trace."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.deadlines import Deadline, deadlines
from timeline.engine.facts import Agreement, Facts, LenderKind, Paper, Role
from timeline.engine.letters import Situation
from timeline.engine.profiles import Band, Profile
from timeline.engine.question import ask
from timeline.engine.rules import ACTIONS, FINDINGS, RIGHTS
from timeline.engine.ruleset import Ruleset, grounded, profile_for
from timeline.engine.stages import LEGAL_RANK, TIME_RANK, LegalStage, TimeStage
from timeline.engine.standing import Standing
from timeline.engine.trace import Step, trace_days, trace_deadlines

MOST_ACTIONS: Final = 3


class Confidence(StrEnum):
    """How far the answer is proven.  Days never prove anything."""

    HIGH = "high"
    PARTIAL = "partial"
    CANNOT_TELL = "cannot-tell"


class Next(NamedTuple):
    """The next band of the time track, and the earliest day it can begin."""

    stage: TimeStage
    start: date


class Assessment(NamedTuple):
    """The answer.  Every list is ordered as a page should show it."""

    profile: Profile
    lender_kind: LenderKind
    days: tuple[int, int] | None
    time_stages: tuple[TimeStage, ...]
    paused: bool
    legal_stage: LegalStage
    proven_stage: LegalStage
    proven: bool
    headline_stage: TimeStage | LegalStage | None
    confidence: Confidence
    next: Next | None
    deadlines: tuple[Deadline, ...]
    findings: tuple[str, ...]
    actions: tuple[str, ...]
    rights: tuple[str, ...]
    letters: tuple[str, ...]
    ask: str | None
    unknown: tuple[str, ...]
    trace: tuple[Step, ...]
    ruleset: str


def assess(facts: Facts, ruleset: Ruleset) -> Assessment:
    """Say where a debt stands: by its papers if there are any, else by its age."""
    trace: list[Step] = [Step("fact", "today", facts.today.isoformat(), None)]
    profile = profile_for(facts, ruleset)
    lender_kind = facts.lender_kind
    if lender_kind is LenderKind.UNKNOWN:
        lender_kind = profile.lender_kind
    trace.append(Step("fact", "profile", profile.key, None))
    trace.append(Step("fact", "lender-kind", lender_kind, None))

    days = facts.days
    paused = facts.agreement is Agreement.KEPT
    bands = _bands(profile, days, paused=paused)
    stages = tuple([band.stage for band in bands])
    trace_days(facts, days, bands, paused, trace)

    papers = facts.papers or ()
    legal, proven_stage = _legal_stages(papers, trace)
    proven = legal is proven_stage and legal is not LegalStage.NONE

    dates, missing = deadlines(
        papers, facts.today, ruleset.norms, ruleset.units, ruleset.workdays
    )
    trace_deadlines(dates, missing, trace)

    is_contact = facts.role is Role.CONTACT
    due = days is None or days[1] >= 1
    standing = Standing(
        facts=facts,
        profile=profile,
        lender_kind=lender_kind,
        norms=ruleset.norms.on(facts.today),
        low=None if days is None else days[0],
        high=None if days is None else days[1],
        stages=stages,
        paused=paused,
        legal=legal,
        is_contact=is_contact,
        owing=due and not is_contact,
        collecting=due and not paused,
    )
    if papers:
        _look_at_papers(standing, papers, dates)
    unknown = [step.norm for step in missing]
    rights = _rights(standing, ruleset, unknown, trace)
    findings = FINDINGS.fired(standing, unknown)
    actions = ACTIONS.fired(standing, unknown, MOST_ACTIONS)
    return Assessment(
        profile=profile,
        lender_kind=lender_kind,
        days=days,
        time_stages=stages,
        paused=paused,
        legal_stage=legal,
        proven_stage=proven_stage,
        proven=proven,
        headline_stage=_headline(legal, stages),
        confidence=_confidence(proven, stages, bool(papers)),
        next=_next(facts.today, days, profile, stages),
        deadlines=tuple(dates),
        findings=findings,
        actions=actions,
        rights=rights,
        letters=ruleset.letters.fitting(
            Situation(facts.role, standing.ahead, actions, findings, legal)
        ),
        ask=ask(standing, ruleset.units),
        unknown=tuple(dict.fromkeys(unknown)),
        trace=tuple(trace),
        ruleset=ruleset.version,
    )


def _bands(
    profile: Profile, days: tuple[int, int] | None, *, paused: bool
) -> tuple[Band, ...]:
    if paused:
        return ()
    if days is None:
        return profile.bands
    low, high = days
    return tuple([band for band in profile.bands if band.meets(low, high)])


def _legal_stages(
    papers: tuple[Paper, ...], trace: list[Step]
) -> tuple[LegalStage, LegalStage]:
    """Highest stage of the papers that count, and of those a court has confirmed."""
    legal = proven = LegalStage.NONE
    for number, paper in enumerate(papers):
        if not paper.live:
            reason = "over" if paper.over else "forged"
            trace.append(Step("skipped", reason, f"papers.{number}", None))
            continue
        stage = paper.opens.proves
        trace.append(Step("paper", paper.kind.key, f"papers.{number}", None))
        if LEGAL_RANK[stage] > LEGAL_RANK[legal]:
            legal = stage
        if paper.verified and LEGAL_RANK[stage] > LEGAL_RANK[proven]:
            proven = stage
        if paper.verified is None and stage is not LegalStage.NONE:
            trace.append(Step("warning", "unverified", f"papers.{number}", None))
    return legal, proven


def _look_at_papers(
    standing: Standing, papers: tuple[Paper, ...], dates: list[Deadline]
) -> None:
    """Fill in what rules may ask about papers and their steps."""
    live = [paper for paper in papers if paper.live]
    standing.kinds = frozenset([paper.kind for paper in live])
    standing.unverified = any(paper.verified is None and paper.moves for paper in live)
    standing.forged = any(paper.verified is False for paper in papers)
    for deadline in dates:
        if deadline.safe_date is None:
            standing.undated = True
        elif not deadline.calendar_known:
            standing.calendar_unknown = True
        if deadline.earlier:
            standing.printed_later = True
    standing.ahead = frozenset([date.key for date in dates if not date.passed])
    standing.passed = frozenset([date.key for date in dates if date.passed])


def _headline(
    legal: LegalStage, stages: tuple[TimeStage, ...]
) -> TimeStage | LegalStage | None:
    if legal is not LegalStage.NONE:
        return legal
    return stages[0] if len(stages) == 1 else None


def _confidence(
    proven: bool, stages: tuple[TimeStage, ...], papers: bool
) -> Confidence:
    if proven:
        return Confidence.HIGH
    if len(stages) == len(TimeStage) and not papers:
        return Confidence.CANNOT_TELL
    return Confidence.PARTIAL


def _next(
    today: date,
    days: tuple[int, int] | None,
    profile: Profile,
    stages: tuple[TimeStage, ...],
) -> Next | None:
    if days is None or not stages or stages[-1] is TimeStage.PRE_SUIT:
        return None
    upcoming = profile.bands[TIME_RANK[stages[-1]] + 1]
    until = (upcoming.start or 0) - days[1]
    return Next(upcoming.stage, today + timedelta(until))


def _rights(
    standing: Standing, ruleset: Ruleset, unknown: list[str], trace: list[Step]
) -> tuple[str, ...]:
    """The rights that apply and rest on at least one norm that binds this lender."""
    apply = RIGHTS.fired(standing, unknown)
    today, kind = standing.facts.today, standing.lender_kind
    rights, steps, missing = grounded(ruleset, today, kind, apply)
    trace.extend(steps)
    unknown.extend(missing)
    return rights
