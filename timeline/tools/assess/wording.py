"""The engine's answer in sentences: headline, dates, limits, reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline import catalog
from timeline.catalog import cn_date, fill, words
from timeline.citations import STRENGTH_TEXT, Citation, cite, cite_all
from timeline.engine import (
    Assessment,
    Facts,
    LegalStage,
    LenderKind,
    Role,
    Step,
    TimeStage,
)
from timeline.engine.norms import EVERYONE, Strength, Version


@dataclass(frozen=True, slots=True)
class RightLine:
    """One limit on the other side, or one claim of the visitor, with its weight."""

    title: str
    text: str
    badge: str
    badge_text: str
    binds_text: str
    claim: bool
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning."""

    text: str
    cite: Citation | None


def stage_name(stage: TimeStage | LegalStage) -> str:
    """The Chinese name of a stage of either track."""
    track = "time" if isinstance(stage, TimeStage) else "legal"
    return words.stages(track)[stage].name


def headline(facts: Facts, result: Assessment) -> tuple[str, str]:
    """The first sentence and its hedge; the certainty is the engine's."""
    chosen = words.headlines()[_certainty(facts, result)]
    stages = result.time_stages
    names = {
        "stage": stage_name(result.headline_stage) if result.headline_stage else "",
        "first": stage_name(stages[0]) if stages else "",
        "last": stage_name(stages[-1]) if stages else "",
    }
    return chosen.title.format(**names), chosen.hedge


def _certainty(facts: Facts, result: Assessment) -> str:
    prefix = "contact-" if facts.role is Role.CONTACT else ""
    if result.legal_stage is not LegalStage.NONE:
        return prefix + ("proven" if result.proven else "legal")
    if prefix:
        return "contact-other"
    if result.paused:
        return "paused"
    if result.headline_stage is TimeStage.NOT_DUE:
        return "not-due"
    if result.headline_stage is not None:
        return "time"
    return "unknown" if result.days is None else "between"


def days_text(facts: Facts, result: Assessment) -> str:
    """``逾期第 9 天``, ``大约逾期 14–21 天``, ``还有 3 天到还款日``.

    A number that the visitor put down is no date: it is said to be theirs.
    """
    if result.days is None:
        return "逾期多少天还不知道"
    low, high = result.days
    if low != high:
        return f"大约逾期 {low}–{high} 天"
    if low == 0:
        return "今天是还款日"
    given = "" if facts.due_date else "按您填的天数，"
    return given + (f"逾期第 {low} 天" if low > 0 else f"还有 {-low} 天到还款日")


def right_lines(facts: Facts, result: Assessment) -> Iterator[RightLine]:
    """Each right with the norms that hold on that day against this lender."""
    in_force = catalog.norms().on(facts.today)
    for key in result.rights:
        text = words.rights()[key]
        versions = [
            in_force[norm]
            for norm in text.norms
            if norm in in_force and in_force[norm].binds_lender(result.lender_kind)
        ]
        strongest = _badge(versions, result.lender_kind)
        binds = set().union(*(version.binds for version in versions))
        yield RightLine(
            title=fill(text.title, facts.today),
            text=fill(text.text, facts.today),
            badge=strongest,
            badge_text=STRENGTH_TEXT[strongest],
            binds_text=_binds(binds),
            claim=text.claim,
            cites=cite_all(version.cite for version in versions),
        )


def _badge(versions: list[Version], kind: LenderKind) -> Strength:
    """The strongest norm that binds this lender; with the lender in doubt, the
    strongest of those that bind most kinds, so that the badge does not overstate.
    """
    if kind in (LenderKind.UNKNOWN, LenderKind.PLATFORM):
        reach = max(_reach(version) for version in versions)
        versions = [version for version in versions if _reach(version) == reach]
    ranks = list(Strength)
    return min((version.strength for version in versions), key=ranks.index)


def _reach(version: Version) -> int:
    return len(LenderKind) if EVERYONE in version.binds else len(version.binds)


def _binds(binds: set[str]) -> str:
    if EVERYONE in binds:
        return ""
    records = catalog.profile_records()
    named = "、".join(records[name].name for name in LenderKind if name in binds)
    return f"约束{named}"


def reasons(facts: Facts, steps: tuple[Step, ...]) -> Iterator[Reason]:
    """The trace in words, step by step."""
    table = words.trace()
    for step in steps:
        text = table.get(f"{step.kind}.{step.key}") or table[step.kind]
        sentence = fill(text.text.format(*_parts(facts, step)), facts.today)
        yield Reason(sentence, cite(step.cite) if step.cite else None)


def _parts(facts: Facts, step: Step) -> list[str]:
    """The details of a step, keys replaced by what the visitor knows them as."""
    match step.kind, step.key:
        case "norm", key if key != "counted":
            norm = catalog.norm_records()[key].title
            return [norm, words.rights()[step.detail].title]
        case "band", key:
            return [stage_name(TimeStage(key)), step.detail]
        case "paper", key:
            return [words.papers()[key].name, _known(facts, step.detail)]
        case "fact", "profile" | "lender-kind":
            return [catalog.profile_records()[step.detail].name]
        case _:
            return [_known(facts, part) for part in step.detail.split(" ")]


def _known(facts: Facts, part: str) -> str:
    """One part of a detail: a paper, a step, a right, a norm, a date or a number."""
    if part.startswith("papers."):
        number = int(part.removeprefix("papers."))
        name = words.papers()[(facts.papers or ())[number].kind.key].name
        return f"第 {number + 1} 份（{name}）"
    for table in (words.deadlines(), words.rights(), catalog.norm_records()):
        if part in table:
            return table[part].title
    try:
        return cn_date(date.fromisoformat(part))
    except ValueError:
        return part
